using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Disposition.Cases;

/// <summary>
/// The organ that recognised an exemption cancels it (取消容错免责认定); the effects end with the day of the cancellation. A disposition
/// made anew that no longer exempts does the same by itself (N5.2-d).
/// </summary>
public sealed record CancelExemption : ActRequest
{
    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>Why.</summary>
    [StringLength(4000)]
    public required string Reason { get; init; }

    internal static async Task<IResult> HandleAsync(CancelExemption request, Guid caseId, CaseAct act, DispositionDbContext db, HttpContext http, CancellationToken ct)
    {
        var hand = await FindingsInHand.LoadAsync(act.Case.Card, db, ct);
        var by = RecognisingOrgans.Of(act, hand.Transfer(request.FindingId));
        var known = hand.Exemption(request.FindingId);
        if (by is null || (known is not null && known.By != by))
        {
            return Problems.Forbidden(http); // another organ's word
        }

        if (await act.RefuseAsync(
            ct,
            ExemptionRules.Allow(act.Case.Card.State()),
            ExemptionRules.Cancel(known?.Standing ?? ExemptionStanding.Claimed, request.Reason),
            DateRules.NotBefore("on", act.On, known?.On)) is { } refusal)
        {
            return refusal;
        }

        known!.Cancel(act.On, request.Reason, act.Actor.Id);
        hand.TellExemptions(act, await FindingsInHand.OwnAsync(caseId, db, ct));
        return await act.DoneAsync(header => new ExemptionCancelled { Case = header, FindingId = request.FindingId }, ct);
    }
}
