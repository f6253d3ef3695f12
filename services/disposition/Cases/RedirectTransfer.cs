using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;

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
        var organ = await ReceivingOrgan.FindAsync(request.OrganId, request.OrganName, db, ct);
        if (await act.RefuseAsync(
            ct,
            organ.Check(act.Case.Card),
            hand.Find(request.FindingId) is { } finding
                ? TransferRules.Redirect(finding, organ.Known is not null && organ.Known.Id == back?.OrganId, organ.Name, request.Materials)
                : new Refused("FINDING_UNKNOWN", "N2.5.3-b", request.FindingId.ToString()),
            DateRules.NotBefore("on", act.On, back?.ReturnedOn)) is { } refusal)
        {
            return refusal;
        }

        organ.Send(request.FindingId, back!.Number + 1, request.Materials, act, db);
        act.Case.Set(Fact.TransfersReturned, hand.Transfers.Count(t => t.ReturnedOn is not null) - 1);
        return await act.DoneAsync(header => new TransferRedirected { Case = header, FindingId = request.FindingId, OrganId = organ.Known?.Id }, ct);
    }
}
