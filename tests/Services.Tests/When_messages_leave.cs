using System.Diagnostics;
using LostCases.Contracts;
using Npgsql;

namespace LostCases.Services.Tests;

public sealed class When_messages_leave(ReviewOffice office) : IClassFixture<ReviewOffice>
{
    [Fact]
    public async Task They_carry_the_trace_of_the_act_that_wrote_them()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name is "LostCases" or "MassTransit" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        var (known, _) = await office.UnderReviewAsync();
        var trace = ActivityTraceId.CreateRandom();

        using (var client = office.Service.As(ReviewCase.Reviewer))
        {
            client.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
            using var answer = await client.PostAsync(known, "accept-report");
            Assert.True(answer.IsSuccessStatusCode);
        }

        var heard = await Probe.UntilAsync("the event is heard", () => Accepted(known), h => h.Count > 0);
        Assert.Contains(trace.ToString(), heard[0].Trace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_commit()
    {
        var (known, _) = await office.UnderReviewAsync();
        var (other, _) = await office.UnderReviewAsync();
        await using var holder = await office.Database.ConnectAsync();
        await using var held = await holder.BeginTransactionAsync();
        await LockHeadAsync(holder, known);

        var act = office.ActAsync(known, ReviewCase.Reviewer, "accept-report");
        await Probe.UntilAsync("the act waits", WaitingAsync, n => n == 1);
        await office.ActAsync(other, ReviewCase.Reviewer, "accept-report");
        await Probe.UntilAsync("another act's event is heard", () => Accepted(other), h => h.Count > 0);
        Assert.Empty(Accepted(known));
        await held.RollbackAsync();

        Assert.Equal(200, (await act).Status);
        await Probe.UntilAsync("its event is heard", () => Accepted(known), h => h.Count > 0);
    }

    [Fact]
    public async Task What_a_crash_left_behind_is_sent_again_under_the_same_id_and_taken_once()
    {
        var (known, step) = await office.UnderReviewAsync();
        await Probe.UntilAsync("all is sent", () => office.Database.CountAsync("review.outbox_message"), n => n == 0);
        await office.Database.FailAsync("review.outbox_message", "delete", times: 1);

        await office.Wire.SendAsync(Owners.Review, new CancelSteps { InstanceId = step.InstanceId, CaseId = known.Id });
        await Probe.UntilAsync("it is sent once", () => Closed(known), h => h.Count == 1);
        await Probe.UntilAsync("its row could not be removed", office.Database.AttemptsAsync, n => n >= 1);
        var row = await office.Database.ReadAsync<Guid>($"select id from review.outbox_message where body like '%{known.Id}%'");
        await office.Database.RunAsync("update review.outbox_message set claimed_until = now() - interval '1 second'");
        office.Service.Dispatch();

        var heard = await Probe.UntilAsync("it is sent again", () => Closed(known), h => h.Count == 2);
        Assert.All(heard, h => Assert.Equal(row, h.Id));
        await Probe.UntilAsync("both are taken", () => office.Service.Deliveries.Of(row), n => n == 2);
        Assert.Equal(1, await office.Database.CountAsync("review.inbox_mark", $"message_id = '{row}'"));
    }

    private Task<long> WaitingAsync() => office.Database.ReadAsync<long>(
        $"select count(*) from pg_stat_activity where datname = '{office.Database.Name}' and wait_event_type = 'Lock'");

    private static async Task LockHeadAsync(NpgsqlConnection connection, ReviewCase known)
    {
        await using var command = new NpgsqlCommand($"select 1 from review.audit_head where subject = '{known.Id}' for update", connection);
        await command.ExecuteNonQueryAsync();
    }

    private List<Heard> Accepted(ReviewCase known) => [.. office.Wire.All.Where(h => h.Message is ReportAccepted a && a.Case.Id == known.Id)];

    private List<Heard> Closed(ReviewCase known) => [.. office.Wire.All.Where(h => h.Message is StepClosed c && c.CaseId == known.Id)];
}
