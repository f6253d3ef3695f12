using LostCases.Contracts;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LostCases.Platform;

/// <summary>
/// Announces deadlines that are near or past. The notice and the date of the next one are one transaction over rows no
/// other instance holds, so each is announced once; nothing depends on a timer surviving a crash.
/// </summary>
internal sealed class DeadlineSweep(
    IServiceScopeFactory scopes, OutboxSignal signal, PlatformOptions options, TimeProvider time, ILogger<DeadlineSweep> log)
    : BackgroundService
{
    private const int BatchSize = 200;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await AnnounceAsync(stoppingToken) == BatchSize)
                {
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.SweepFailed(options.Owner, failure);
            }

            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> AnnounceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = (CaseDbContext)scope.ServiceProvider.GetRequiredService<OwnerDbContext>();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        var today = BusinessTime.Today(time);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
#pragma warning disable EF1002 // The schema is a constant of the program, not input.
        var due = await db.Deadlines.FromSqlRaw(
            $$"""select * from {{db.Schema}}.deadline where next_notice_on <= {0} order by next_notice_on limit {1} for update skip locked""",
            today,
            BatchSize).ToListAsync(ct);
#pragma warning restore EF1002
        foreach (var deadline in due)
        {
            Announce(deadline, today, outbox);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.RaiseFor(db);
        return due.Count;
    }

    private static void Announce(Deadline deadline, DateOnly today, Outbox outbox)
    {
        var calendar = WorkingCalendar.Version(deadline.CalendarVersion);
        if (today <= deadline.DueOn)
        {
            outbox.Publish(new DeadlineApproaching
            {
                DeadlineId = deadline.Id,
                CaseId = deadline.CaseId,
                CaseCode = deadline.CaseCode,
                Kind = deadline.Kind,
                Nature = deadline.Nature,
                DueOn = deadline.DueOn,
                WorkingDaysLeft = calendar.WorkingDaysAfter(today, deadline.DueOn),
            });
        }
        else
        {
            outbox.Publish(new DeadlinePassed
            {
                DeadlineId = deadline.Id,
                CaseId = deadline.CaseId,
                CaseCode = deadline.CaseCode,
                Kind = deadline.Kind,
                Nature = deadline.Nature,
                DueOn = deadline.DueOn,
                OverdueWorkingDays = calendar.WorkingDaysAfter(deadline.DueOn, today),
            });
        }

        deadline.NextNoticeOn = DeadlineNotices.NextAfter(today, deadline.DueOn, calendar);
    }
}
