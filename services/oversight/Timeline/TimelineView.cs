using System.ComponentModel;
using LostCases.Contracts;
using LostCases.Oversight.Data;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Timeline;

/// <summary>An act on a case as it is shown (办理经过): no person's name and no text, so that whoever sees the case may read it.</summary>
/// <param name="Id">The entry, and the key of the page after it.</param>
/// <param name="CaseId">The case.</param>
/// <param name="CaseCode">Its system number.</param>
/// <param name="What">Name of the act's event, e.g. ReportSubmitted.</param>
/// <param name="On">Business date.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Organisation">Organisation acted for; null where the system acted, empty while its name is on its way.</param>
/// <param name="Clause">Clause of the notice; null where it does not speak of the act.</param>
public sealed record TimelineView(
    Guid Id, Guid CaseId, string CaseCode, string What, DateOnly On, DateTimeOffset RecordedAt, string? Organisation, string? Clause);

/// <summary>A page of acts, newest first; <paramref name="Next"/> is the key of the next.</summary>
public sealed record TimelinePage(IReadOnlyList<TimelineView> Items, Guid? Next)
{
    private const int Largest = 100;

    internal static async Task<IResult> OfCaseAsync(
        [Description("The case.")] Guid caseId,
        [Description("The next of the page before; newest acts come first.")] Guid? after,
        [Description("Acts on a page: 1 to 100, 50 where left out.")] int? size,
        OversightDbContext db, HttpContext http, CancellationToken ct) =>
        Wrong(size, http) ?? TypedResults.Ok(await PageAsync(db, db.Timeline.Where(t => t.CaseId == caseId), after, size ?? 50, ct));

    internal static async Task<IResult> NewsAsync(
        [Description("Only what became known after this moment.")] DateTimeOffset? since,
        [Description("The next of the page before; newest acts come first.")] Guid? after,
        [Description("Acts on a page: 1 to 100, 50 where left out.")] int? size,
        OversightDbContext db, HttpContext http, CancellationToken ct)
    {
        var from = since?.ToUniversalTime();
        var visible = db.Cards.VisibleTo(Actor.From(http.User));
        return Wrong(size, http) ?? TypedResults.Ok(await PageAsync(
            db, db.Timeline.Where(t => t.What != nameof(PastCaseImported) && (from == null || t.KnownAt > from) && visible.Any(c => c.CaseId == t.CaseId)), after, size ?? 50, ct));
    }

    internal static async Task<IResult> UnderClauseAsync(
        [Description("A clause of the notice such as N2.5.2-h, a part such as N2.5.2, or an open question a route rests on, such as GAP-01.")] string clause,
        [Description("The next of the page before; newest acts come first.")] Guid? after,
        [Description("Acts on a page: 1 to 100, 50 where left out.")] int? size,
        OversightDbContext db, HttpContext http, CancellationToken ct)
    {
        var acts = ActClauses.Under(clause);
        var routed = db.Slices.FromSql($"select * from oversight.case_slice where owner = 'intake' and slice->'facts'->>'routeClause' = {clause}").Select(s => s.CaseId);
        var visible = db.Cards.VisibleTo(Actor.From(http.User));
        return Wrong(size, http) ?? TypedResults.Ok(await PageAsync(
            db,
            db.Timeline.Where(t => (acts.Contains(t.What) || (t.What == nameof(CaseRegistered) && routed.Contains(t.CaseId))) && visible.Any(c => c.CaseId == t.CaseId)),
            after, size ?? 50, ct));
    }

    private static IResult? Wrong(int? size, HttpContext http) => size is < 1 or > Largest
        ? Problems.Bad(http, StatusCodes.Status400BadRequest, "MALFORMED_REQUEST", "每页条数须在 1 到 100 之间。", "size must be 1 to 100.", "size")
        : null;

    private static async Task<TimelinePage> PageAsync(OversightDbContext db, IQueryable<TimelineEntry> acts, Guid? after, int size, CancellationToken ct)
    {
        var found = await ViewAsync(db, acts.Where(t => after == null || t.Id < after).OrderByDescending(t => t.Id).Take(size + 1), ct);
        return new([.. found.Take(size)], found.Count > size ? found[size - 1].Id : null);
    }

    /// <summary>The acts in their order, with the numbers of the cases and the names of the organisations.</summary>
    internal static async Task<IReadOnlyList<TimelineView>> ViewAsync(OversightDbContext db, IQueryable<TimelineEntry> ordered, CancellationToken ct)
    {
        var found = await ordered.AsNoTracking().ToListAsync(ct);
        var (cases, organisations) = (found.Select(t => t.CaseId).Distinct().ToList(), found.Select(t => t.OrganisationId).OfType<Guid>().Distinct().ToList());
        var codes = await db.Cards.AsNoTracking().Where(c => cases.Contains(c.CaseId)).ToDictionaryAsync(c => c.CaseId, c => c.Code, ct);
        var names = await db.Organisations.AsNoTracking().Where(o => organisations.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return
        [
            .. found.Where(t => codes.ContainsKey(t.CaseId)).Select(t => new TimelineView(
                t.Id, t.CaseId, codes[t.CaseId], t.What, t.On, t.RecordedAt, t.OrganisationId is { } id ? names.GetValueOrDefault(id, "") : null, ActClauses.Of(t.What))),
        ];
    }
}
