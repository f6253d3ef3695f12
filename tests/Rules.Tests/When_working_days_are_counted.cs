using CsCheck;
using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Working days (工作日), domain 4.1 and 4.3.</summary>
[Trait("Clause", "4.1")]
public sealed class When_working_days_are_counted
{
    private static WorkingCalendar National => WorkingCalendar.National;

    [Fact]
    public void Every_date_of_the_published_years_is_what_a_second_reading_of_the_notices_says()
    {
        Assert.All(Between(First, Last), day => Assert.Equal(CountingByHand.National.IsWorked(day), National.IsWorkingDay(day)));
        Assert.All(Between(First, Last), day => Assert.Equal(
            CountingByHand.NationalWithWenzhou.IsWorked(day), WorkingCalendar.NationalWithWenzhou.IsWorkingDay(day)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(30)]
    public void The_nth_working_day_after_every_date_is_the_same_by_hand(int n)
    {
        foreach (var start in Between(First, Last))
        {
            if (CountingByHand.National.After(start, n) is { } expected)
            {
                Assert.Equal(expected, National.AddWorkingDays(start, n));
            }
        }
    }

    [Fact]
    public void Counting_back_what_was_added_gives_the_same_number() =>
        Gen.Select(Sample.Date, Gen.Int[0, 120], Sample.Calendar)
            .Sample((start, n, calendar) => calendar.WorkingDaysAfter(start, calendar.AddWorkingDays(start, n)) == n);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(30)]
    [InlineData(60)]
    public void Adding_and_counting_back_agree_from_every_date_and_the_day_before_the_due_day_counts_one_less(int n)
    {
        foreach (var start in Between(First, new DateOnly(2026, 9, 1)))
        {
            var due = National.AddWorkingDays(start, n);
            Assert.Equal((n, n - 1), (National.WorkingDaysAfter(start, due), National.WorkingDaysAfter(start, due.AddDays(-1))));
        }
    }

    [Fact]
    public void From_every_date_rolling_forward_stops_at_the_first_worked_day_not_before_it() => Assert.All(
        Between(First, Last.AddDays(-7)),
        day => Assert.Equal(CountingByHand.National.Worked[^1] < day ? day : CountingByHand.National.Worked.First(w => w >= day), National.RollForward(day)));

    [Fact]
    public void Adding_what_was_counted_gives_the_last_working_day_not_after_the_end() =>
        Gen.Select(Sample.Date, Gen.Int[0, 200], Sample.Calendar).Sample((from, length, calendar) =>
        {
            var to = from.AddDays(length);
            var n = calendar.WorkingDaysAfter(from, to);
            var expected = n == 0 ? from : Between(from, to).Last(calendar.IsWorkingDay);
            Assert.Equal(expected, calendar.AddWorkingDays(from, n));
        });

    [Fact]
    public void Counting_between_any_two_dates_is_the_same_by_hand() =>
        Gen.Select(Sample.Date, Sample.Date).Sample((from, to) => CountingByHand.National.Count(from, to) == National.WorkingDaysAfter(from, to));

    [Fact]
    public void A_later_start_never_ends_earlier_and_one_more_day_always_ends_later() =>
        Gen.Select(Sample.Date, Gen.Int[1, 400], Gen.Int[0, 60], Sample.Calendar).Sample((start, later, n, calendar) =>
        {
            Assert.True(calendar.AddWorkingDays(start, n) <= calendar.AddWorkingDays(start.AddDays(later), n));
            Assert.True(calendar.AddWorkingDays(start, n) < calendar.AddWorkingDays(start, n + 1));
        });

    [Fact]
    public void The_day_of_the_event_is_not_counted_and_the_last_day_is_worked() =>
        Gen.Select(Sample.Date, Gen.Int[1, 60]).Sample((start, n) =>
        {
            var due = National.AddWorkingDays(start, n);
            Assert.True(due > start);
            Assert.True(National.IsWorkingDay(due));
        });

    [Fact]
    public void Make_up_days_count_although_they_are_weekend_days()
    {
        var makeUp = Rows("cn-holidays.csv").Where(r => r[1] == "workday").Select(r => Day(r[0])).ToList();
        Assert.Equal(53, makeUp.Count);
        Assert.All(makeUp, day =>
        {
            Assert.True(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            Assert.Equal(DayKind.MakeUp, National.Describe(day).Kind);
            Assert.True(National.IsWorkingDay(day));
        });
    }

    [Fact]
    public void Holidays_and_other_weekend_days_do_not_count()
    {
        var declared = Rows("cn-holidays.csv").ToDictionary(r => Day(r[0]), r => (Off: r[1] == "holiday", Name: r[2]));
        Assert.Equal(242, declared.Values.Count(d => d.Off));
        Assert.All(declared.Where(d => d.Value.Off), d => Assert.Equal(new Day(DayKind.Holiday, d.Value.Name), National.Describe(d.Key)));
        Assert.All(
            Between(First, Last).Where(d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && !declared.ContainsKey(d)),
            d => Assert.Equal(new Day(DayKind.Weekend, null), National.Describe(d)));
    }

    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    [Trait("Clause", "4.3")]
    public void A_year_has_as_many_working_days_as_its_notice_leaves(int year, int expected) =>
        Assert.Equal(expected, National.WorkingDaysAfter(new(year - 1, 12, 31), new(year, 12, 31)));

    [Theory]
    [InlineData("2020-02-03", true, false)]
    [InlineData("2020-02-07", true, false)]
    [InlineData("2020-02-08", false, false)]
    [InlineData("2020-02-09", false, true)]
    [InlineData("2020-02-10", true, true)]
    public void The_local_order_of_2020_counts_only_in_the_calendar_that_holds_it(string day, bool national, bool wenzhou)
    {
        Assert.Equal(national, National.IsWorkingDay(Day(day)));
        Assert.Equal(wenzhou, WorkingCalendar.NationalWithWenzhou.IsWorkingDay(Day(day)));
    }

    [Fact]
    public void The_local_order_moves_a_due_date_of_that_month()
    {
        Assert.Equal(Day("2020-03-12"), National.AddWorkingDays(Day("2020-01-22"), 30));
        Assert.Equal(Day("2020-03-18"), WorkingCalendar.NationalWithWenzhou.AddWorkingDays(Day("2020-01-22"), 30));
    }

    [Fact]
    public void Both_calendars_agree_outside_the_local_order()
    {
        var local = Rows("local-overrides-wenzhou.csv").Select(r => Day(r[0])).ToHashSet();
        Assert.All(
            Between(First, Last).Where(d => !local.Contains(d)),
            d => Assert.Equal(National.Describe(d), WorkingCalendar.NationalWithWenzhou.Describe(d)));
    }

    [Fact]
    public void A_calendar_is_found_again_by_the_name_a_case_keeps()
    {
        Assert.Same(National, WorkingCalendar.Version("cn-2026.1"));
        Assert.Same(WorkingCalendar.NationalWithWenzhou, WorkingCalendar.Version("cn-2026.1+wenzhou-2020"));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingCalendar.Version("cn-2017.1"));
    }
}
