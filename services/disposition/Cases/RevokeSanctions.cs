using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>Revokes what was ordered after the loss has vanished (撤销处理决定, GAP-13): open from the case's termination until it is done.</summary>
public sealed record RevokeSanctions : ActRequest
{
    /// <summary>Number of the revoking document.</summary>
    [StringLength(100, MinimumLength = 1)]
    public required string DocumentNo { get; init; }

    internal static async Task<IResult> HandleAsync(RevokeSanctions request, Guid caseId, CaseAct act, DispositionDbContext db, CancellationToken ct)
    {
        var done = await db.Revocations.AnyAsync(r => r.CaseId == caseId, ct);
        if (await act.RefuseAsync(
            ct,
            IsOpen(act.Case.Card, done) ? new Accepted("GAP-13") : new Refused("NOTHING_TO_REVOKE", "GAP-13")) is { } refusal)
        {
            return refusal;
        }

        db.Revocations.Add(new Revocation { CaseId = caseId, On = act.On, DocumentNo = request.DocumentNo, RecordedBy = act.Actor.Id });
        return await act.DoneAsync(header => new SanctionsRevoked { Case = header }, ct);
    }

    /// <summary>Whether something ordered still has to be revoked.</summary>
    internal static bool IsOpen(CaseCard card, bool done) =>
        !done && card.State() == CaseState.Terminated && SuspensionRules.OpensRevocation(card.Facts());
}
