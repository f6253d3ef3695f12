using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LostCases.Platform;

/// <summary>Removes files that a crash left behind between receiving a document and recording it: those without a row after an hour.</summary>
internal sealed class OrphanSweep(IServiceScopeFactory scopes, DocumentFolder folder, PlatformOptions options, TimeProvider time, ILogger<OrphanSweep> log)
    : Sweep(Age, atOnce: false, options, time, log)
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Age = TimeSpan.FromHours(1);

    protected override async Task SweepAsync(CancellationToken ct)
    {
        var before = (Time.GetUtcNow() - Age).UtcDateTime;
        foreach (var batch in folder.Ids().Where(id => File.GetLastWriteTimeUtc(folder.PathOf(id)) < before).Chunk(BatchSize))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CaseDbContext>();
            var known = await db.Documents.Where(d => batch.Contains(d.Id)).Select(d => d.Id).ToListAsync(ct);
            foreach (var orphan in batch.Except(known))
            {
                File.Delete(folder.PathOf(orphan));
            }
        }
    }
}
