using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>
/// Records what the competent organ decided on a transferred finding (移送结果, T17). With the last result the disposition is
/// complete (T18b) where the agency's own part is.
/// </summary>
public sealed record RecordTransferResult : ActRequest
{
    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>What the organ decided.</summary>
    public required Conclusion Result { get; init; }

    /// <summary>What it ordered.</summary>
    [MaxLength(10)]
    public IReadOnlyList<SanctionType> Sanctions { get; init; } = [];

    /// <summary>Its document, uploaded here before.</summary>
    public Guid? DocumentId { get; init; }

    internal static async Task<IResult> HandleAsync(RecordTransferResult request, Guid caseId, CaseAct act, DispositionDbContext db, HttpContext http, CancellationToken ct)
    {
        var hand = await FindingsInHand.LoadAsync(act.Case.Card, db, ct);
        var transfer = hand.Transfer(request.FindingId);
        if (transfer is not null && transfer.OrganId != act.Actor.OrganisationId && !act.Case.Card.Has(act.Actor.OrganisationId ?? Guid.Empty, Relations.LosingAgency))
        {
            return Problems.Forbidden(http); // another organ's transfer
        }

        var attached = await db.Documents.AnyAsync(d => d.CaseId == caseId && d.Id == request.DocumentId && d.Kind == "DECISION", ct);
        if (await act.RefuseAsync(
            ct,
            hand.Find(request.FindingId) is { } finding
                ? TransferRules.TakeResult(finding, attached)
                : new Refused("FINDING_UNKNOWN", "N2.5.3-b", request.FindingId.ToString()),
            TransferRules.Decided(request.Result, request.Sanctions),
            DateRules.NotBefore("on", act.On, transfer?.SentOn)) is { } refusal)
        {
            return refusal;
        }

        (transfer!.ResultOn, transfer.Result, transfer.Sanctions, transfer.DocumentId) =
            (act.On, request.Result, [.. request.Sanctions.Distinct()], request.DocumentId);
        act.Case.Stop(ClockKind.TransferFollowup, act.On, transfer.Clock);
        act.Case.Set(Fact.TransfersPending, hand.Pending - 1);
        hand.TellExemptions(act, await FindingsInHand.OwnAsync(caseId, db, ct));
        await act.Case.PublishAsync(header => new TransferResultRecorded { Case = header, FindingId = request.FindingId }, act.On, act.Actor, ct);
        return await AllTransferResultsIn.CompleteAsync(act, db, ct) ?? act.Done();
    }
}
