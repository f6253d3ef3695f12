using System.Globalization;

namespace LostCases.Rules;

/// <summary>A closed case as it counts for an agency.</summary>
/// <param name="Result">Result for the agency, after a retrial what now holds.</param>
/// <param name="EffectiveOn">Effective date; null while there is none.</param>
/// <param name="Series">The series it belongs to (串案); null where to none.</param>
public sealed record CountedCase(LossResult Result, DateOnly? EffectiveOn, string? Series = null);

/// <summary>Loss rate of an agency and a period (败诉率), GAP-20, GAP-25.</summary>
/// <param name="Lost">Losses.</param>
/// <param name="Closed">What they are a share of.</param>
public sealed record LossRate(int Lost, int Closed)
{
    /// <summary>The share; null where there is nothing to be a share of.</summary>
    public decimal? Share => Closed == 0 ? null : (decimal)Lost / Closed;

    /// <summary><c>4/20 = 20.0%</c>.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Lost}/{Closed}{(Share is { } share ? $" = {100m * share:0.0}%" : "")}");

    /// <summary>Counts cases: a loss out of scope is one (N2.1-e), a settlement or withdrawal is closed and no loss.</summary>
    public static LossRate Of(IEnumerable<CountedCase> cases, Policy policy)
    {
        var counted = cases
            .Where(c => policy.LossRateBase == LossRateBase.AllClosed || c.Result is not (LossResult.Withdrawn or LossResult.MediationSettled))
            .Select((c, i) => (Case: c, Key: policy.SeriesCounting == SeriesCounting.PerSeries && c.Series is { } series ? $"series {series}" : $"case {i}"))
            .GroupBy(c => c.Key, c => c.Case)
            .ToList();
        return new(counted.Count(g => g.Any(c => ScopeTest.CountedInLossRate(c.Result, c.EffectiveOn, policy))), counted.Count);
    }
}
