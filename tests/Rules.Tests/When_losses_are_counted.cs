using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Figures of litigation (诉讼统计) and the loss rate (败诉率), N2.1-e, GAP-20, GAP-25.</summary>
[Trait("Clause", "GAP-20")]
public sealed class When_losses_are_counted
{
    private static readonly LitigationFigures Year = new() { Closed = 20, Lost = 4, OutOfScope = 1, Mediated = 3, Withdrawn = 2, ReversedLater = 1 };

    [Fact]
    [Trait("Clause", "N2.1-e")]
    public void A_loss_out_of_scope_counts_and_what_was_settled_is_closed_and_no_loss() =>
        Assert.Equal("4/20 = 20.0%", LitigationStatistics.Rate(Year, Policy.Default).Text);

    [Fact]
    public void What_a_retrial_reversed_is_taken_off() => Assert.Equal("3/20 = 15.0%", LitigationStatistics.RateAfterReversal(Year, Policy.Default).Text);

    [Fact]
    public void Losses_in_scope_and_not_reversed_are_investigated() => Assert.Equal(2, LitigationStatistics.PursuitBase(Year));

    [Fact]
    public void What_was_settled_is_left_out_where_the_rules_say_so() =>
        Assert.Equal(new LossRate(4, 15), LitigationStatistics.Rate(Year, Policy.Default with { LossRateBase = LossRateBase.WithoutSettled }));

    [Fact]
    [Trait("Clause", "GAP-25")]
    public void A_series_counts_once_where_the_rules_say_so() => Assert.Equal(
        new LossRate(2, 16),
        LitigationStatistics.Rate(Year with { ClosedInSeries = 4, LostInSeries = 2 }, Policy.Default with { SeriesCounting = SeriesCounting.PerSeries }));

    [Fact]
    public void Nothing_closed_is_no_rate() => Assert.Equal("0/0", LitigationStatistics.Rate(new() { Closed = 0, Lost = 0 }, Policy.Default).Text);

    [Theory]
    [InlineData(3, 4, 0, 0, 0, 0, 0, 0, "closed")]
    [InlineData(5, 2, 0, 2, 2, 0, 0, 0, "closed")]
    [InlineData(5, 2, 2, 0, 0, 1, 0, 0, "outOfScope")]
    [InlineData(5, -1, 0, 0, 0, 0, 0, 0, "lost")]
    [InlineData(5, 2, 0, -1, 0, 0, 0, 0, "mediated")]
    [InlineData(5, 2, 0, 0, 0, 0, 1, 2, "lostInSeries")]
    [InlineData(5, 2, 0, 0, 0, 0, 3, 2, "lostInSeries")]
    [InlineData(5, 2, 0, 0, 0, 0, 5, 1, "closedInSeries")]
    [InlineData(5, 2, 1, 1, 1, 1, 1, 1, null)]
    [InlineData(0, 0, 0, 0, 0, 0, 0, 0, null)]
    public void Figures_that_cannot_be_are_refused(int closed, int lost, int outOfScope, int mediated, int withdrawn, int reversed, int closedInSeries, int lostInSeries, string? wrong)
    {
        var figures = new LitigationFigures
        {
            Closed = closed,
            Lost = lost,
            OutOfScope = outOfScope,
            Mediated = mediated,
            Withdrawn = withdrawn,
            ReversedLater = reversed,
            ClosedInSeries = closedInSeries,
            LostInSeries = lostInSeries,
        };
        Assert.Equal(wrong, (LitigationStatistics.Check(figures) as Refused)?.Subject);
        Assert.True(wrong is null || Labels.Zh(wrong) != wrong);
    }

    [Fact]
    public void A_year_that_is_not_told_is_its_parts_together()
    {
        var told = new Dictionary<string, LitigationFigures> { ["2025H1"] = Year, ["2025Q3"] = Year with { Closed = 30 }, ["2024"] = Year };
        Assert.Equal((50, 8), LitigationStatistics.Of(told, "2025") is { } both ? (both.Closed, both.Lost) : default);
        Assert.Equal(Year, LitigationStatistics.Of(told, "2024"));
        Assert.Null(LitigationStatistics.Of(told, "2023"));
        Assert.Equal(30, LitigationStatistics.Sum([Year, Year with { Closed = 10 }]).Closed);
    }

    [Theory]
    [Trait("Clause", "N5.1-b")]
    [InlineData("2025", "2025-01-01", "2025-12-31", "2024")]
    [InlineData("2025H1", "2025-01-01", "2025-06-30", "2024H2")]
    [InlineData("2025H2", "2025-07-01", "2025-12-31", "2025H1")]
    [InlineData("2025Q1", "2025-01-01", "2025-03-31", "2024Q4")]
    [InlineData("2024Q4", "2024-10-01", "2024-12-31", "2024Q3")]
    public void A_period_has_its_days_and_one_before_it(string period, string first, string last, string before)
    {
        Assert.Equal((Day(first), Day(last)), StatPeriods.Days(period));
        Assert.Equal(before, StatPeriods.Before(period));
        Assert.All(StatPeriods.Parts(period), p => Assert.NotNull(StatPeriods.Days(p)));
    }

    [Theory]
    [InlineData("25")]
    [InlineData("2025H3")]
    [InlineData("2025Q5")]
    [InlineData("20 5")]
    [InlineData("1989")]
    [InlineData(null)]
    public void What_is_no_period_is_none(string? text) => Assert.Null(StatPeriods.Days(text));
}
