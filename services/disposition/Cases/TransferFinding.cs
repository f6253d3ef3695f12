using System.ComponentModel.DataAnnotations;
using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>Transfers a finding to the organ that may decide it (移送, T15).</summary>
public sealed record TransferFinding : ActRequest
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

    internal static async Task<IResult> HandleAsync(TransferFinding request, Guid caseId, CaseAct act, DispositionDbContext db, CancellationToken ct)
    {
        var hand = await FindingsInHand.LoadAsync(act.Case.Card, db, ct);
        var organ = await ReceivingOrgan.FindAsync(request.OrganId, request.OrganName, db, ct);
        var received = await db.Receipts.Where(r => r.CaseId == caseId).Select(r => (DateOnly?)r.On).SingleOrDefaultAsync(ct);
        if (await act.RefuseAsync(
            ct,
            organ.Check(act.Case.Card),
            hand.Find(request.FindingId) is { } finding
                ? TransferRules.Send(finding, organ.Name, request.Materials)
                : new Refused("FINDING_UNKNOWN", "N2.5.3-b", request.FindingId.ToString()),
            DateRules.NotBefore("on", act.On, received)) is { } refusal)
        {
            return refusal;
        }

        organ.Send(request.FindingId, number: 1, request.Materials, act, db);
        act.Case.Set(Fact.TransfersPending, hand.Pending + 1);
        return await act.DoneAsync(header => new FindingTransferred { Case = header, FindingId = request.FindingId, OrganId = organ.Known?.Id }, ct);
    }
}
