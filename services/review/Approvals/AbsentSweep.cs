using LostCases.Platform;
using LostCases.Review.Data;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Review.Approvals;

/// <summary>Decides approvals whose time is over where the step says what is assumed of the absent (逾期未表决); each once, case by case.</summary>
internal sealed class AbsentSweep(IServiceScopeFactory scopes, OutboxSignal signal, PlatformOptions options, TimeProvider time, ILogger<AbsentSweep> log)
    : Sweep(TimeSpan.FromMinutes(10), atOnce: true, options, time, log)
{
    protected override async Task SweepAsync(CancellationToken ct)
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
        var last = card.Calendar().AddWorkingDays(BusinessTime.Day(asked.ReceivedAt), asked.Request.LimitWorkingDays!.Value);
        if (asked.Status != StepStatus.Open || BusinessTime.Today(Time) <= last)
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
