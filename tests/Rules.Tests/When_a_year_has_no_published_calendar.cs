using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Years that are not loaded are counted provisionally (暂定), domain 4.1 no. 7.</summary>
[Trait("Clause", "4.1")]
public sealed class When_a_year_has_no_published_calendar
{
    private static WorkingCalendar National => WorkingCalendar.National;

    [Theory]
    [InlineData("2026-12-30", "2026-12-31", false)]
    [InlineData("2026-12-31", "2027-01-01", true)]
    [InlineData("2027-03-01", "2027-03-02", true)]
    [InlineData("2018-12-14", "2018-12-20", false)]
    [InlineData("2018-12-13", "2018-12-20", true)]
    public void A_period_that_touches_it_is_provisional(string from, string to, bool provisional) =>
        Assert.Equal(provisional, WorkingCalendar.IsProvisional(Day(from), Day(to)));

    [Theory]
    [InlineData("2027-01-01", DayKind.Holiday)]
    [InlineData("2027-05-01", DayKind.Holiday)]
    [InlineData("2027-05-02", DayKind.Holiday)]
    [InlineData("2027-05-03", DayKind.Working)]
    [InlineData("2027-10-01", DayKind.Holiday)]
    [InlineData("2027-10-03", DayKind.Holiday)]
    [InlineData("2027-10-04", DayKind.Working)]
    [InlineData("2027-10-09", DayKind.Weekend)]
    public void Weekends_and_fixed_statutory_days_are_off_and_nothing_is_invented(string day, DayKind kind) =>
        Assert.Equal(kind, National.Describe(Day(day)).Kind);

    [Fact]
    public void A_clock_that_runs_into_it_says_so()
    {
        var review = Policy.Default.Clock(ClockKind.Review);
        Assert.False(Clock.Read(review, Day("2026-11-02"), [], National).Provisional);
        Assert.True(Clock.Read(review, Day("2026-12-01"), [], National).Provisional);
    }

    [Fact]
    public void Every_published_year_is_counted_by_its_notice_and_not_provisionally() =>
        Assert.All(Between(First, Last), day => Assert.False(WorkingCalendar.IsProvisional(day, day)));
}
