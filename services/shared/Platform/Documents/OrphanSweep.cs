using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LostCases.Platform;

/// <summary>Removes files that a crash left behind between receiving a document and recording it: those without a row after an hour.</summary>
internal sealed class OrphanSweep(IServiceScopeFactory scopes, DocumentFolder folder, PlatformOptions options, TimeProvider time, ILogger<OrphanSweep> log)
    : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Removes what is there now; gives the number of files.</summary>
    internal async Task<int> SweepAsync(CancellationToken ct)
    {
        var before = (time.GetUtcNow() - Every).UtcDateTime;
        var removed = 0;
        foreach (var batch in folder.Ids().Where(id => File.GetLastWriteTimeUtc(folder.PathOf(id)) < before).Chunk(BatchSize))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CaseDbContext>();
            var known = await db.Documents.Where(d => batch.Contains(d.Id)).Select(d => d.Id).ToListAsync(ct);
            foreach (var orphan in batch.Except(known))
            {
                File.Delete(folder.PathOf(orphan));
                removed++;
            }
        }

        return removed;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.OrphansStayed(options.Owner, failure);
            }
        }
    }
}
