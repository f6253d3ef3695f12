using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>Tells the reconciler for which corrections the correction's chain must be running.</summary>
internal sealed class CorrectionStarts(DispositionDbContext db) : IStartSource
{
    public async Task<IReadOnlyList<ReportedStart>> StartsAsync(Guid? caseId, CancellationToken ct) => await db.Corrections.AsNoTracking()
        .Where(c => caseId == null || c.CaseId == caseId)
        .Join(db.Cards, c => c.CaseId, card => card.CaseId, (c, card) => new ReportedStart
        {
            DefinitionId = "correction",
            CaseId = c.CaseId,
            CaseCode = card.Code,
            StartKey = c.Id,
            Facts = new Dictionary<string, string>(),
            Sequence = c.Sequence,
        })
        .ToListAsync(ct);
}
