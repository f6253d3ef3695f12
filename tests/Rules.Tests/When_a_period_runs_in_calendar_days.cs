using CsCheck;
using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Periods in calendar days (自然日): all days count and the last rolls forward; domain 4.1 no. 4.</summary>
[Trait("Clause", "4.1")]
public sealed class When_a_period_runs_in_calendar_days
{
    private static readonly ClockTerms Reply = Policy.Default.Clock(ClockKind.SuggestionReply);

    private static WorkingCalendar National => WorkingCalendar.National;

    [Fact]
    public void It_ends_on_the_first_working_day_not_before_its_last_day() =>
        Gen.Select(Sample.Date, Gen.Int[1, 90], Sample.Calendar).Sample((start, length, calendar) =>
        {
            var due = Clock.Read(Reply with { Length = length }, start, [], calendar).DueOn;
            Assert.True(calendar.IsWorkingDay(due));
            Assert.True(due >= start.AddDays(length));
            Assert.DoesNotContain(Between(start.AddDays(length), due.AddDays(-1)), calendar.IsWorkingDay);
        });

    [Fact]
    public void Rest_days_inside_it_are_counted_and_only_the_last_rolls_forward()
    {
        var reading = Clock.Read(Reply with { Length = 3 }, Day("2022-09-28"), [], National);
        Assert.Equal(Day("2022-10-08"), reading.DueOn);
        Assert.Equal([1, 2, 3], reading.Days.Take(3).Select(d => d.Number));
        Assert.Equal(7, reading.Days.Skip(3).Count());
        Assert.All(reading.Days.Skip(3), d => Assert.Equal((null, "期限届满日为休息日，顺延"), (d.Number, d.Skipped)));
    }

    [Fact]
    public void A_make_up_saturday_is_no_rest_day() => Assert.Equal(Day("2022-10-08"), National.RollForward(Day("2022-10-08")));

    [Fact]
    public void Rolling_forward_never_goes_back_and_stops_at_the_first_working_day() =>
        Gen.Select(Sample.Date, Sample.Calendar).Sample((day, calendar) =>
        {
            var rolled = calendar.RollForward(day);
            Assert.True(rolled >= day && calendar.IsWorkingDay(rolled));
            Assert.DoesNotContain(Between(day, rolled.AddDays(-1)), calendar.IsWorkingDay);
            Assert.Equal(rolled, calendar.RollForward(rolled));
        });

    [Fact]
    [Trait("Clause", "GAP-14")]
    public void A_judicial_suggestion_is_due_for_reply_after_sixty_days() =>
        Assert.Equal(Day("2024-08-13"), Clock.Read(Reply, Day("2024-06-14"), [], National).DueOn);
}
