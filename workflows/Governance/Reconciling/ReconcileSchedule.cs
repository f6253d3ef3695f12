using LostCases.Governance.Data;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LostCases.Governance.Reconciling;

/// <summary>Has all instances compared with their owners once a day (每日核对), whichever process comes first.</summary>
internal sealed class ReconcileSchedule(IServiceScopeFactory scopes, OutboxSignal signal, PlatformOptions options, TimeProvider time, ILogger<ReconcileSchedule> log)
    : Sweep(TimeSpan.FromMinutes(30), atOnce: false, options, time, log) // a host that has just started has its owners starting beside it
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>Begins one where the last is a day ago.</summary>
    protected override async Task SweepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('reconcile-schedule'))", ct);
        var since = Time.GetUtcNow() - Every;
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
