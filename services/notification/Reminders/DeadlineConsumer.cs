using LostCases.Contracts;
using LostCases.Notification.Data;
using MassTransit;

namespace LostCases.Notification.Reminders;

/// <summary>Keeps the newest notice of each deadline; one that is met is withdrawn, even where that arrives first.</summary>
internal sealed class DeadlineConsumer(NotificationDbContext db)
    : IConsumer<DeadlineApproaching>, IConsumer<DeadlinePassed>, IConsumer<DeadlineMet>
{
    public async Task Consume(ConsumeContext<DeadlineApproaching> context)
    {
        var m = context.Message;
        var reminder = await TakeAsync(m.DeadlineId, m.CaseId, m.Kind, context.CancellationToken);
        if (reminder.Stage != "PASSED")
        {
            (reminder.Stage, reminder.Nature, reminder.DueOn, reminder.WorkingDays) = ("APPROACHING", m.Nature, m.DueOn, m.WorkingDaysLeft);
        }
    }

    public async Task Consume(ConsumeContext<DeadlinePassed> context)
    {
        var m = context.Message;
        var reminder = await TakeAsync(m.DeadlineId, m.CaseId, m.Kind, context.CancellationToken);
        (reminder.Stage, reminder.Nature, reminder.DueOn, reminder.WorkingDays) = ("PASSED", m.Nature, m.DueOn, m.OverdueWorkingDays);
    }

    public async Task Consume(ConsumeContext<DeadlineMet> context)
    {
        var m = context.Message;
        (await TakeAsync(m.DeadlineId, m.CaseId, m.Kind, context.CancellationToken)).Withdrawn = true;
    }

    private async Task<Reminder> TakeAsync(Guid id, Guid caseId, string kind, CancellationToken ct)
    {
        if (await db.Reminders.FindAsync([id], ct) is { } known)
        {
            return known;
        }

        var added = new Reminder { DeadlineId = id, CaseId = caseId, Kind = kind };
        db.Reminders.Add(added);
        return added;
    }
}
