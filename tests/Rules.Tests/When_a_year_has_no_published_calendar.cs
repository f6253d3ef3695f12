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
    [InlineData("2027-02-05", DayKind.Holiday)]
    [InlineData("2027-02-08", DayKind.Holiday)]
    [InlineData("2027-02-09", DayKind.Working)]
    [InlineData("2027-04-05", DayKind.Holiday)]
    [InlineData("2027-06-09", DayKind.Holiday)]
    [InlineData("2027-09-15", DayKind.Holiday)]
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

    [Fact]
    public void Every_statutory_day_of_the_published_years_is_off_in_its_notice_too()
    {
        var statutory = Between(Day("2019-01-01"), Last).Where(d => StatutoryDays.Name(d) is not null).ToList();
        Assert.All(statutory, day => Assert.Equal(DayKind.Holiday, National.Describe(day).Kind));
        Assert.All(statutory.GroupBy(d => d.Year), year => Assert.Equal(
            (year.Key >= 2025 ? 13 : 11) - (year.Key == 2020 ? 1 : 0), year.Count()));
    }

    /// <summary>In 2028 Mid-Autumn falls on 3 October, a National Day, and goes by that name.</summary>
    [Theory]
    [InlineData(2028, "01-25 01-26 01-27 01-28", "04-04", "05-28", "")]
    [InlineData(2033, "01-30 01-31 02-01 02-02", "04-04", "06-01", "09-08")]
    public void Lunar_festivals_fall_where_the_lunar_calendar_puts_them_also_in_years_with_a_leap_month(
        int year, string spring, string qingming, string dragonBoat, string midAutumn)
    {
        Assert.Equal(spring, Festival(year, "春节"));
        Assert.Equal(qingming, Festival(year, "清明节"));
        Assert.Equal(dragonBoat, Festival(year, "端午节"));
        Assert.Equal(midAutumn, Festival(year, "中秋节"));
    }

    [Fact]
    public void Beyond_the_lunar_tables_only_the_fixed_days_are_known() => Assert.Equal(
        ["2150-01-01", "2150-05-01", "2150-05-02", "2150-10-01", "2150-10-02", "2150-10-03"],
        Between(new(2150, 1, 1), new(2150, 12, 31)).Where(d => StatutoryDays.Name(d) is not null and not "清明节").Select(d => $"{d:yyyy-MM-dd}"));

    private static string Festival(int year, string name) => string.Join(
        ' ', Between(new(year, 1, 1), new(year, 12, 31)).Where(d => StatutoryDays.Name(d) == name).Select(d => $"{d:MM-dd}"));
}
