using LostCases.Contracts;
using LostCases.Disposition.Data;
using LostCases.Rules;
using Microsoft.Extensions.Time.Testing;

namespace LostCases.Services.Tests;

/// <summary>Feedback before the agency that nobody signs for (视为签收, GAP-09): two instances of the service with one clock, which the test turns.</summary>
public sealed class When_nobody_signs_for_the_feedback : IAsyncLifetime
{
    private static readonly DateOnly Sent = new(2026, 3, 2);
    private static readonly WorkingCalendar Calendar = WorkingCalendar.National;
    private readonly FakeTimeProvider _time = new(At(Sent));
    private Database _database = null!;
    private Service<DispositionDbContext> _first = null!;
    private Service<DispositionDbContext> _second = null!;
    private Wire _wire = null!;

    public async Task InitializeAsync()
    {
        _database = await Database.CreateAsync(typeof(DispositionDbContext).Assembly, Owners.Disposition);
        await Servers.ForgetQueuesAsync(Owners.Disposition);
        var start = new Start { Database = _database.App, Time = _time };
        _first = await Service.StartAsync<DispositionDbContext>(start);
        _second = await Service.StartAsync<DispositionDbContext>(start);
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
    public async Task It_counts_as_received_once_when_its_day_is_over_and_the_time_for_disposing_runs_from_that_day()
    {
        var (known, step) = await SentAsync(new ReviewCase { On = Sent });
        var day = Calendar.AddWorkingDays(Sent, 2);
        Turn(day);
        await SweptAsync();
        Assert.Equal(0, await ReceiptsAsync(known));

        Turn(day.AddDays(1));

        await Probe.UntilAsync("it counts as received", () => ReceiptsAsync(known), n => n == 1);
        await Probe.UntilAsync("the step is answered", () => StatusAsync(step), s => s == "Answered");
        _first.Dispatch();
        var told = await Probe.UntilAsync("it is told", () => _wire.Of<FeedbackDeemedReceived>().Where(m => m.Case.Id == known.Id).ToList(), m => m.Count > 0);
        Assert.Equal((day, (Guid?)null), (Assert.Single(told).ReceivedOn, told[0].Case.ActorId));
        Assert.Equal(day, await _database.ReadAsync<DateOnly>($"select start_on from disposition.deadline where case_id = '{known.Id}' and kind = 'DISPOSITION'"));
        Turn(day.AddDays(2));
        await SweptAsync();
        Assert.Equal(1, await ReceiptsAsync(known));
    }

    [Fact]
    public async Task The_setting_of_the_case_says_after_how_many_days()
    {
        var (known, _) = await SentAsync(new ReviewCase { On = Sent, Settings = new() { [Fact.Setting("feedback.deemedReceiptWorkingDays")] = "5" } });
        Turn(Calendar.AddWorkingDays(Sent, 5));
        await SweptAsync();
        Assert.Equal(0, await ReceiptsAsync(known));

        Turn(Calendar.AddWorkingDays(Sent, 5).AddDays(1));

        await Probe.UntilAsync("it counts as received", () => ReceiptsAsync(known), n => n == 1);
    }

    [Fact]
    public async Task Signing_in_time_is_what_counts_and_signing_late_moves_nothing()
    {
        var (inTime, _) = await SentAsync(new ReviewCase { On = Sent });
        var (late, _) = await SentAsync(new ReviewCase { On = new DateOnly(2026, 2, 2) });
        var arrived = Calendar.AddWorkingDays(Sent, 2);
        Turn(arrived);
        Assert.Equal(200, (await SignAsync(inTime)).Status);
        Assert.Equal(arrived, await ReceivedOnAsync(inTime));

        _time.SetUtcNow(At(arrived.AddDays(1))); // before the sweep comes round, or right behind it
        var signed = await SignAsync(late);

        Assert.Contains(signed.Status, new[] { 200, 409 });
        await Probe.UntilAsync("it is received", () => ReceiptsAsync(late), n => n == 1);
        Assert.Equal(arrived, await ReceivedOnAsync(late));
    }

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero);

    private void Turn(DateOnly day) => _time.SetUtcNow(At(day));

    /// <summary>A sweep later both instances have looked: one of a case of its own says so.</summary>
    private async Task SweptAsync()
    {
        var (probe, _) = await SentAsync(new ReviewCase { On = Sent });
        await _database.RunAsync($"update disposition.step_request set received_at = '2026-01-05' where case_id = '{probe.Id}'");
        await _database.RunAsync($"update disposition.case_slice set slice = jsonb_set(slice::jsonb, '{{clocks,0,stoppedOn}}', '\"2026-01-05\"') where case_id = '{probe.Id}' and owner = 'review'");
        for (var n = 0; await ReceiptsAsync(probe) == 0 && n < 50; n++)
        {
            _time.Advance(TimeSpan.FromMinutes(11));
            await Task.Delay(100);
        }

        Assert.Equal(1, await ReceiptsAsync(probe));
    }

    private async Task<(ReviewCase Case, OpenStep Step)> SentAsync(ReviewCase known)
    {
        await _wire.PublishAsync(known.Registered());
        await _wire.PublishAsync(known.InScope());
        await _wire.PublishAsync(known.Submitted());
        await _wire.PublishAsync(new FeedbackSent { Case = Reviewed(known), OpinionDocumentId = Guid.NewGuid() });
        await Probe.UntilAsync("the case is known", () => _database.CountAsync("disposition.case_slice", $"case_id = '{known.Id}'"), n => n == 3);
        var step = known.Asks("ReceiveFeedback", stepId: "receive", after: (Owners.Review, 3));
        await _wire.SendAsync(Owners.Disposition, step);
        await Probe.UntilAsync("the step is open", () => StatusAsync(step), s => s is "Open" or "Answered");
        return (known, step);
    }

    private static CaseHeader Reviewed(ReviewCase known)
    {
        var header = known.Header(Owners.Review, 3, new() { [Fact.Accepted] = "TRUE", [Fact.Reviewed] = "TRUE", [Fact.FeedbackSent] = "TRUE" });
        return header with
        {
            Slice = header.Slice with
            {
                Clocks =
                [
                    new CaseClock
                    {
                        Kind = "FEEDBACK",
                        StartOn = known.On,
                        Length = 5,
                        Unit = "WORKING_DAYS",
                        Nature = "MUST",
                        Clause = "N2.5.2-h",
                        DueOn = Calendar.AddWorkingDays(known.On, 5),
                        Provisional = false,
                        StoppedOn = known.On,
                        CalendarVersion = Calendar.VersionName,
                    },
                ],
            },
        };
    }

    private Task<string> StatusAsync(OpenStep step) =>
        _database.ReadAsync<string>($"select coalesce((select status from disposition.step_request where request_id = '{step.RequestId}'), 'unknown')");

    private Task<long> ReceiptsAsync(ReviewCase known) => _database.CountAsync("disposition.feedback_receipt", $"case_id = '{known.Id}'");

    private Task<DateOnly> ReceivedOnAsync(ReviewCase known) =>
        _database.ReadAsync<DateOnly>($"select \"on\" from disposition.feedback_receipt where case_id = '{known.Id}'");

    private async Task<(int Status, System.Text.Json.JsonElement Body)> SignAsync(ReviewCase known)
    {
        using var client = _first.As(ReviewCase.Officer);
        using var answer = await client.PostAsync(new Uri($"/api/disposition/cases/{known.Id}/receive-feedback", UriKind.Relative), System.Net.Http.Json.JsonContent.Create(new { }));
        return ((int)answer.StatusCode, await answer.JsonAsync());
    }
}
