using LostCases.Contracts;
using LostCases.Review.Data;
using LostCases.Rules;
using Microsoft.Extensions.Time.Testing;

namespace LostCases.Services.Tests;

/// <summary>Two instances of the service with one clock, which the test turns day by day.</summary>
public sealed class When_a_deadline_comes_near : IAsyncLifetime
{
    private static readonly DateOnly Begin = new(2026, 3, 2);
    private static readonly WorkingCalendar Calendar = WorkingCalendar.National;
    private readonly FakeTimeProvider _time = new(At(Begin));
    private Database _database = null!;
    private Service<ReviewDbContext> _first = null!;
    private Service<ReviewDbContext> _second = null!;
    private Wire _wire = null!;

    public async Task InitializeAsync()
    {
        _database = await ReviewOffice.CreateDatabaseAsync();
        await Servers.ForgetQueuesAsync(Owners.Review);
        var start = new Start { Database = _database.App, Time = _time };
        _first = await Service.StartAsync<ReviewDbContext>(start);
        _second = await Service.StartAsync<ReviewDbContext>(start);
        _wire = await Wire.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await _wire.DisposeAsync();
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Each_notice_is_given_once_and_never_early()
    {
        var cases = await SubmittedAsync(3);
        var due = await DueAsync(cases[0]);
        Assert.Equal(Calendar.AddWorkingDays(Begin, 30), due);
        DateOnly[] wanted = [Before(due, 5), Before(due, 2), due, Calendar.AddWorkingDays(due, 3), Calendar.AddWorkingDays(due, 6)];

        var given = new List<DateOnly>();
        for (var day = Before(due, 7); day <= wanted[^1]; day = day.AddDays(1))
        {
            await TurnToAsync(day);
            await AllSentAsync();
            given.AddRange(Enumerable.Repeat(day, Notices(cases[0]) - given.Count));
        }

        Assert.Equal(wanted, given);
        Assert.All(cases, c => Assert.Equal([5, 2, 0], _wire.Of<DeadlineApproaching>().Where(n => n.CaseId == c.Id).Select(n => n.WorkingDaysLeft)));
        Assert.All(cases, c => Assert.Equal([3, 6], _wire.Of<DeadlinePassed>().Where(n => n.CaseId == c.Id).Select(n => n.OverdueWorkingDays)));
    }

    [Fact]
    public async Task The_days_are_those_of_the_rules_the_case_began_with()
    {
        var plain = (await SubmittedAsync(1))[0];
        var other = new ReviewCase
        {
            On = Begin,
            Settings = new() { [Fact.Setting("reminder.firstWorkingDays")] = "8", [Fact.Setting("reminder.secondWorkingDays")] = "3", [Fact.Setting("reminder.everyWorkingDays")] = "2" },
        };
        await KnowAsync(other);
        var due = await DueAsync(other);

        for (var day = Before(due, 9); day <= Calendar.AddWorkingDays(due, 4); day = day.AddDays(1))
        {
            await TurnToAsync(day);
            await AllSentAsync();
        }

        await Probe.UntilAsync("all are heard", () => Notices(plain) + Notices(other), n => n >= 9);
        Assert.Equal([5, 2, 0], _wire.Of<DeadlineApproaching>().Where(n => n.CaseId == plain.Id).Select(n => n.WorkingDaysLeft));
        Assert.Equal([8, 3, 0], _wire.Of<DeadlineApproaching>().Where(n => n.CaseId == other.Id).Select(n => n.WorkingDaysLeft));
        Assert.Equal([2, 4], _wire.Of<DeadlinePassed>().Where(n => n.CaseId == other.Id).Select(n => n.OverdueWorkingDays));
    }

    [Fact]
    public async Task Many_due_at_once_are_announced_once_each_by_two_instances()
    {
        var known = (await SubmittedAsync(1))[0];
        await _database.RunAsync(
            $"""
            insert into review.deadline select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'subject', n::text))).*
            from review.deadline d, generate_series(1, 900) n where d.case_id = '{known.Id}'
            """);

        await TurnToAsync(Before(await DueAsync(known), 5));
        await AllSentAsync();

        var notices = await Probe.UntilAsync("all are heard", () => _wire.Of<DeadlineApproaching>(), n => n.Count >= 901);
        Assert.Equal(901, notices.Select(n => n.DeadlineId).Distinct().Count());
        Assert.Equal(901, notices.Count);
    }

    [Fact]
    public async Task Done_in_time_it_is_met_and_falls_silent()
    {
        var known = (await SubmittedAsync(1))[0];
        var due = await DueAsync(known);
        await TurnToAsync(Before(due, 5));
        await AllSentAsync();
        await CompleteAsync(known);

        await TurnToAsync(Calendar.AddWorkingDays(due, 2));
        await AllSentAsync();

        var met = await Probe.UntilAsync("it is met", () => Met(known), m => m.Count > 0);
        Assert.Equal(("REVIEW", Before(due, 5)), (Assert.Single(met).Kind, met[0].StoppedOn));
        Assert.Equal(1, Notices(known));
    }

    [Fact]
    public async Task Done_late_it_ends_and_falls_silent_without_being_met()
    {
        var known = (await SubmittedAsync(1))[0];
        var late = Calendar.AddWorkingDays(await DueAsync(known), 4);
        await TurnToAsync(late);
        await AllSentAsync();
        await CompleteAsync(known);
        await AllSentAsync();
        var before = Notices(known);

        await TurnToAsync(Calendar.AddWorkingDays(late, 4));
        await AllSentAsync();

        var ended = await Probe.UntilAsync("it has ended", () => _wire.Of<DeadlineEnded>().Where(e => e.CaseId == known.Id).ToList(), e => e.Count > 0);
        Assert.Equal(("REVIEW", late), (Assert.Single(ended).Kind, ended[0].StoppedOn));
        Assert.Empty(Met(known));
        Assert.Equal(before, Notices(known));
    }

    [Fact]
    public async Task One_past_when_it_is_recorded_stays_silent()
    {
        var old = new ReviewCase { On = new DateOnly(2019, 3, 4) };
        await KnowAsync(old);
        Assert.Equal(1, await _database.CountAsync("review.deadline", $"case_id = '{old.Id}' and historical"));

        await TurnToAsync(Calendar.AddWorkingDays(Begin, 10));
        await AllSentAsync();

        Assert.Equal(0, Notices(old));
    }

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero);

    private static DateOnly Before(DateOnly due, int workingDays)
    {
        var day = due;
        for (; workingDays > 0; workingDays -= Calendar.IsWorkingDay(day) ? 1 : 0)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private async Task<ReviewCase[]> SubmittedAsync(int count)
    {
        ReviewCase[] cases = [.. Enumerable.Range(0, count).Select(_ => new ReviewCase { On = Begin })];
        foreach (var known in cases)
        {
            await KnowAsync(known);
        }

        return cases;
    }

    private async Task KnowAsync(ReviewCase known)
    {
        await _wire.PublishAsync(known.Registered());
        await _wire.PublishAsync(known.InScope());
        await _wire.PublishAsync(known.Submitted());
        var step = known.Asks("Review", after: [(Owners.Intake, 2), (Owners.Investigation, 2)]);
        await _wire.SendAsync(Owners.Review, step);
        await Probe.UntilAsync("the step is open", () => _database.CountAsync("review.step_request", $"case_id = '{known.Id}' and status = 'Open'"), n => n == 1);
    }

    private async Task CompleteAsync(ReviewCase known)
    {
        using var client = _first.As(ReviewCase.Reviewer);
        using var accepted = await client.PostAsync(known, "accept-report");
        using var completed = await client.PostAsync(known, "complete-review", new { opinion = "AGREE", reasons = "见审核意见书" });
        Assert.True(completed.IsSuccessStatusCode, await completed.Content.ReadAsStringAsync());
    }

    /// <summary>Turns the clock and lets both instances sweep until nothing is left to announce that day.</summary>
    private async Task TurnToAsync(DateOnly day)
    {
        _time.SetUtcNow(At(day));
        await Probe.UntilAsync(
            "the day's notices are written",
            () =>
            {
                _time.Advance(TimeSpan.FromMinutes(1));
                return _database.CountAsync("review.deadline", $"next_notice_on <= '{day:yyyy-MM-dd}'");
            },
            n => n == 0);
    }

    private Task AllSentAsync() => Probe.UntilAsync("all is sent", () => _database.CountAsync("review.outbox_message"), n => n == 0);

    private Task<DateOnly> DueAsync(ReviewCase known) => _database.ReadAsync<DateOnly>($"select due_on from review.deadline where case_id = '{known.Id}'");

    private int Notices(ReviewCase known) =>
        _wire.Of<DeadlineApproaching>().Count(n => n.CaseId == known.Id && n.Kind == "REVIEW")
        + _wire.Of<DeadlinePassed>().Count(n => n.CaseId == known.Id && n.Kind == "REVIEW");

    private List<DeadlineMet> Met(ReviewCase known) => [.. _wire.Of<DeadlineMet>().Where(m => m.CaseId == known.Id && m.Kind == "REVIEW")];
}
