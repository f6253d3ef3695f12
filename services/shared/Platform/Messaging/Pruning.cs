using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LostCases.Platform;

/// <summary>Forgets inbox marks and idempotency keys after 40 days, a little at a time; business keys stop what comes back later still.</summary>
internal sealed class Pruning(IServiceScopeFactory scopes, PlatformOptions options, TimeProvider time, ILogger<Pruning> log) : BackgroundService
{
    private const int BatchSize = 5000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(40);
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                while (!stoppingToken.IsCancellationRequested && await PruneAsync(stoppingToken) == BatchSize)
                {
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.PruningFailed(options.Owner, failure);
            }
        }
    }

    private async Task<int> PruneAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OwnerDbContext>();
        var before = time.GetUtcNow() - Kept;
        await db.Idempotency.Where(r => r.CreatedAt < before).ExecuteDeleteAsync(ct);
        return await db.Inbox.Where(m => m.ReceivedAt < before).OrderBy(m => m.ReceivedAt).Take(BatchSize).ExecuteDeleteAsync(ct);
    }
}
