using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Cases;

/// <summary>Takes an out-of-scope decision back (重新甄别, T04), correcting the date of the act where that was wrong.</summary>
public sealed record ReopenScope : IActRequest
{
    /// <summary>Why.</summary>
    [StringLength(1000, MinimumLength = 1)]
    public required string Reason { get; init; }

    /// <summary>The corrected date of the act.</summary>
    public DateOnly? ActDate { get; init; }

    /// <summary>What that date is.</summary>
    public ActDateBasis? ActDateBasis { get; init; }

    /// <inheritdoc/>
    public DateOnly? On { get; init; }

    /// <inheritdoc/>
    public string? BackdatingReason { get; init; }

    internal static async Task<IResult> HandleAsync(ReopenScope request, Guid caseId, CaseAct act, IntakeDbContext db, CancellationToken ct)
    {
        var record = await db.Cases.SingleAsync(c => c.CaseId == caseId, ct);
        Decision plausible = request.ActDate > record.ServedOn ? new Refused("DATE_IMPOSSIBLE", "N2.1-c", "actDate") : new Accepted();
        Decision reasoned = string.IsNullOrWhiteSpace(request.Reason) ? new Refused("REASON_REQUIRED", "N2.1-e") : new Accepted("N2.1-e");
        if (await act.RefuseAsync(Transition.ReopenScope, step: null, ct, reasoned, plausible) is { } refusal)
        {
            return refusal;
        }

        record.ActDate = request.ActDate ?? record.ActDate;
        record.ActDateBasis = request.ActDateBasis ?? record.ActDateBasis;
        db.ScopeDecisions.Add(new ScopeDecision
        {
            Id = Guid.CreateVersion7(),
            CaseId = caseId,
            Decision = "REOPENED",
            Text = request.Reason,
            On = act.On,
            DecidedBy = act.Actor.Id,
            Sequence = act.Case.Card.Version + 1,
        });
        act.Case.Set(Fact.Scope, "UNDECIDED").Set(Fact.ScopeReason, "").Set(Fact.ActDate, record.ActDate);
        return await act.DoneAsync(header => new CaseScopeReopened { Case = header }, ct);
    }
}
