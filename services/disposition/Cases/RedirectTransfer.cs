using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>
/// Sends a finding that an organ has sent back on to the organ that has the authority (改送, N2.5.3-b). The case stays where it is: the
/// finding has been waiting all the time.
/// </summary>
public sealed record RedirectTransfer : ActRequest
{
    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>The receiving organ where it is in the system.</summary>
    public Guid? OrganId { get; init; }

    /// <summary>The receiving organ in words where it is not.</summary>
    [StringLength(200)]
    public string? OrganName { get; init; }

    /// <summary>What is handed over.</summary>
    [MaxLength(100)]
    [EachLength(300)]
    public required IReadOnlyList<string> Materials { get; init; }

    internal static async Task<IResult> HandleAsync(RedirectTransfer request, Guid caseId, CaseAct act, DispositionDbContext db, CancellationToken ct)
    {
        var hand = await FindingsInHand.LoadAsync(act.Case.Card, db, ct);
        var back = hand.Transfer(request.FindingId);
        var organ = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.OrganId, ct);
        var name = organ?.Name ?? request.OrganName;
        if (await act.RefuseAsync(
            ct,
            request.OrganId is { } unknown && organ is null ? new Refused("AGENCY_UNKNOWN", "N2.5.3-b", unknown.ToString()) : new Accepted(),
            organ is not null && act.Case.Card.Has(organ.Id, Relations.LosingAgency) ? new Refused("TRANSFER_INCOMPLETE", "N2.5.3-b", "organ") : new Accepted(),
            hand.Find(request.FindingId) is { } finding
                ? TransferRules.Redirect(finding, organ is not null && organ.Id == back?.OrganId, name, request.Materials)
                : new Refused("FINDING_UNKNOWN", "N2.5.3-b", request.FindingId.ToString()),
            DateRules.NotBefore("on", act.On, back?.ReturnedOn)) is { } refusal)
        {
            return refusal;
        }

        var next = new Transfer
        {
            FindingId = request.FindingId,
            Number = back!.Number + 1,
            CaseId = caseId,
            OrganId = organ?.Id,
            OrganName = name!,
            Materials = [.. request.Materials],
            SentOn = act.On,
            SentBy = act.Actor.Id,
        };
        db.Transfers.Add(next);
        if (organ is not null)
        {
            act.Case.Bring(organ.Id, Relations.TransferOrgan);
        }

        act.Case.Set(Fact.TransfersReturned, hand.Transfers.Count(t => t.ReturnedOn is not null) - 1);
        act.Case.Start(ClockKind.TransferFollowup, act.On, next.Clock);
        return await act.DoneAsync(header => new TransferRedirected { Case = header, FindingId = request.FindingId, OrganId = organ?.Id }, ct);
    }
}
