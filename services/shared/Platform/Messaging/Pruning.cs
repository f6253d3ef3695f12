using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LostCases.Platform;

/// <summary>Forgets inbox marks and idempotency keys after 40 days, a little at a time; business keys stop what comes back later still.</summary>
internal sealed class Pruning(IServiceScopeFactory scopes, PlatformOptions options, TimeProvider time, ILogger<Pruning> log)
    : Sweep(TimeSpan.FromHours(6), atOnce: false, options, time, log)
{
    private const int BatchSize = 5000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(40);

    protected override async Task SweepAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested && await PruneAsync(ct) == BatchSize)
        {
        }
    }

    private async Task<int> PruneAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OwnerDbContext>();
        var before = Time.GetUtcNow() - Kept;
        await db.Idempotency.Where(r => r.CreatedAt < before).ExecuteDeleteAsync(ct);
        return await db.Inbox.Where(m => m.ReceivedAt < before).OrderBy(m => m.ReceivedAt).Take(BatchSize).ExecuteDeleteAsync(ct);
    }
}
