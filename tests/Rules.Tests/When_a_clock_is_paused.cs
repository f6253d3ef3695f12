using CsCheck;
using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Pauses (暂停): a return for supplement or a suspension; GAP-07, GAP-13, domain 2.4.</summary>
[Trait("Clause", "2.4")]
public sealed class When_a_clock_is_paused
{
    private static readonly Gen<ClockTerms> Terms = Gen.OneOf(
        Enum.GetValues<ClockKind>().Select(Policy.Default.Clock).Where(t => t.Unit == DayUnit.WorkingDays).ToArray());

    /// <summary>Up to four pauses that may touch and overlap, from the start on.</summary>
    private static readonly Gen<(int After, int Length)[]> SomePauses = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 40]).Array[0, 4];

    private static WorkingCalendar National => WorkingCalendar.National;

    [Fact]
    public void The_due_date_moves_by_exactly_the_working_days_of_the_pause() =>
        Gen.Select(Sample.Date, Terms, Gen.Double[0, 1], Gen.Int[0, 60]).Sample((start, terms, part, length) =>
        {
            var unpaused = National.AddWorkingDays(start, terms.Length);
            var from = start.AddDays((int)(part * (unpaused.DayNumber - start.DayNumber - 1)));
            var pause = new Pause(from, from.AddDays(length), "RETURN:1");
            var moved = Clock.Read(terms, start, [pause], National).DueOn;
            Assert.Equal(National.AddWorkingDays(unpaused, National.WorkingDaysAfter(pause.From, pause.To!.Value)), moved);
        });

    [Fact]
    public void A_pause_that_begins_on_the_last_day_or_later_moves_nothing() =>
        Gen.Select(Sample.Date, Terms, Gen.Int[0, 30], Gen.Int[0, 60]).Sample((start, terms, later, length) =>
        {
            var due = National.AddWorkingDays(start, terms.Length);
            var pause = new Pause(due.AddDays(later), due.AddDays(later + length), "RETURN:1");
            return Clock.Read(terms, start, [pause], National).DueOn == due;
        });

    [Fact]
    public void The_order_in_which_pauses_are_told_does_not_matter() =>
        Gen.Select(Sample.Date, Terms, SomePauses).SelectMany(t => Gen.Shuffle(Pauses(t.Item1, t.Item3)).Select(shuffled => (t.Item1, t.Item2, t.Item3, shuffled)))
            .Sample(t =>
            {
                var (start, terms, pauses, shuffled) = t;
                var told = Clock.Read(terms, start, Pauses(start, pauses), National);
                var toldOtherwise = Clock.Read(terms, start, shuffled, National);
                Assert.Equal(told.DueOn, toldOtherwise.DueOn);
                Assert.Equal(told.Days.Select(d => (d.Date, d.Number)), toldOtherwise.Days.Select(d => (d.Date, d.Number)));
            });

    [Fact]
    public void Telling_a_pause_twice_counts_it_once() =>
        Gen.Select(Sample.Date, Terms, SomePauses).Sample((start, terms, pauses) =>
        {
            var told = Pauses(start, pauses);
            return Clock.Read(terms, start, told, National).DueOn == Clock.Read(terms, start, [.. told, .. told], National).DueOn;
        });

    [Fact]
    public void The_explanation_still_lists_every_day_once_and_counts_no_paused_day() =>
        Gen.Select(Sample.Date, Terms, SomePauses).Sample((start, terms, some) =>
        {
            var pauses = Pauses(start, some);
            var reading = Clock.Read(terms, start, pauses, National);
            Assert.Equal(Between(start.AddDays(1), reading.DueOn), reading.Days.Select(d => d.Date));
            Assert.Equal(Enumerable.Range(1, terms.Length), reading.Days.Select(d => d.Number).OfType<int>());
            Assert.All(reading.Days, d => Assert.True(d.Number is null == d.Skipped is not null));
            Assert.All(reading.Days.Where(d => d.Number is not null), d => Assert.DoesNotContain(pauses, p => d.Date > p.From && d.Date <= p.To));
        });

    [Fact]
    public void The_day_of_the_pause_is_used_and_the_day_of_resumption_is_not()
    {
        var reading = Clock.Read(Policy.Default.Clock(ClockKind.Submit), Day("2024-03-11"), [new(Day("2024-03-13"), Day("2024-03-15"), "RETURN:1")], National);
        Assert.Equal(
            [
                (Day("2024-03-12"), 1, null), (Day("2024-03-13"), 2, null), (Day("2024-03-14"), null, "RETURN:1"), (Day("2024-03-15"), null, "RETURN:1"),
                (Day("2024-03-16"), null, "周末"), (Day("2024-03-17"), null, "周末"), (Day("2024-03-18"), 3, null), (Day("2024-03-19"), 4, null),
                (Day("2024-03-20"), 5, null),
            ],
            reading.Days.Select(d => (d.Date, d.Number, d.Skipped is { } s && d.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "周末" : d.Skipped)));
    }

    [Fact]
    [Trait("Clause", "GAP-13")]
    public void Eleven_working_days_remain_when_a_retrial_has_ended_as_in_scenario_S49()
    {
        var pause = new Pause(Day("2021-12-10"), Day("2022-06-21"), "SUSPENSION:1");
        var reading = Clock.Read(Policy.Default.Clock(ClockKind.Investigation), Day("2021-11-15"), [pause], National);
        Assert.Equal(Day("2022-07-06"), reading.DueOn);
        Assert.Equal(new ClockStanding(ClockStatus.Running, null, 11), reading.Status(null, Day("2022-06-21")));
    }

    [Fact]
    public void It_stands_paused_from_the_day_of_the_pause_to_the_day_before_resumption()
    {
        var pause = new Pause(Day("2024-03-13"), Day("2024-03-15"), "RETURN:1");
        var reading = Clock.Read(Policy.Default.Clock(ClockKind.Submit), Day("2024-03-11"), [pause], National);
        Assert.Equal(
            [ClockStatus.Running, ClockStatus.Paused, ClockStatus.Paused, ClockStatus.Running],
            Between(Day("2024-03-12"), Day("2024-03-15")).Select(d => reading.Status(null, d).Status));
        Assert.Equal([4, 3, 3, 3], Between(Day("2024-03-12"), Day("2024-03-15")).Select(d => reading.Status(null, d).RemainingWorkingDays));
    }

    [Fact]
    public void Nothing_is_used_up_however_long_it_stays_paused() =>
        Gen.Select(Sample.Date, Terms, Gen.Double[0, 1], Gen.Int[0, 300]).Sample((start, terms, part, wait) =>
        {
            var due = National.AddWorkingDays(start, terms.Length);
            var from = start.AddDays((int)(part * (due.DayNumber - start.DayNumber - 1)));
            var reading = Clock.Read(terms, start, [new Pause(from, null, "SUSPENSION:1")], National);
            var left = terms.Length - National.WorkingDaysAfter(start, from);
            Assert.Equal(new ClockStanding(ClockStatus.Paused, null, left), reading.Status(null, from.AddDays(wait)));
        });

    [Fact]
    public void What_remained_at_the_pause_is_what_runs_after_resumption() =>
        Gen.Select(Sample.Date, Terms, Gen.Double[0, 1], Gen.Int[0, 300]).Sample((start, terms, part, wait) =>
        {
            var due = National.AddWorkingDays(start, terms.Length);
            var from = start.AddDays((int)(part * (due.DayNumber - start.DayNumber - 1)));
            var open = Clock.Read(terms, start, [new Pause(from, null, "SUSPENSION:1")], National).Status(null, from);
            var resumed = Clock.Read(terms, start, [new Pause(from, from.AddDays(wait), "SUSPENSION:1")], National);
            Assert.Equal(open.RemainingWorkingDays, resumed.Status(null, from.AddDays(wait)).RemainingWorkingDays);
            Assert.Equal(open.RemainingWorkingDays, National.WorkingDaysAfter(from.AddDays(wait), resumed.DueOn));
        });

    private static Pause[] Pauses(DateOnly start, (int After, int Length)[] some) =>
        [.. some.Select((p, i) => new Pause(start.AddDays(p.After), start.AddDays(p.After + p.Length), $"RETURN:{i + 1}"))];
}
