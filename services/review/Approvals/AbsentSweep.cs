using LostCases.Platform;
using LostCases.Review.Data;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Review.Approvals;

/// <summary>Decides approvals whose time is over where the step says what is assumed of the absent (逾期未表决); each once, case by case.</summary>
internal sealed class AbsentSweep(IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider time, ILogger<AbsentSweep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (; !stoppingToken.IsCancellationRequested; await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is Npgsql.NpgsqlException or DbUpdateException or InvalidOperationException)
            {
                log.SweepFailed(failure);
            }
        }
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReviewDbContext>();
        var open = await db.StepRequests.AsNoTracking().Where(r => r.Step == CastVoteAct.Step && r.Status == StepStatus.Open).ToListAsync(ct);
        foreach (var asked in open.Where(r => r.Request.LimitWorkingDays is not null && Polls.Of(r.Request).Absent != AbsentRule.Wait))
        {
            await ConcludeAsync(asked, ct);
        }
    }

    private async Task ConcludeAsync(StepRequest seen, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<ReviewDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var card = await services.GetRequiredService<CaseStore>().TakeAsync(seen.CaseId, ct);
        var asked = await db.StepRequests.SingleAsync(r => r.RequestId == seen.RequestId, ct);
        var since = DateOnly.FromDateTime(asked.ReceivedAt.ToOffset(TimeSpan.FromHours(8)).DateTime);
        var calendar = card.CalendarVersion.Length > 0 ? WorkingCalendar.Version(card.CalendarVersion) : WorkingCalendar.National;
        if (asked.Status != StepStatus.Open || BusinessTime.Today(time) <= calendar.AddWorkingDays(since, asked.Request.LimitWorkingDays!.Value))
        {
            return;
        }

        var votes = await db.Votes.AsNoTracking().Where(v => v.RequestId == asked.RequestId).ToListAsync(ct);
        if (VoteRules.Decide(Polls.Of(asked.Request), [.. votes.Select(Polls.Ballot)], isOver: true) is not { } outcome)
        {
            return;
        }

        services.GetRequiredService<StepDesk>().Close(asked, outcome, new Dictionary<string, string>(), card.Version);
        await services.GetRequiredService<AuditTrail>().AddAsync(asked.CaseId, "ApprovalTimedOut", null, new { asked.RequestId, Outcome = outcome, Votes = votes.Count, asked.Request.Absent }, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise();
    }
}
