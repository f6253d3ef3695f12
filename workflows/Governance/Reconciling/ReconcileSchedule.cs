using LostCases.Governance.Data;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LostCases.Governance.Reconciling;

/// <summary>Has all instances compared with their owners once a day (每日核对), whichever process comes first.</summary>
internal sealed class ReconcileSchedule(IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1), Look = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // The first look waits too: a host that has just started has its owners starting beside it.
            await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await BeginAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is Npgsql.NpgsqlException or DbUpdateException or OperationCanceledException)
            {
                // The database is away or the host stops; the next look tries again.
            }
        }
    }

    /// <summary>Begins one where the last is a day ago.</summary>
    internal async Task BeginAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('reconcile-schedule'))", ct);
        var since = time.GetUtcNow() - Every;
        if (await db.ReconciliationRuns.AnyAsync(r => r.CaseId == null && r.BeganAt > since, ct))
        {
            return;
        }

        scope.ServiceProvider.GetRequiredService<Reconciler>().Begin(caseId: null);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise();
    }
}
