using LostCases.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Portal.Session;

/// <summary>Removes sessions that have ended and drafts nobody came back to, every hour.</summary>
internal sealed class Pruning(IDbContextFactory<PortalDb> databases, TimeProvider time, ILogger<Pruning> log) : BackgroundService
{
    private static readonly TimeSpan DraftsKept = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hour = new PeriodicTimer(TimeSpan.FromHours(1), time);
        do
        {
            try
            {
                var now = time.GetUtcNow();
                await using var db = await databases.CreateDbContextAsync(stoppingToken);
                await db.Sessions.Where(s => s.ExpiresAt <= now).ExecuteDeleteAsync(stoppingToken);
                var old = now - DraftsKept;
                await db.Drafts.Where(d => d.KeptAt <= old).ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is Npgsql.NpgsqlException or InvalidOperationException)
            {
                log.PruningFailed(failure);
            }
        }
        while (await hour.WaitForNextTickAsync(stoppingToken));
    }
}
