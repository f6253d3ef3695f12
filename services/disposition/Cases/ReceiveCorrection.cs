using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>The addressee signs for a correction (签收纠正意见); its clock starts (N5.2-e, GAP-12).</summary>
public sealed record ReceiveCorrection : ActRequest
{
    internal static async Task<IResult> HandleAsync(ReceiveCorrection request, Guid caseId, CaseAct act, DispositionDbContext db, HttpContext http, CancellationToken ct)
    {
        var correction = await db.Corrections.Where(c => c.CaseId == caseId && c.ReceivedOn == null).OrderBy(c => c.Number).FirstOrDefaultAsync(ct);
        if (act.Actor.OrganisationId != (correction?.AddresseeId ?? act.Case.Card.Party(Relations.LosingAgency)))
        {
            return Problems.Forbidden(http); // addressed to another
        }

        if (await act.RefuseAsync(
            ct,
            correction is null ? new Refused("CORRECTION_ALREADY_RECEIVED", "N5.2-e") : new Accepted("N5.2-e"),
            DateRules.NotBefore("on", act.On, correction?.IssuedOn)) is { } refusal)
        {
            return refusal;
        }

        correction!.ReceivedOn = act.On;
        act.Case.Set(Fact.CorrectionsReceived, correction.Number);
        act.Case.Start(
            ClockKind.Redisposition, act.On, OrderCorrection.Subject(correction.Number), CorrectionRules.Limit(correction.LimitWorkingDays, act.Case.Policy));
        return await act.DoneAsync(header => new CorrectionReceived { Case = header, CorrectionId = correction.Id }, ct);
    }
}
