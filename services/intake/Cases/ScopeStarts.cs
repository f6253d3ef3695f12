using LostCases.Contracts;
using LostCases.Intake.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Cases;

/// <summary>Tells the reconciler which cases the chain must be running for.</summary>
internal sealed class ScopeStarts(IntakeDbContext db) : IStartSource
{
    public async Task<IReadOnlyList<ReportedStart>> StartsAsync(Guid? caseId, CancellationToken ct)
    {
        var decisions = await db.ScopeDecisions.AsNoTracking()
            .Where(d => d.Decision == "IN" && (caseId == null || d.CaseId == caseId))
            .OrderBy(d => d.CaseId)
            .ToListAsync(ct);
        var cards = await db.Cards.AliveAsync([.. decisions.Select(d => d.CaseId).Distinct()], ct);
        return [.. decisions.Where(d => cards.ContainsKey(d.CaseId)).Select(d => Start(d, cards[d.CaseId]))];
    }

    private static ReportedStart Start(ScopeDecision decision, CaseCard card)
    {
        var facts = card.Facts();
        return new ReportedStart
        {
            DefinitionId = "case-accountability",
            CaseId = decision.CaseId,
            CaseCode = card.Code,
            StartKey = decision.Id,
            Facts = new[] { Fact.Route, Fact.County, Fact.JointRequired }.ToDictionary(f => f, f => facts.Text(f) ?? ""),
            Sequence = decision.Sequence,
        };
    }
}
