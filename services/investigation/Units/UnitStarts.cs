using LostCases.Contracts;
using LostCases.Investigation.Data;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Investigation.Units;

/// <summary>Tells the reconciler for which inquiries the unit's chain must be running.</summary>
internal sealed class UnitStarts(InvestigationDbContext db) : IStartSource
{
    public async Task<IReadOnlyList<ReportedStart>> StartsAsync(Guid? caseId, CancellationToken ct)
    {
        var begun = await db.UnitInquiries.AsNoTracking().Where(x => caseId == null || x.CaseId == caseId).ToListAsync(ct);
        var cards = await db.Cards.AliveAsync([.. begun.Select(x => x.CaseId).Distinct()], ct);
        return [.. begun.Where(x => cards.ContainsKey(x.CaseId)).Select(x => new ReportedStart
        {
            DefinitionId = "unit-responsibility",
            CaseId = x.CaseId,
            CaseCode = cards[x.CaseId].Code,
            StartKey = x.Id,
            Facts = new Dictionary<string, string>(),
            Sequence = x.Sequence,
        })];
    }
}
