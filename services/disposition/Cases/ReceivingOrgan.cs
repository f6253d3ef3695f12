using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>The organ a finding is to go to (受移送机关): by its id where it is in the system, in words where it is not.</summary>
/// <param name="Id">As it was named; null where it is told in words.</param>
/// <param name="Known">The organisation of that id.</param>
/// <param name="Name">What it is called; null where nothing says so.</param>
internal sealed record ReceivingOrgan(Guid? Id, Organisation? Known, string? Name)
{
    internal static async Task<ReceivingOrgan> FindAsync(Guid? id, string? words, DispositionDbContext db, CancellationToken ct)
    {
        var known = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct);
        return new(id, known, known?.Name ?? words);
    }

    /// <summary>It exists, and is not the losing agency itself (N2.5.3-b).</summary>
    internal Decision Check(CaseCard card) =>
        Id is { } unknown && Known is null ? new Refused("AGENCY_UNKNOWN", "N2.5.3-b", unknown.ToString())
        : Known is not null && card.Has(Known.Id, Relations.LosingAgency) ? new Refused("TRANSFER_INCOMPLETE", "N2.5.3-b", "organ")
        : new Accepted();

    /// <summary>Sends the finding: the organ comes into the case, and its follow-up clock starts (GAP-10).</summary>
    internal void Send(Guid findingId, int number, IEnumerable<string> materials, CaseAct act, DispositionDbContext db)
    {
        var transfer = new Transfer
        {
            FindingId = findingId,
            Number = number,
            CaseId = act.Case.Card.CaseId,
            OrganId = Known?.Id,
            OrganName = Name!,
            Materials = [.. materials],
            SentOn = act.On,
            SentBy = act.Actor.Id,
        };
        db.Transfers.Add(transfer);
        if (Known is not null)
        {
            act.Case.Bring(Known.Id, Relations.TransferOrgan);
        }

        act.Case.Start(ClockKind.TransferFollowup, act.On, transfer.Clock);
    }
}
