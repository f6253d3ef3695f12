using System.ComponentModel;
using LostCases.Notification.Data;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Notification.ChainNotices;

/// <summary>A notice as its reader gets it (流程通知).</summary>
/// <param name="NoticeId">The notice.</param>
/// <param name="CaseId">The case.</param>
/// <param name="CaseCode">Its number.</param>
/// <param name="Template">Code of what is told.</param>
/// <param name="Text">What the chain's administrators have added.</param>
/// <param name="SentAt">When the chain told it.</param>
public sealed record ChainNoticeView(Guid NoticeId, Guid CaseId, string CaseCode, string Template, string? Text, DateTimeOffset SentAt)
{
    private const int PageSize = 50;

    /// <summary>Notices to the caller's organisation and roles, the newest first, before the last of the page before.</summary>
    internal static async Task<IResult> ListAsync(
        [Description("Notice id of the last notice of the page before.")] Guid? before, NotificationDbContext db, HttpContext http, CancellationToken ct)
    {
        var mine = Mine(db, Actor.From(http.User));
        var last = before is null ? null : await mine.AsNoTracking().SingleOrDefaultAsync(n => n.NoticeId == before, ct);
        return TypedResults.Ok(await mine.AsNoTracking()
            .Where(n => last == null || n.SentAt < last.SentAt || (n.SentAt == last.SentAt && n.NoticeId < last.NoticeId))
            .OrderByDescending(n => n.SentAt).ThenByDescending(n => n.NoticeId)
            .Take(PageSize)
            .Select(n => new ChainNoticeView(n.NoticeId, n.CaseId, n.CaseCode, n.Template, n.Text, n.SentAt))
            .ToListAsync(ct));
    }

    /// <summary>Notices to a role of the person's organisation, by its part in the case or named itself.</summary>
    private static IQueryable<ChainNotice> Mine(NotificationDbContext db, Actor actor)
    {
        var (organisation, roles) = (actor.OrganisationId ?? Guid.Empty, actor.Roles.ToArray());
        var named = organisation.ToString();
        return db.ChainNotices.Where(n => db.NoticeRecipients.Any(r => r.NoticeId == n.NoticeId && roles.Contains(r.Role)
            && (r.Relation == named || db.Parties.Any(p => p.CaseId == n.CaseId && p.OrganisationId == organisation && p.Relation == r.Relation))));
    }
}
