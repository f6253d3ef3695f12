using System.Diagnostics;
using System.Text.Json;
using LostCases.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LostCases.Platform;

/// <summary>
/// Sends outbox rows. Claims a batch by a committed lease, publishes it with confirms, deletes it. Woken after a commit;
/// a slow sweep picks up what a crash has left. Nobody waits for it.
/// </summary>
internal sealed class OutboxDispatcher(
    IServiceScopeFactory scopes, IBus bus, OutboxSignal signal, PlatformOptions options, ILogger<OutboxDispatcher> log)
    : BackgroundService
{
    private const int BatchSize = 200;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = Lease - TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(10);
    private readonly Guid _self = Guid.NewGuid();
    private TimeSpan _patience = Patience;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await DispatchAsync(stoppingToken) == BatchSize)
                {
                }

                _patience = Patience;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.DispatchFailed(options.Owner, failure);
                _patience = _patience * 2 < Longest ? _patience * 2 : Longest; // a broker that takes nothing is asked less and less often
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            await signal.WaitAsync(Sweep, stoppingToken);
        }
    }

    private async Task<int> DispatchAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OwnerDbContext>();
        var claimed = await ClaimAsync(db, ct);
        if (claimed.Count == 0)
        {
            return 0;
        }

        CrashPoint.Pass(CrashPoint.OutboxClaimed);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(_patience);
        var sent = await Task.WhenAll(claimed.Select(m => SendAsync(m, limit.Token)));
        var done = sent.OfType<Guid>().ToArray();
        CrashPoint.Pass(CrashPoint.OutboxSent);
        await db.Outbox.Where(m => done.Contains(m.Id)).ExecuteDeleteAsync(ct);
        if (done.Length < claimed.Count)
        {
            var failed = claimed.Select(m => m.Id).Except(done).ToArray();
            // Let others pass before these are tried again.
            await db.Outbox.Where(m => failed.Contains(m.Id))
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedUntil, m => (DateTimeOffset?)DateTimeOffset.UtcNow.AddSeconds(1)), ct);
            throw new InvalidOperationException($"{failed.Length} of {claimed.Count} messages were not confirmed.");
        }

        return claimed.Count;
    }

    private Task<List<OutboxMessage>> ClaimAsync(OwnerDbContext db, CancellationToken ct) => db.Rows<OutboxMessage>(
        """
        update $s.outbox_message set claimed_until = now() + {0}, claimed_by = {1}
        where id in (select id from $s.outbox_message
                     where claimed_until is null or claimed_until < now()
                     order by id limit {2} for update skip locked)
        returning *
        """,
        Lease,
        _self,
        BatchSize).AsNoTracking().ToListAsync(ct);

    private async Task<Guid?> SendAsync(OutboxMessage row, CancellationToken ct)
    {
        try
        {
            var type = typeof(ICaseEvent).Assembly.GetType(row.Type) ?? throw new InvalidOperationException($"Unknown message type {row.Type}.");
            var message = JsonSerializer.Deserialize(row.Body, type, Json.Options)!;
            using var activity = Telemetry.Source.StartActivity("outbox send", ActivityKind.Producer, row.TraceParent);
            var endpoint = row.Destination is { } queue
                ? await bus.GetSendEndpoint(new Uri($"exchange:{queue}")) // its owner declares the queue behind it
                : await bus.GetPublishSendEndpoint(type);
            // Of a connection that has died no confirm ever comes, and the send does not notice.
            await endpoint.Send(message, type, Pipe.Execute<SendContext>(c => c.MessageId = row.Id), ct).WaitAsync(ct);
            return row.Id;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.MessageNotSent(row.Id, row.Type, failure);
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}

internal static class PublishEndpoints
{
    /// <summary>The exchange of an event type, by a run-time type.</summary>
    internal static Task<ISendEndpoint> GetPublishSendEndpoint(this IBus bus, Type type)
    {
        var method = typeof(IPublishEndpointProvider).GetMethod(nameof(IPublishEndpointProvider.GetPublishSendEndpoint))!;
        return (Task<ISendEndpoint>)method.MakeGenericMethod(type).Invoke(bus, null)!;
    }
}
