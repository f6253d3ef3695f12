namespace LostCases.Rules;

/// <summary>What the courts count of one agency in one period (诉讼统计), GAP-20.</summary>
public sealed record LitigationFigures
{
    /// <summary>Cases closed (结案), settled and withdrawn ones among them.</summary>
    public required int Closed { get; init; }

    /// <summary>Of them lost (败诉), whatever their scope.</summary>
    public required int Lost { get; init; }

    /// <summary>Of the losses out of the notice's scope (范围外, N2.1-e).</summary>
    public int OutOfScope { get; init; }

    /// <summary>Closed by a mediation statement (调解书): no loss.</summary>
    public int Mediated { get; init; }

    /// <summary>Withdrawn (撤诉): no loss.</summary>
    public int Withdrawn { get; init; }

    /// <summary>Of the losses in scope later reversed on retrial (再审改判).</summary>
    public int ReversedLater { get; init; }

    /// <summary>Closed cases beyond the first of their series (串案折减, GAP-25).</summary>
    public int ClosedInSeries { get; init; }

    /// <summary>Losses beyond the first of their series.</summary>
    public int LostInSeries { get; init; }
}

/// <summary>Statistics of litigation, N2.1-e, GAP-20, GAP-25.</summary>
public static class LitigationStatistics
{
    /// <summary>Whether the figures can be those of one agency: none below nothing, and no part greater than its whole; names the figure that cannot be.</summary>
    public static Decision Check(LitigationFigures figures)
    {
        var wrong = figures switch
        {
            { Closed: < 0 } => "closed",
            { Lost: < 0 } => "lost",
            { OutOfScope: < 0 } => "outOfScope",
            { Mediated: < 0 } => "mediated",
            { Withdrawn: < 0 } => "withdrawn",
            { ReversedLater: < 0 } => "reversedLater",
            { ClosedInSeries: < 0 } => "closedInSeries",
            { LostInSeries: < 0 } => "lostInSeries",
            var f when f.Lost + f.Mediated + f.Withdrawn > f.Closed => "closed",
            var f when f.OutOfScope + f.ReversedLater > f.Lost => "outOfScope",
            var f when f.LostInSeries > f.ClosedInSeries || f.LostInSeries > 0 && f.LostInSeries >= f.Lost => "lostInSeries",
            var f when f.ClosedInSeries > 0 && f.ClosedInSeries >= f.Closed - f.Mediated - f.Withdrawn => "closedInSeries",
            _ => null,
        };
        return wrong is null ? new Accepted("GAP-20") : new Refused("FIGURES_INCONSISTENT", "GAP-20", wrong);
    }

    /// <summary>The loss rate as first published: a loss out of scope counts, what was settled or withdrawn is closed and no loss.</summary>
    public static LossRate Rate(LitigationFigures figures, Policy policy)
    {
        var settled = policy.LossRateBase == LossRateBase.WithoutSettled ? figures.Mediated + figures.Withdrawn : 0;
        return policy.SeriesCounting == SeriesCounting.PerSeries
            ? new(figures.Lost - figures.LostInSeries, figures.Closed - settled - figures.ClosedInSeries)
            : new(figures.Lost, figures.Closed - settled);
    }

    /// <summary>The loss rate as it stands now: what a retrial reversed is closed and no longer a loss (再审改判后核减).</summary>
    public static LossRate RateAfterReversal(LitigationFigures figures, Policy policy)
    {
        var published = Rate(figures, policy);
        return published with { Lost = Math.Max(0, published.Lost - figures.ReversedLater) };
    }

    /// <summary>Losses that are investigated (追责基数): in scope and not reversed.</summary>
    public static int PursuitBase(LitigationFigures figures) => figures.Lost - figures.OutOfScope - figures.ReversedLater;

    /// <summary>Figures of several agencies or periods together.</summary>
    public static LitigationFigures Sum(IEnumerable<LitigationFigures> figures) => figures.Aggregate(
        new LitigationFigures { Closed = 0, Lost = 0 },
        (sum, f) => new()
        {
            Closed = sum.Closed + f.Closed,
            Lost = sum.Lost + f.Lost,
            OutOfScope = sum.OutOfScope + f.OutOfScope,
            Mediated = sum.Mediated + f.Mediated,
            Withdrawn = sum.Withdrawn + f.Withdrawn,
            ReversedLater = sum.ReversedLater + f.ReversedLater,
            ClosedInSeries = sum.ClosedInSeries + f.ClosedInSeries,
            LostInSeries = sum.LostInSeries + f.LostInSeries,
        });

    /// <summary>An agency's figures of a period: those told for it, or else its parts together; null where nothing is told.</summary>
    public static LitigationFigures? Of(IReadOnlyDictionary<string, LitigationFigures> told, string period)
    {
        if (told.TryGetValue(period, out var whole))
        {
            return whole;
        }

        var parts = StatPeriods.Parts(period).Select(p => Of(told, p)).OfType<LitigationFigures>().ToList();
        return parts.Count == 0 ? null : Sum(parts);
    }
}
