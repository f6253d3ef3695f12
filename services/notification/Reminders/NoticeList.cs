using System.ComponentModel;
using LostCases.Notification.Data;
using LostCases.Notification.Todos;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Notification.Reminders;

/// <summary>A notice as it is shown (提醒、催办、督办).</summary>
/// <param name="Id">The notice.</param>
/// <param name="CaseId">The case.</param>
/// <param name="CaseCode">Its number.</param>
/// <param name="CaseNo">Number of the judgment.</param>
/// <param name="Kind">Code of the clock, or kind of the step urged.</param>
/// <param name="Stage">APPROACHING, PASSED or URGED.</param>
/// <param name="Nature">MUST, SOFT or CONFIGURED.</param>
/// <param name="Clause">Clause the limit comes from.</param>
/// <param name="DueOn">Last day in time.</param>
/// <param name="WorkingDays">Working days left, or past due.</param>
/// <param name="On">The day it was given.</param>
/// <param name="Step">Step of the escalation it went to.</param>
/// <param name="Text">What whoever urged has written.</param>
/// <param name="ByOrganisationId">Organisation that urged.</param>
/// <param name="Current">Whether it still holds.</param>
/// <param name="IsNew">Whether it is shown to the caller for the first time.</param>
public sealed record NoticeView(
    Guid Id, Guid CaseId, string CaseCode, string CaseNo, string Kind, string Stage, string Nature, string Clause, DateOnly? DueOn, int WorkingDays, DateOnly On,
    string Step, string? Text, Guid? ByOrganisationId, bool Current, bool IsNew)
{
    private const int PageSize = 100;

    /// <summary>The notices to the caller that still hold, by notice after the last of the page before.</summary>
    internal static async Task<IResult> ListAsync([Description("The last notice of the page before.")] Guid? after, NotificationDbContext db, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        var found = await Mine(db, actor).Where(n => after == null || n.Id > after).OrderBy(n => n.Id).Take(PageSize)
            .Join(db.Cards.VisibleTo(actor), n => n.CaseId, c => c.CaseId, (n, c) => new { Notice = n, c.Code })
            .ToListAsync(ct);
        var shown = await ShowAsync(db, actor, found.ConvertAll(f => f.Notice.Id), time, ct);
        var ids = found.Select(f => f.Notice.CaseId).Distinct().ToList();
        var cards = await db.Cards.AsNoTracking().Include(c => c.Slices).Where(c => ids.Contains(c.CaseId)).ToDictionaryAsync(c => c.CaseId, ct);
        return TypedResults.Ok(found.Select(f => Of(f.Notice, f.Code, cards[f.Notice.CaseId].Facts().Text(Fact.CaseNo) ?? "", !shown.Contains(f.Notice.Id))));
    }

    /// <summary>All notices given in a case, the newest first (催办督办记录).</summary>
    internal static async Task<IResult> OfCaseAsync(CaseReading reading, NotificationDbContext db, CancellationToken ct)
    {
        var (card, id) = (reading.Card, reading.Card.CaseId);
        var notices = await db.Notices.AsNoTracking().Where(n => n.CaseId == id).OrderByDescending(n => n.On).ThenByDescending(n => n.Id).Take(PageSize).ToListAsync(ct);
        var urged = notices.Where(n => n.RequestId is not null).Select(n => n.RequestId!.Value).ToList();
        var open = await db.OpenSteps.Where(s => urged.Contains(s.RequestId) && !s.Closed).Select(s => s.RequestId).ToListAsync(ct);
        var caseNo = card.Facts().Text(Fact.CaseNo) ?? "";
        return TypedResults.Ok(notices.Select(n => Of(n, card.Code, caseNo) with { Current = n.RequestId is { } todo ? open.Contains(todo) : n.Current }));
    }

    /// <summary>Notices that hold to the person's organisation and roles, but none of a case the person is to keep out of (回避).</summary>
    internal static IQueryable<Notice> Mine(NotificationDbContext db, Actor actor)
    {
        var (organisation, roles, kept) = (actor.OrganisationId ?? Guid.Empty, actor.Roles.ToArray(), TodoView.Kept(db, actor));
        return db.Notices.AsNoTracking().Where(n => n.Current && n.Roles.Any(r => roles.Contains(r))
            && (n.Relation == Permit.Anyone || n.OrganisationIds.Contains(organisation)
                || db.Parties.Any(p => p.CaseId == n.CaseId && p.OrganisationId == organisation && p.Relation == n.Relation))
            && (n.RequestId == null || db.OpenSteps.Any(s => s.RequestId == n.RequestId && !s.Closed))
            && !kept.Any(c => c.CaseId == n.CaseId));
    }

    /// <summary>Notes that these are shown to the person, once each, and that the person is here; gives those shown before.</summary>
    private static async Task<HashSet<Guid>> ShowAsync(NotificationDbContext db, Actor actor, List<Guid> notices, TimeProvider time, CancellationToken ct)
    {
        var (today, roles) = (BusinessTime.Today(time), actor.Roles.ToList());
        var person = await db.Subscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.AccountId == actor.Id, ct);
        if (person is not null && (person.SeenOn != today || person.OrganisationId != actor.OrganisationId || !person.Roles.SequenceEqual(roles)))
        {
            await db.Subscriptions.Where(s => s.AccountId == actor.Id).ExecuteUpdateAsync(
                s => s.SetProperty(x => x.SeenOn, today).SetProperty(x => x.OrganisationId, actor.OrganisationId).SetProperty(x => x.Roles, roles), ct);
        }

        var before = await db.Shown.Where(s => s.AccountId == actor.Id && notices.Contains(s.NoticeId)).Select(s => s.NoticeId).ToListAsync(ct);
        var fresh = notices.Except(before).ToArray();
        if (fresh.Length > 0)
        {
            await db.Database.ExecuteSqlAsync(
                $"insert into notification.notice_shown (notice_id, account_id, at) select id, {actor.Id}, {time.GetUtcNow()} from unnest({fresh}) id on conflict do nothing", ct);
        }

        return [.. before];
    }

    private static NoticeView Of(Notice n, string code, string caseNo, bool isNew = false) => new(
        n.Id, n.CaseId, code, caseNo, n.Kind, n.Stage, n.Nature, n.Clause, n.DueOn, n.WorkingDays, n.On, n.Step, n.Text, n.ByOrganisationId, n.Current, isNew);
}
