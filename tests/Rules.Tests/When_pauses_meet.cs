using CsCheck;
using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>
/// Several pauses of one clock (多次退回、中止与退回并存), against an oracle that walks the days one by one and knows nothing of
/// intervals: GAP-07, GAP-13, domain 2.4.
/// </summary>
[Trait("Clause", "2.4")]
public sealed class When_pauses_meet
{
    private static readonly Gen<(DateOnly Start, ClockTerms Terms, Pause[] Pauses)> AnyClock = Gen.Select(
        Gen.Int[0, Day("2024-06-30").DayNumber - First.DayNumber].Select(First.AddDays),
        Gen.OneOf(Enum.GetValues<ClockKind>().Select(Policy.Default.Clock).ToArray()),
        Gen.Select(Gen.Int[0, 70], Gen.Int[0, 50], Gen.Int[0, 9]).Array[0, 4])
        .Select((start, terms, some) => (start, terms, some.Select((p, i) => new Pause(
            start.AddDays(p.Item1), p.Item3 == 0 ? null : start.AddDays(p.Item1 + p.Item2), i % 2 == 0 ? $"RETURN:{i + 1}" : $"SUSPENSION:{i + 1}")).ToArray()));

    private static WorkingCalendar National => WorkingCalendar.National;

    [Fact]
    public void Ended_pauses_give_the_due_date_the_oracle_counts() => AnyClock.Sample(clock =>
    {
        var ended = clock.Pauses.Where(p => p.To is not null).ToArray();
        Assert.Equal(DueByHand(clock.Start, clock.Terms, ended), Clock.Read(clock.Terms, clock.Start, ended, National).DueOn);
    });

    [Fact]
    public void How_it_stands_on_any_day_is_what_the_oracle_counts() => Gen.Select(AnyClock, Gen.Int[0, 260]).Sample((clock, later) =>
    {
        var (start, terms, pauses) = clock;
        var asOf = start.AddDays(later);
        if (terms.Unit == DayUnit.WorkingDays)
        {
            var standing = Clock.Read(terms, start, pauses, National).Status(null, asOf);
            var used = Between(start.AddDays(1), asOf).Count(d => CountingByHand.National.IsWorked(d) && !pauses.Any(p => IsOut(p, d)));
            var paused = pauses.Any(p => p.From <= asOf && (p.To is null || asOf < p.To));
            Assert.Equal(paused ? ClockStatus.Paused : ClockStatus.Running, standing.Status);
            Assert.Equal(used - terms.Length, (standing.OverdueWorkingDays ?? 0) - (standing.RemainingWorkingDays ?? 0));
        }
    });

    [Fact]
    public void Whatever_the_order_they_are_told_in_everything_is_the_same() =>
        Gen.Select(AnyClock, Gen.Int[0, 260]).SelectMany(t => Gen.Shuffle(t.Item1.Pauses).Select(shuffled => (Clock: t.Item1, Later: t.Item2, shuffled))).Sample(t =>
        {
            var asOf = t.Clock.Start.AddDays(t.Later);
            var told = Clock.Read(t.Clock.Terms, t.Clock.Start, t.Clock.Pauses, National);
            var otherwise = Clock.Read(t.Clock.Terms, t.Clock.Start, t.shuffled, National);
            Assert.Equal((told.DueOn, told.Status(null, asOf), told.Status(asOf, asOf)), (otherwise.DueOn, otherwise.Status(null, asOf), otherwise.Status(asOf, asOf)));
            Assert.Equal(told.Days, otherwise.Days);
        });

    [Fact]
    public void One_pause_cut_in_two_that_touch_is_the_same_pause() => Gen.Select(Sample.Date, Gen.Int[0, 20], Gen.Int[0, 30], Gen.Int[0, 30]).Sample((start, after, first, second) =>
    {
        var terms = Policy.Default.Clock(ClockKind.Review);
        var (from, cut, to) = (start.AddDays(after), start.AddDays(after + first), start.AddDays(after + first + second));
        return Clock.Read(terms, start, [new(from, cut, "RETURN:1"), new(cut, to, "SUSPENSION:1")], National).DueOn
            == Clock.Read(terms, start, [new(from, to, "RETURN:1")], National).DueOn;
    });

    [Fact]
    [Trait("Clause", "GAP-07")]
    public void Two_returns_move_the_review_by_the_working_days_of_both()
    {
        Pause[] both = [new(Day("2024-03-15"), Day("2024-03-21"), "RETURN:1"), new(Day("2024-04-01"), Day("2024-04-08"), "RETURN:2")];
        var review = Policy.Default.Clock(ClockKind.Review);
        Assert.Equal(Day("2024-04-22"), Clock.Read(review, Day("2024-03-04"), [both[0]], National).DueOn);
        Assert.Equal(Day("2024-04-26"), Clock.Read(review, Day("2024-03-04"), both, National).DueOn);
    }

    [Fact]
    [Trait("Clause", "GAP-13")]
    public void A_suspension_inside_an_open_return_neither_adds_nor_hides_anything()
    {
        Pause[] pauses = [new(Day("2024-03-15"), null, "RETURN:1"), new(Day("2024-03-18"), Day("2024-04-30"), "SUSPENSION:1")];
        var reading = Clock.Read(Policy.Default.Clock(ClockKind.Review), Day("2024-03-04"), pauses, National);
        Assert.All(
            new[] { "2024-03-15", "2024-03-20", "2024-04-30", "2024-12-31" },
            day => Assert.Equal(new ClockStanding(ClockStatus.Paused, null, 21), reading.Status(null, Day(day))));
    }

    [Fact]
    public void Nobody_becomes_later_while_the_clock_is_paused()
    {
        var submit = Policy.Default.Clock(ClockKind.Submit);
        var reading = Clock.Read(submit, Day("2024-03-04"), [new(Day("2024-03-13"), Day("2024-06-03"), "SUSPENSION:1")], National);
        Assert.Equal(Day("2024-03-11"), reading.DueOn);
        Assert.Equal(new ClockStanding(ClockStatus.Running, 1, null), reading.Status(null, Day("2024-03-12")));
        Assert.Equal(new ClockStanding(ClockStatus.Paused, 2, null), reading.Status(null, Day("2024-05-06")));
        Assert.Equal(new ClockStanding(ClockStatus.Running, 2, null), reading.Status(null, Day("2024-06-03")));
        Assert.Equal(new ClockStanding(ClockStatus.Overdue, 3, null), reading.Status(Day("2024-06-04"), Day("2024-06-04")));
    }

    [Fact]
    public void What_was_in_time_when_it_was_paused_is_in_time_when_it_is_stopped_in_the_pause()
    {
        var reading = Clock.Read(Policy.Default.Clock(ClockKind.Submit), Day("2024-03-04"), [new(Day("2024-03-06"), null, "SUSPENSION:1")], National);
        Assert.Equal(new ClockStanding(ClockStatus.Met, null, null), reading.Status(Day("2024-09-30"), Day("2024-09-30")));
    }

    private static bool IsOut(Pause pause, DateOnly day) => day > pause.From && (pause.To is not { } to || day <= to);

    private static DateOnly DueByHand(DateOnly start, ClockTerms terms, Pause[] pauses)
    {
        var counted = 0;
        foreach (var day in Between(start.AddDays(1), Last))
        {
            var isIn = !pauses.Any(p => IsOut(p, day));
            counted += isIn && (terms.Unit == DayUnit.CalendarDays || CountingByHand.National.IsWorked(day)) ? 1 : 0;
            if (counted >= terms.Length && isIn && CountingByHand.National.IsWorked(day))
            {
                return day;
            }
        }

        throw new InvalidOperationException("The published years are too short.");
    }
}
