using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Assessment of law-based government (法治政府建设考核), 五（三）, N5.3-a.</summary>
[Trait("Clause", "N5.3-a")]
public sealed class When_an_agency_is_assessed
{
    private static readonly AssessedYear Year = new()
    {
        Losses = 4,
        Rate = new(4, 20),
        Reports = [true, true, true, false],
        Opinions = [true, false],
        Dispositions = [true],
        Corrections = 1,
        NonCompliances = 2,
    };

    [Fact]
    public void It_has_both_sides_in_the_order_agreed() => Assert.Equal(
        ["败诉件数", "败诉率", "应报审件数", "按期报审率", "按期备案率（县级）", "审核意见采纳率", "处理落实率", "被纠正件数", "不执行通报件数"],
        Assessment.Of(Year).Select(v => Assessment.Name(v.Indicator)));

    [Fact]
    public void Each_indicator_says_its_figure() => Assert.Equal(
        ["4", "4/20 = 20.0%", "4", "3/4 = 75.0%", "", "1/2 = 50.0%", "1/1 = 100.0%", "1", "2"], Assessment.Of(Year).Select(v => v.Text));

    [Fact]
    public void A_share_of_nothing_is_not_applicable()
    {
        var filings = Assessment.Of(Year).Single(v => v.Indicator == AssessmentIndicator.FilingsInTime);
        Assert.False(filings.IsApplicable);
        Assert.Null(filings.Share);
        Assert.Equal(0.75m, Assessment.Of(Year).Single(v => v.Indicator == AssessmentIndicator.ReportsInTime).Share);
        Assert.False(Assessment.Of(new() { Losses = 2, Rate = null }).Single(v => v.Indicator == AssessmentIndicator.LossRate).IsApplicable);
    }

    [Fact]
    public void Losses_are_one_side_and_everything_else_is_how_the_system_is_carried_out() => Assert.Equal(
        [AssessmentIndicator.Losses, AssessmentIndicator.LossRate],
        Enum.GetValues<AssessmentIndicator>().Where(i => Assessment.Group(i) == AssessmentGroup.Losses));

    [Theory]
    [InlineData("2025-03-03", "2025-03-10", "2025-12-31", true)]
    [InlineData("2025-03-03", "2025-03-11", "2025-12-31", false)]
    [InlineData("2025-03-03", null, "2025-03-11", false)]
    [InlineData("2025-03-03", null, "2025-03-10", null)]
    [InlineData("2024-12-25", "2024-12-26", "2025-12-31", true)]
    [InlineData("2024-12-02", "2024-12-03", "2025-12-31", null)]
    public void A_duty_counts_in_the_year_it_falls_due(string start, string? done, string asOf, bool? inTime)
    {
        var reading = Clock.Read(Policy.Default.Clock(ClockKind.Submit), Day(start), [], WorkingCalendar.National);
        Assert.Equal(inTime, Assessment.InTime(reading, done is null ? null : Day(done), 2025, Day(asOf)));
    }

    [Theory]
    [Trait("Clause", "GAP-17")]
    [InlineData(Conclusion.Pursue, false, Conclusion.Pursue, true)]
    [InlineData(Conclusion.Pursue, false, Conclusion.NotPursued, false)]
    [InlineData(Conclusion.Pursue, true, Conclusion.NotPursued, true)]
    [InlineData(Conclusion.Pursue, true, Conclusion.Pursue, false)]
    public void An_opinion_is_followed_where_what_it_objected_to_is_changed(Conclusion proposed, bool disagrees, Conclusion result, bool follows) =>
        Assert.Equal(follows, DispositionRules.Follows(proposed, disagrees, result));
}
