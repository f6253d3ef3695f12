using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Disposition.Cases;

/// <summary>
/// The receiving organ confirms that a transfer has arrived (移送回执, N2.4-c); the losing agency records it for an organ outside the
/// system.
/// </summary>
public sealed record AcknowledgeTransfer : ActRequest
{
    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }

    internal static async Task<IResult> HandleAsync(AcknowledgeTransfer request, Guid caseId, CaseAct act, DispositionDbContext db, HttpContext http, CancellationToken ct)
    {
        var hand = await FindingsInHand.LoadAsync(act.Case.Card, db, ct);
        var transfer = hand.Transfer(request.FindingId);
        if (!ReturnTransfer.SpeaksFor(act, transfer))
        {
            return Problems.Forbidden(http); // another organ's transfer
        }

        if (await act.RefuseAsync(
            ct,
            hand.Find(request.FindingId) is { } finding
                ? TransferRules.Acknowledge(finding, transfer?.AcknowledgedOn is not null)
                : new Refused("FINDING_UNKNOWN", "N2.4-c", request.FindingId.ToString()),
            DateRules.NotBefore("on", act.On, transfer?.SentOn)) is { } refusal)
        {
            return refusal;
        }

        transfer!.AcknowledgedOn = act.On;
        return await act.DoneAsync(header => new TransferAcknowledged { Case = header, FindingId = request.FindingId }, ct);
    }
}
