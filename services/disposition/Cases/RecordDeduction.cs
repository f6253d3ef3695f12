using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Disposition.Cases;

/// <summary>
/// Records that points were deducted in the work assessment of somebody exempted (工作考核扣分): in general there is none, so it has its
/// reason (N4.3-d).
/// </summary>
public sealed record RecordDeduction : ActRequest
{
    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>Points deducted.</summary>
    [Range(0.1, 100)]
    public required decimal Points { get; init; }

    /// <summary>Why.</summary>
    [StringLength(2000)]
    public required string Reason { get; init; }

    internal static async Task<IResult> HandleAsync(RecordDeduction request, Guid caseId, CaseAct act, DispositionDbContext db, HttpContext http, CancellationToken ct)
    {
        var hand = await FindingsInHand.LoadAsync(act.Case.Card, db, ct);
        if (RecognisingOrgans.Of(act, hand.Transfer(request.FindingId)) is null)
        {
            return Problems.Forbidden(http); // another organ's transfer
        }

        var known = hand.Exemption(request.FindingId);
        if (await act.RefuseAsync(
            ct,
            ExemptionRules.Allow(act.Case.Card.State()),
            ExemptionRules.Deduct(known?.Standing ?? ExemptionStanding.Claimed, request.Reason),
            DateRules.NotBefore("on", act.On, known?.On)) is { } refusal)
        {
            return refusal;
        }

        known!.Deduct(new AssessmentDeduction(act.On, request.Points, request.Reason, act.Actor.Id));
        return await act.DoneAsync(header => new DeductionRecorded { Case = header, FindingId = request.FindingId }, ct);
    }
}
