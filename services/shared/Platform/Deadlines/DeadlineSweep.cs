using LostCases.Contracts;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LostCases.Platform;

/// <summary>
/// Announces deadlines that are near or past. The notice and the date of the next one are one transaction over rows no
/// other instance holds, so each is announced once; nothing depends on a timer surviving a crash.
/// </summary>
internal sealed class DeadlineSweep(
    IServiceScopeFactory scopes, OutboxSignal signal, PlatformOptions options, TimeProvider time, ILogger<DeadlineSweep> log)
    : Sweep(TimeSpan.FromMinutes(5), atOnce: true, options, time, log)
{
    private const int BatchSize = 200;

    protected override async Task SweepAsync(CancellationToken ct)
    {
        while (await AnnounceAsync(ct) == BatchSize)
        {
        }
    }

    private async Task<int> AnnounceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = (CaseDbContext)scope.ServiceProvider.GetRequiredService<OwnerDbContext>();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        var today = BusinessTime.Today(Time);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var due = await db.Rows<Deadline>(
            "select * from $s.deadline where next_notice_on <= {0} order by next_notice_on limit {1} for update skip locked", today, BatchSize).ToListAsync(ct);
        var reminders = await RemindersAsync(db, due, ct);
        var policies = await PoliciesAsync(db, due, ct);
        foreach (var deadline in due)
        {
            Announce(deadline, today, outbox, policies[deadline.CaseId], reminders.GetValueOrDefault((deadline.CaseId, deadline.Kind)));
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.RaiseFor(db);
        return due.Count;
    }

    /// <summary>Days before the due date on which steps that wait want to be reminded, by case and clock.</summary>
    private async Task<Dictionary<(Guid, string), IReadOnlyList<int>>> RemindersAsync(CaseDbContext db, List<Deadline> due, CancellationToken ct)
    {
        var cases = due.Select(d => d.CaseId).Distinct().ToList();
        var asked = await db.StepRequests.AsNoTracking().Where(r => cases.Contains(r.CaseId) && r.Status == StepStatus.Open).ToListAsync(ct);
        return asked.Where(r => r.Request.ReminderDays.Count > 0)
            .Select(r => (r.CaseId, Options.Steps.Find(s => s.Step == r.Step)?.Clock, r.Request.ReminderDays))
            .Where(r => r.Clock is not null)
            .GroupBy(r => (r.CaseId, Code.Of(r.Clock!.Value)))
            .ToDictionary(g => g.Key, g => g.First().ReminderDays);
    }

    /// <summary>The rules each case keeps.</summary>
    private static async Task<Dictionary<Guid, Policy>> PoliciesAsync(CaseDbContext db, List<Deadline> due, CancellationToken ct)
    {
        var cases = due.Select(d => d.CaseId).Distinct().ToList();
        var cards = await db.Cards.AsNoTracking().Include(c => c.Slices.Where(s => s.Owner == Owners.Intake)).Where(c => cases.Contains(c.CaseId)).ToListAsync(ct);
        return cards.ToDictionary(c => c.CaseId, c => c.Policy());
    }

    private static void Announce(Deadline deadline, DateOnly today, Outbox outbox, Policy policy, IReadOnlyList<int>? reminders)
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
                Clause = deadline.Clause,
                AnnouncedOn = today,
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
                Clause = deadline.Clause,
                AnnouncedOn = today,
                OverdueWorkingDays = calendar.WorkingDaysAfter(deadline.DueOn, today),
            });
        }

        deadline.NextNoticeOn = ReminderDays.NextAfter(today, deadline.DueOn, calendar, policy, reminders);
    }
}
