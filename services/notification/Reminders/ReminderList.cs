using System.ComponentModel;
using LostCases.Notification.Data;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Notification.Reminders;

/// <summary>A reminder as it is shown.</summary>
public sealed record ReminderView(Guid DeadlineId, Guid CaseId, string CaseCode, string Kind, string Stage, string Nature, DateOnly? DueOn, int WorkingDays)
{
    private const int PageSize = 100;

    /// <summary>Reminders of the caller's cases that still hold, by deadline after the last of the page before.</summary>
    internal static async Task<IResult> ListAsync([Description("Deadline id of the last reminder of the page before.")] Guid? after, NotificationDbContext db, HttpContext http, CancellationToken ct) =>
        TypedResults.Ok(await db.Reminders.AsNoTracking()
            .Where(r => !r.Withdrawn && (after == null || r.DeadlineId > after))
            .Join(db.Cards.VisibleTo(Actor.From(http.User)), r => r.CaseId, c => c.CaseId, (r, c) => new { r, c.Code })
            .OrderBy(x => x.r.DeadlineId)
            .Take(PageSize)
            .Select(x => new ReminderView(x.r.DeadlineId, x.r.CaseId, x.Code, x.r.Kind, x.r.Stage, x.r.Nature, x.r.DueOn, x.r.WorkingDays))
            .ToListAsync(ct));
}
