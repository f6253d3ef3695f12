using LostCases.Contracts;
using LostCases.Notification.Data;
using LostCases.Notification.Mail;
using LostCases.Platform;
using LostCases.Rules;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Notification.Reminders;

/// <summary>
/// Gives the notices of each deadline, each once and to each step of the escalation, and keeps the newest; one that is done is withdrawn,
/// in time or late, even where that arrives first.
/// </summary>
internal sealed class DeadlineConsumer(NotificationDbContext db, MailQueue mails, TimeProvider time)
    : IConsumer<DeadlineApproaching>, IConsumer<DeadlinePassed>, IConsumer<DeadlineMet>, IConsumer<DeadlineEnded>
{
    public Task Consume(ConsumeContext<DeadlineApproaching> context)
    {
        var m = context.Message;
        return TellAsync(new(m.DeadlineId, m.CaseId, m.Kind, "APPROACHING", m.Nature, m.Clause, m.DueOn, m.WorkingDaysLeft, m.AnnouncedOn), context.CancellationToken);
    }

    public Task Consume(ConsumeContext<DeadlinePassed> context)
    {
        var m = context.Message;
        return TellAsync(new(m.DeadlineId, m.CaseId, m.Kind, "PASSED", m.Nature, m.Clause, m.DueOn, m.OverdueWorkingDays, m.AnnouncedOn), context.CancellationToken);
    }

    public Task Consume(ConsumeContext<DeadlineMet> context) =>
        EndAsync(context.Message.DeadlineId, context.Message.CaseId, context.Message.Kind, context.CancellationToken);

    public Task Consume(ConsumeContext<DeadlineEnded> context) =>
        EndAsync(context.Message.DeadlineId, context.Message.CaseId, context.Message.Kind, context.CancellationToken);

    private async Task TellAsync(Told told, CancellationToken ct)
    {
        var on = told.On ?? BusinessTime.Today(time);
        var reminder = await TakeAsync(told.DeadlineId, told.CaseId, told.Kind, ct);
        if (reminder.Withdrawn || await db.Notices.AnyAsync(n => n.DeadlineId == told.DeadlineId && n.On == on, ct))
        {
            return; // done meanwhile, or told already that day
        }

        var isNewest = reminder.AnnouncedOn is not { } last || on > last;
        if (isNewest)
        {
            (reminder.Stage, reminder.Nature, reminder.DueOn, reminder.WorkingDays, reminder.AnnouncedOn) = (told.Stage, told.Nature, told.DueOn, told.WorkingDays, on);
            await ReplaceAsync(told.DeadlineId, ct);
        }

        if (!Code.TryParse<ClockKind>(told.Kind, out var kind))
        {
            return; // a clock of a later version: whose it is, nobody here knows
        }

        var overdue = told.Stage == "PASSED" ? told.WorkingDays : 0;
        List<Notice> given = [.. Escalation.Told(overdue, await PolicyAsync(told.CaseId, ct)).Select(Give)];
        db.Notices.AddRange(given);
        if (isNewest)
        {
            await mails.AddAsync(given, ct);
        }

        Notice Give(EscalationStep step)
        {
            var addressees = Addressees.Of(kind, step);
            return new Notice
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                CaseId = told.CaseId,
                DeadlineId = told.DeadlineId,
                Kind = told.Kind,
                Stage = told.Stage,
                Nature = told.Nature,
                Clause = told.Clause ?? "",
                DueOn = told.DueOn,
                WorkingDays = told.WorkingDays,
                On = on,
                Step = Code.Of(step),
                Relation = addressees.Relation,
                Roles = [.. addressees.Roles],
                Current = isNewest,
            };
        }
    }

    private async Task EndAsync(Guid id, Guid caseId, string kind, CancellationToken ct)
    {
        (await TakeAsync(id, caseId, kind, ct)).Withdrawn = true;
        await ReplaceAsync(id, ct);
    }

    private Task ReplaceAsync(Guid id, CancellationToken ct) =>
        db.Notices.Where(n => n.DeadlineId == id && n.Current).ExecuteUpdateAsync(n => n.SetProperty(x => x.Current, false), ct);

    private async Task<Policy> PolicyAsync(Guid caseId, CancellationToken ct) =>
        (await db.Cards.AsNoTracking().Include(c => c.Slices).SingleOrDefaultAsync(c => c.CaseId == caseId, ct))?.Policy() ?? Policy.Default;

    /// <summary>The deadline's reminder; notices of one deadline take turns.</summary>
    private async Task<Reminder> TakeAsync(Guid id, Guid caseId, string kind, CancellationToken ct)
    {
        await db.TakeTurnsAsync(id, ct);
        if (await db.Reminders.FindAsync([id], ct) is { } known)
        {
            return known;
        }

        var added = new Reminder { DeadlineId = id, CaseId = caseId, Kind = kind };
        db.Reminders.Add(added);
        return added;
    }

    private sealed record Told(
        Guid DeadlineId, Guid CaseId, string Kind, string Stage, string Nature, string? Clause, DateOnly DueOn, int WorkingDays, DateOnly? On);
}
