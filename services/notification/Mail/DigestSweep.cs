using LostCases.Notification.Data;
using LostCases.Notification.Reminders;
using LostCases.Notification.Todos;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Notification.Mail;

/// <summary>Makes each person's digest (每日摘要) once a working day, from the morning on; it is shown in the system, and mailed where there is something to tell.</summary>
internal sealed class DigestSweep(IServiceScopeFactory scopes, MailOptions mail, PlatformOptions options, TimeProvider time, ILogger<DigestSweep> log)
    : Sweep(TimeSpan.FromMinutes(5), atOnce: true, options, time, log)
{
    private const int Most = 500;

    protected override async Task SweepAsync(CancellationToken ct)
    {
        var today = BusinessTime.Today(Time);
        if (!WorkingCalendar.National.IsWorkingDay(today) || BusinessTime.Local(Time.GetUtcNow()).Hour < mail.DigestHour)
        {
            return;
        }

        foreach (var account in await WantedAsync(today, ct))
        {
            await MakeAsync(account, today, ct);
        }
    }

    private async Task<List<Guid>> WantedAsync(DateOnly today, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationDbContext>();
        var since = today.AddDays(-mail.ForgetAfterDays);
        return await db.Subscriptions.Where(s => s.Digest && s.SeenOn >= since && !db.Mails.Any(m => m.AccountId == s.AccountId && m.DigestOn == today))
            .Select(s => s.AccountId).ToListAsync(ct);
    }

    private async Task MakeAsync(Guid account, DateOnly today, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.TakeTurnsAsync(account, ct);
        var person = await db.Subscriptions.SingleOrDefaultAsync(s => s.AccountId == account && s.Digest, ct);
        if (person is null || await db.Mails.AnyAsync(m => m.AccountId == account && m.DigestOn == today, ct))
        {
            return; // withdrawn meanwhile, or made by another copy of the process
        }

        var actor = new Actor(account, person.OrganisationId, person.Roles);
        var todos = await TodosAsync(db, actor, today, ct);
        var notices = await NoticesAsync(db, actor, ct);
        var (subject, body) = MailText.Digest(today, todos, notices, Options.PublicUrl);
        db.Mails.Add(new OutgoingMail
        {
            Id = Guid.CreateVersion7(Time.GetUtcNow()),
            AccountId = account,
            DigestOn = today,
            Subject = subject,
            Body = body,
            State = mail.IsOn && person.Address is not null && todos.Count + notices.Count > 0 ? MailState.Queued : MailState.Shown,
            QueuedAt = Time.GetUtcNow(),
            NextAt = Time.GetUtcNow(),
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>What waits for the person, the first due first.</summary>
    private static async Task<List<DigestLine>> TodosAsync(NotificationDbContext db, Actor actor, DateOnly today, CancellationToken ct)
    {
        var todos = await TodoView.Mine(db, actor).AsNoTracking().OrderBy(s => s.RequestId).Take(Most).ToListAsync(ct);
        var ids = todos.Select(t => t.CaseId).Distinct().ToList();
        var cards = await db.Cards.AsNoTracking().Include(c => c.Slices).Where(c => ids.Contains(c.CaseId)).ToDictionaryAsync(c => c.CaseId, ct);
        return
        [
            .. todos.Where(t => cards.ContainsKey(t.CaseId))
                .Select(t => (Todo: t, cards[t.CaseId].Code, Clock: TodoClock.Read(t.Step, cards[t.CaseId].Slices.SelectMany(s => s.Slice.Clocks), today)))
                .OrderBy(t => t.Clock?.DueOn ?? DateOnly.MaxValue).ThenBy(t => t.Code, StringComparer.Ordinal)
                .Select(t => Line(t.Code, t.Todo.Step, t.Clock)),
        ];
    }

    private static DigestLine Line(string code, string step, TodoClock? clock)
    {
        var (zh, en) = MailText.Step(step);
        return clock is null ? new(code, zh, en) : new(code, $"{zh}（{clock.DueOn:yyyy-MM-dd} 到期）", $"{en} (due {clock.DueOn:yyyy-MM-dd})");
    }

    private static int Height(Notice notice) => Code.TryParse<EscalationStep>(notice.Step, out var step) ? (int)step : -1;

    /// <summary>What the person is told of; of one limit the highest step alone.</summary>
    private static async Task<List<DigestLine>> NoticesAsync(NotificationDbContext db, Actor actor, CancellationToken ct)
    {
        var found = await NoticeView.Mine(db, actor).OrderBy(n => n.Id).Take(Most)
            .Join(db.Cards.VisibleTo(actor), n => n.CaseId, c => c.CaseId, (n, c) => new { Notice = n, c.Code }).ToListAsync(ct);
        return
        [
            .. found.GroupBy(f => f.Notice.DeadlineId ?? f.Notice.Id).Select(g => g.MaxBy(f => Height(f.Notice))!)
                .Select(f => (f.Code, About: MailText.About(f.Notice)))
                .Select(f => new DigestLine(f.Code, f.About.Zh, f.About.En)),
        ];
    }
}
