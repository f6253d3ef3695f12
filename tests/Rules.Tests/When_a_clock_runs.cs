using CsCheck;
using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Limits and how they are counted (期限), domain 1.14, 2.4, 4.1.</summary>
[Trait("Clause", "2.4")]
public sealed class When_a_clock_runs
{
    private static readonly Gen<ClockKind> WorkingDayClock =
        Gen.OneOf(Enum.GetValues<ClockKind>().Where(k => Policy.Default.Clock(k).Unit == DayUnit.WorkingDays).ToArray());

    [Theory]
    [InlineData(ClockKind.Investigation, 30, DayUnit.WorkingDays, ClockNature.Soft, "N2.5.1-b")]
    [InlineData(ClockKind.Submit, 5, DayUnit.WorkingDays, ClockNature.Must, "N2.5.2-a")]
    [InlineData(ClockKind.Review, 30, DayUnit.WorkingDays, ClockNature.Soft, "N2.5.2-e")]
    [InlineData(ClockKind.Feedback, 5, DayUnit.WorkingDays, ClockNature.Must, "N2.5.2-h")]
    [InlineData(ClockKind.Filing, 5, DayUnit.WorkingDays, ClockNature.Must, "N2.5.2-i")]
    [InlineData(ClockKind.Disposition, 30, DayUnit.WorkingDays, ClockNature.Soft, "N2.5.3-a")]
    [InlineData(ClockKind.Resubmit, 5, DayUnit.WorkingDays, ClockNature.Configured, "GAP-07")]
    [InlineData(ClockKind.Redisposition, 30, DayUnit.WorkingDays, ClockNature.Configured, "GAP-12")]
    [InlineData(ClockKind.UnitDecision, 30, DayUnit.WorkingDays, ClockNature.Configured, "GAP-03")]
    [InlineData(ClockKind.TransferFollowup, 30, DayUnit.WorkingDays, ClockNature.Configured, "GAP-10")]
    [InlineData(ClockKind.SuggestionReply, 60, DayUnit.CalendarDays, ClockNature.Configured, "GAP-14")]
    [Trait("Clause", "1.14")]
    public void Its_length_and_force_are_those_of_the_clause(ClockKind kind, int length, DayUnit unit, ClockNature nature, string clause) =>
        Assert.Equal(new ClockTerms(length, unit, nature, clause), Policy.Default.Clock(kind));

    [Fact]
    public void Every_kind_of_clock_has_terms() => Assert.All(Enum.GetValues<ClockKind>(), kind => Assert.NotNull(Policy.Default.Clock(kind)));

    public static TheoryData<WorkedClock> WorkedClocks() => [.. WorkedClock.All()];

    [Theory]
    [MemberData(nameof(WorkedClocks))]
    [Trait("Clause", "5")]
    public void It_ends_and_stands_as_in_the_worked_scenario(WorkedClock worked)
    {
        ArgumentNullException.ThrowIfNull(worked);
        var reading = worked.Read();
        Assert.Equal(worked.Due, reading.DueOn);
        if (worked.Stopped is { } stopped)
        {
            Assert.Equal(new ClockStanding(worked.Status, worked.Overdue, null), reading.Status(stopped, stopped));
        }
    }

    [Fact]
    public void Its_due_date_is_the_working_day_the_calendar_names() =>
        Gen.Select(Sample.Date, WorkingDayClock, Sample.Calendar).Sample((start, kind, calendar) =>
            Clock.Read(Policy.Default.Clock(kind), start, [], calendar).DueOn
                == calendar.AddWorkingDays(start, Policy.Default.Clock(kind).Length));

    [Fact]
    public void Its_explanation_lists_every_day_once_and_numbers_the_counted_ones() =>
        Gen.Select(Sample.Date, Sample.Any<ClockKind>(), Sample.Calendar).Sample((start, kind, calendar) =>
        {
            var terms = Policy.Default.Clock(kind);
            var reading = Clock.Read(terms, start, [], calendar);
            Assert.Equal(Between(start.AddDays(1), reading.DueOn), reading.Days.Select(d => d.Date));
            Assert.Equal(Enumerable.Range(1, terms.Length), reading.Days.Select(d => d.Number).OfType<int>());
            Assert.All(reading.Days, d => Assert.True(d.Number is null == d.Skipped is not null));
        });

    [Fact]
    public void Each_skipped_day_names_its_festival_or_the_weekend()
    {
        var days = Clock.Read(Policy.Default.Clock(ClockKind.Submit), Day("2019-04-26"), [], WorkingCalendar.National).Days;
        Assert.Equal(
            [
                (Day("2019-04-27"), null, "周末"), (Day("2019-04-28"), 1, null), (Day("2019-04-29"), 2, null), (Day("2019-04-30"), 3, null),
                (Day("2019-05-01"), null, "劳动节"), (Day("2019-05-02"), null, "劳动节"), (Day("2019-05-03"), null, "劳动节"),
                (Day("2019-05-04"), null, "劳动节"), (Day("2019-05-05"), 4, null), (Day("2019-05-06"), 5, null),
            ],
            days.Select(d => (d.Date, d.Number, d.Skipped)));
    }

    [Fact]
    public void It_is_met_on_the_last_day_and_overdue_by_one_on_the_next_working_day() =>
        Gen.Select(Sample.Date, WorkingDayClock).Sample((start, kind) =>
        {
            var reading = Clock.Read(Policy.Default.Clock(kind), start, [], WorkingCalendar.National);
            var next = WorkingCalendar.National.AddWorkingDays(reading.DueOn, 1);
            Assert.Equal(new ClockStanding(ClockStatus.Met, null, null), reading.Status(reading.DueOn, next));
            Assert.Equal(new ClockStanding(ClockStatus.Overdue, 1, null), reading.Status(next, next));
            Assert.Equal(new ClockStanding(ClockStatus.Running, 1, null), reading.Status(null, next));
        });

    [Fact]
    public void What_has_passed_and_what_remains_make_the_whole_length() =>
        Gen.Select(Sample.Date, WorkingDayClock, Gen.Double[0, 1]).Sample((start, kind, part) =>
        {
            var reading = Clock.Read(Policy.Default.Clock(kind), start, [], WorkingCalendar.National);
            var asOf = start.AddDays((int)(part * (reading.DueOn.DayNumber - start.DayNumber)));
            var standing = reading.Status(null, asOf);
            Assert.Equal(ClockStatus.Running, standing.Status);
            Assert.Equal(reading.Terms.Length, standing.RemainingWorkingDays + WorkingCalendar.National.WorkingDaysAfter(start, asOf));
        });
}
