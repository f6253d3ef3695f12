using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Disposition.Cases;

/// <summary>
/// The receiving organ sends a transfer back because it has no authority (移送退回, N2.5.3-b). The finding still waits: the losing agency
/// sends it on to another organ (<see cref="RedirectTransfer"/>).
/// </summary>
public sealed record ReturnTransfer : ActRequest
{
    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>Why it has no authority.</summary>
    [StringLength(4000)]
    public required string Reason { get; init; }

    internal static async Task<IResult> HandleAsync(ReturnTransfer request, Guid caseId, CaseAct act, DispositionDbContext db, HttpContext http, CancellationToken ct)
    {
        var hand = await FindingsInHand.LoadAsync(act.Case.Card, db, ct);
        var transfer = hand.Transfer(request.FindingId);
        if (!SpeaksFor(act, transfer))
        {
            return Problems.Forbidden(http); // another organ's transfer
        }

        if (await act.RefuseAsync(
            ct,
            hand.Find(request.FindingId) is { } finding
                ? TransferRules.Return(finding, request.Reason)
                : new Refused("FINDING_UNKNOWN", "N2.5.3-b", request.FindingId.ToString()),
            DateRules.NotBefore("on", act.On, transfer?.AcknowledgedOn ?? transfer?.SentOn)) is { } refusal)
        {
            return refusal;
        }

        (transfer!.ReturnedOn, transfer.ReturnReason) = (act.On, request.Reason);
        act.Case.Set(Fact.TransfersReturned, hand.Transfers.Count(t => t.ReturnedOn is not null));
        act.Case.Stop(ClockKind.TransferFollowup, act.On, transfer.Clock);
        return await act.DoneAsync(header => new TransferReturned { Case = header, FindingId = request.FindingId }, ct);
    }

    /// <summary>Whether somebody speaks on a transfer: its own organ, or the losing agency for one outside the system.</summary>
    internal static bool SpeaksFor(CaseAct act, Transfer? transfer)
    {
        var organisation = act.Actor.OrganisationId ?? Guid.Empty;
        return transfer?.OrganId is { } organ ? organ == organisation : act.Case.Card.Has(organisation, Relations.LosingAgency);
    }
}
