using LostCases.Contracts;
using LostCases.Oversight.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Statistics;

/// <summary>An agency's loss as this system knows it.</summary>
internal sealed record KnownLoss(Guid CaseId, Guid AgencyId, bool OutOfScope, bool Reversed);

/// <summary>Counting: what was imported, and what is registered here.</summary>
internal static class Counted
{
    /// <summary>Newest figures told, by agency and period, of a period and of what it is made of.</summary>
    internal static async Task<ILookup<Guid, LitigationStat>> ToldAsync(OversightDbContext db, IEnumerable<string> periods, CancellationToken ct)
    {
        var wanted = periods.SelectMany(p => StatPeriods.Parts(p).SelectMany(half => StatPeriods.Parts(half).Append(half)).Append(p)).Distinct().ToList();
        var told = await db.LitigationStats.AsNoTracking().Where(s => wanted.Contains(s.Period)).OrderBy(s => s.Id).ToListAsync(ct);
        return told.GroupBy(s => (s.AgencyId, s.Period)).Select(g => g.Last()).ToLookup(s => s.AgencyId);
    }

    /// <summary>An agency's figures of a period; null where none are told.</summary>
    internal static LitigationFigures? Of(this IEnumerable<LitigationStat> told, string period) =>
        LitigationStatistics.Of(told.ToDictionary(s => s.Period, s => s.Figures), period);

    /// <summary>Losses registered here that took effect between the days (平台登记的败诉), each by the rules its case keeps.</summary>
    internal static async Task<ILookup<Guid, KnownLoss>> LossesAsync(OversightDbContext db, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var (from, to) = ($"{first:yyyy-MM-dd}", $"{last:yyyy-MM-dd}");
        var slices = await db.Slices
            .FromSql($"select * from oversight.case_slice where owner = 'intake' and slice->'facts'->>'effectiveOn' between {from} and {to}")
            .AsNoTracking().ToListAsync(ct);
        return slices.Select(Loss).OfType<KnownLoss>().ToLookup(l => l.AgencyId);
    }

    private static KnownLoss? Loss(CaseSliceRow slice)
    {
        var card = new CaseCard { CaseId = slice.CaseId };
        card.Slices.Add(slice);
        var (facts, policy) = (card.Facts(), card.Policy());
        var agency = slice.Slice.Parties.FirstOrDefault(p => p.Relation == Relations.LosingAgency)?.OrganisationId;
        return agency is { } id && Rules.Code.TryParse<LossResult>(facts.Text(Fact.Result), out var result)
            && ScopeTest.CountedInLossRate(result, facts.Date(Fact.EffectiveOn), policy)
            ? new(slice.CaseId, id, facts.Text(Fact.Scope) == "OUT",
                Rules.Code.TryParse<LossResult>(facts.Text(Fact.RetrialResult), out var later) && !ScopeTest.IsLoss(later, policy))
            : null;
    }
}
