using System.ComponentModel;
using LostCases.Contracts;
using LostCases.Notification.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Notification.Todos;

/// <summary>A to-do (待办): an open step the caller can answer.</summary>
public sealed record TodoView(Guid RequestId, Guid CaseId, string CaseCode, string CaseNo, string Step, int Round, DateTimeOffset? OpenedAt, Guid? ClaimedBy,
    TodoClock? Clock, Urgency Urgency)
{
    private const int PageSize = 100;
    private static readonly string[] Reviewing = [Relations.ReviewBody, Relations.FilingBody];

    /// <summary>The caller's to-dos by request, after the last of the page before.</summary>
    internal static async Task<IResult> ListAsync(
        [Description("Request id of the last to-do of the page before.")] Guid? after,
        [Description("Version of a case to wait for, up to a second, as its act's ETag said: owner.version.")] string? atLeast,
        [Description("The case that version is of.")] Guid? caseId,
        NotificationDbContext db, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var wanted = Freshness.Parse(atLeast, out var isWrong);
        if (isWrong)
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, "MALFORMED_REQUEST", "版本参数不正确。", "atLeast must be owner.version.", "atLeast");
        }

        await Freshness.WaitAsync(db, caseId, wanted, time, ct);
        var todos = await Mine(db, Actor.From(http.User)).AsNoTracking()
            .Where(s => after == null || s.RequestId > after)
            .OrderBy(s => s.RequestId)
            .Take(PageSize)
            .ToListAsync(ct);
        var (requests, ids) = (todos.ConvertAll(t => t.RequestId), todos.Select(t => t.CaseId).Distinct().ToList());
        var claims = await db.Claims.AsNoTracking().Where(c => requests.Contains(c.RequestId)).ToDictionaryAsync(c => c.RequestId, ct);
        var cards = await db.Cards.AsNoTracking().Include(c => c.Slices).Where(c => ids.Contains(c.CaseId)).ToDictionaryAsync(c => c.CaseId, ct);
        var today = BusinessTime.Today(time);
        return TypedResults.Ok(todos.Where(t => cards.ContainsKey(t.CaseId)).Select(t => View(t, cards[t.CaseId], claims.GetValueOrDefault(t.RequestId), today)));
    }

    private static TodoView View(OpenStepRow todo, CaseCard card, TodoClaim? claim, DateOnly today)
    {
        var clock = TodoClock.Read(todo.Step, card.Slices.SelectMany(s => s.Slice.Clocks), today);
        return new TodoView(
            todo.RequestId, todo.CaseId, card.Code, card.Facts().Text(Fact.CaseNo) ?? "", todo.Step, todo.Round, todo.OpenedAt, claim?.ClaimedBy,
            clock, clock?.On(today) ?? Urgency.NoLimit);
    }

    /// <summary>Open steps the person's organisation and roles can answer, but no review of a case the person is to keep out of (回避).</summary>
    internal static IQueryable<OpenStepRow> Mine(NotificationDbContext db, Actor actor)
    {
        var (organisation, roles) = (actor.OrganisationId ?? Guid.Empty, actor.Roles.ToArray());
        var kept = Kept(db, actor);
        return db.OpenSteps.Where(s => !s.Closed && s.OrganisationIds.Contains(organisation) && s.Roles.Any(r => roles.Contains(r))
            && !kept.Any(c => c.CaseId == s.CaseId));
    }

    /// <summary>The same test on a loaded card.</summary>
    internal static bool IsKept(CaseCard card, Actor actor) =>
        card.Restricted.Contains(actor.Id) && actor.OrganisationId is { } organisation && Reviewing.Any(r => card.Has(organisation, r));

    /// <summary>Cases the person's organisation reviews and the person is to keep out of (回避).</summary>
    internal static IQueryable<CaseCard> Kept(NotificationDbContext db, Actor actor) => db.Cards.Where(c =>
        c.Restricted.Contains(actor.Id) && c.Parties.Any(p => p.OrganisationId == actor.OrganisationId && Reviewing.Contains(p.Relation)));
}
