using LostCases.Contracts;
using LostCases.Investigation.Data;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Investigation.Units;

/// <summary>Tells the reconciler for which inquiries the unit's chain must be running.</summary>
internal sealed class UnitStarts(InvestigationDbContext db) : IStartSource
{
    public async Task<IReadOnlyList<ReportedStart>> StartsAsync(Guid? caseId, CancellationToken ct) => await db.UnitInquiries.AsNoTracking()
        .Where(u => caseId == null || u.CaseId == caseId)
        .Join(db.Cards, u => u.CaseId, c => c.CaseId, (u, c) => new ReportedStart
        {
            DefinitionId = "unit-responsibility",
            CaseId = u.CaseId,
            CaseCode = c.Code,
            StartKey = u.Id,
            Facts = new Dictionary<string, string>(),
            Sequence = u.Sequence,
        })
        .ToListAsync(ct);
}
