using LostCases.Contracts;
using LostCases.Review.Data;

namespace LostCases.Services.Tests;

public sealed class When_outbox_rows_wait : IAsyncLifetime
{
    private readonly ReviewOffice _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Two_dispatchers_send_each_once()
    {
        await using var second = await Service.StartAsync<ReviewDbContext>(new Start { Database = _office.Database.App });

        var ids = await FillAsync(1500);
        second.Dispatch();
        _office.Service.Dispatch();
        await DrainedAsync();

        await Probe.UntilAsync("all are heard", () => Heard(ids).Count, n => n >= ids.Length);
        Assert.Equal(ids.Order(), Heard(ids).Order());
    }

    [Fact]
    public async Task They_are_claimed_in_the_order_of_their_ids()
    {
        var ids = await FillAsync(1000);
        _office.Service.Dispatch();
        await DrainedAsync();
        var heard = await Probe.UntilAsync("all are heard", () => Heard(ids), h => h.Count == ids.Length);

        Assert.Equal(ids.Chunk(200).Select(b => string.Join(',', b.Order())), heard.Chunk(200).Select(b => string.Join(',', b.Order())));
    }

    [Fact]
    public async Task A_lease_that_has_run_out_is_taken_over_and_one_that_holds_is_left()
    {
        var (held, lost) = (await FillAsync(1, "now() + interval '1 hour'"), await FillAsync(1, "now() - interval '1 second'"));

        _office.Service.Dispatch();
        await Probe.UntilAsync("the lost one is heard", () => Heard(lost), h => h.Count == 1);
        await Probe.UntilAsync("the lost one is gone", () => _office.Database.CountAsync("review.outbox_message"), n => n == 1);

        Assert.Empty(Heard(held));
        Assert.Equal(held[0], await _office.Database.ReadAsync<Guid>("select id from review.outbox_message"));
    }

    [Fact]
    public async Task An_act_does_not_wait_for_the_broker()
    {
        var (known, _) = await _office.UnderReviewAsync();
        await _office.Service.DisposeAsync();
        await using var way = Forwarder.To(Servers.RabbitMq.Host, Servers.RabbitMq.Port, cut: true);
        var broker = new UriBuilder(Servers.RabbitMq) { Host = "127.0.0.1", Port = way.Port }.Uri;
        await using var service = await Service.StartAsync<ReviewDbContext>(new Start { Database = _office.Database.App, RabbitMq = broker, WaitForBroker = false });

        using (var client = service.As(ReviewCase.Reviewer))
        {
            using var answer = await client.PostAsync(known, "accept-report");
            Assert.Equal(200, (int)answer.StatusCode);
        }

        Assert.Equal(1, await _office.Database.CountAsync("review.outbox_message", $"type like '%.ReportAccepted' and body like '%{known.Id}%'"));
        way.Restore();
        await Probe.UntilAsync("the event is heard", () => _office.Wire.Of<ReportAccepted>().Count(a => a.Case.Id == known.Id), n => n == 1);
    }

    [Fact]
    public async Task A_connection_that_dies_while_they_leave_holds_nothing_up()
    {
        await _office.Service.DisposeAsync();
        await using var way = Forwarder.To(Servers.RabbitMq.Host, Servers.RabbitMq.Port);
        var broker = new UriBuilder(Servers.RabbitMq) { Host = "127.0.0.1", Port = way.Port }.Uri;
        await using var service = await Service.StartAsync<ReviewDbContext>(new Start { Database = _office.Database.App, RabbitMq = broker });

        var ids = await FillAsync(3000);
        service.Dispatch();
        foreach (var left in new[] { 2500, 1500, 500 })
        {
            await Probe.UntilAsync("some have left", () => _office.Database.CountAsync("review.outbox_message"), n => n <= left);
            way.Cut();
            way.Restore();
        }

        await DrainedAsync();
        await Probe.UntilAsync("all are heard", () => Heard(ids).Distinct().Count(), n => n == ids.Length);
    }

    private async Task<Guid[]> FillAsync(int count, string claimedUntil = "null")
    {
        Guid[] ids = [.. Enumerable.Range(0, count).Select(n => Guid.CreateVersion7(DateTimeOffset.UtcNow.AddMilliseconds(n)))];
        await _office.Database.RunAsync(
            $$"""
            insert into review.outbox_message (id, type, body, created_at, claimed_until)
            select id, 'LostCases.Contracts.StepClosed',
                format('{"requestId":"%s","caseId":"%s","step":"Review","answered":true,"closedAt":"2026-01-01T00:00:00Z"}', id, id), now(), {{claimedUntil}}
            from unnest(array['{{string.Join("','", ids)}}']::uuid[]) id
            """);
        return ids;
    }

    private Task DrainedAsync() => Probe.UntilAsync("the outbox is empty", () => _office.Database.CountAsync("review.outbox_message"), n => n == 0);

    private List<Guid> Heard(Guid[] ids) => [.. _office.Wire.All.Select(h => h.Id).Where(ids.ToHashSet().Contains)];
}
