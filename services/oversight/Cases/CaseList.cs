using System.ComponentModel;
using LostCases.Contracts;
using LostCases.Oversight.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Cases;

/// <summary>The clock a list shows: the running one that is due first.</summary>
public sealed record NextClock(
    string Kind, DateOnly DueOn, string Nature, int Length, string Unit, int? RemainingWorkingDays, int? OverdueWorkingDays);

/// <summary>A line of the case list.</summary>
public sealed record CaseLine(
    Guid Id, string Code, string CaseNo, string AgencyName, string Level, CaseState State, string? Step, IReadOnlyList<string> Holders,
    NextClock? Clock, IReadOnlyList<string> Flags, DateOnly? RegisteredOn);

/// <summary>A page of cases; <paramref name="Next"/> is the key of the next page, <paramref name="Updating"/> the case whose newest version is still on its way (正在更新).</summary>
public sealed record CaseLines(IReadOnlyList<CaseLine> Items, string? Next, Guid? Updating)
{
    private const int Largest = 100;

    internal static async Task<IResult> GetAsync(
        [Description("The next of the page before; newest numbers come first.")] string? after,
        [Description("Part of the system number, the case number, or the losing agency's name or its pinyin initials.")] string? q,
        [Description("OTHERS: only cases the caller's organisation is in and where it is another that is awaited (我在等的).")] string? awaiting,
        [Description("Only these cases, at most 100.")] Guid[]? ids,
        [Description("Cases on a page: 1 to 100, 50 where left out.")] int? size,
        [Description("Version of a case that must be in the list, as its act's ETag said: owner.version. Waits up to a second.")] string? atLeast,
        [Description("The case that version is of.")] Guid? caseId,
        OversightDbContext db, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var wanted = Freshness.Parse(atLeast, out var isWrong);
        if (isWrong)
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, "MALFORMED_REQUEST", "版本参数不正确。", "atLeast must be owner.version.", "atLeast");
        }

        if (size is < 1 or > Largest)
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, "MALFORMED_REQUEST", "每页件数须在 1 到 100 之间。", "size must be 1 to 100.", "size");
        }

        if (awaiting is not (null or "OTHERS") || ids?.Length > Largest)
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, "MALFORMED_REQUEST", "筛选条件不正确。", "awaiting is OTHERS or left out; ids are at most 100.", awaiting is null ? "ids" : "awaiting");
        }

        var isFresh = await Freshness.WaitAsync(db, caseId, wanted, time, ct);
        var take = size ?? 50;
        var actor = Actor.From(http.User);
        var found = (await CaseSearch.FindAsync(db, q, ct)).AsNoTracking().VisibleTo(actor);
        if (awaiting is not null)
        {
            found = AwaitingOthers(db, found, actor.OrganisationId ?? Guid.Empty);
        }

        // Which cases they are is asked once, and not again for each part of them.
        var chosen = await found
            .Where(c => ids == null || ids.Length == 0 || ids.Contains(c.CaseId))
            .Where(c => after == null || c.Code.CompareTo(after) < 0)
            .OrderByDescending(c => c.Code)
            .Take(take + 1)
            .Select(c => c.CaseId)
            .ToListAsync(ct);
        var cards = await db.Cards.AsNoTracking().Where(c => chosen.Contains(c.CaseId)).OrderByDescending(c => c.Code)
            .Include(c => c.Slices).Include(c => c.Parties).AsSplitQuery()
            .ToListAsync(ct);
        var page = cards.Take(take).ToList();
        var shown = page.ConvertAll(c => c.CaseId);
        var steps = (await db.OpenSteps.AsNoTracking().Where(s => shown.Contains(s.CaseId) && !s.Closed).ToListAsync(ct)).ToLookup(s => s.CaseId);
        var organisations = page.SelectMany(c => c.Parties.Select(p => p.OrganisationId)).Distinct().ToList();
        var names = await db.Organisations.AsNoTracking().Where(a => organisations.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var today = BusinessTime.Today(time);
        return TypedResults.Ok(new CaseLines(
            [.. page.Select(c => Line(c, [.. steps[c.CaseId].OrderBy(s => s.OpenedAt)], names, today))],
            cards.Count > take ? page[^1].Code : null,
            isFresh ? null : caseId));
    }

    /// <summary>Somebody is awaited, and nowhere the organisation itself. Begins with the steps that are open, since most cases are closed.</summary>
    private static IQueryable<CaseCard> AwaitingOthers(OversightDbContext db, IQueryable<CaseCard> cards, Guid own)
    {
        var others = db.Database.SqlQuery<Guid>(
            $"""
            select case_id as "Value" from oversight.open_step
            where not closed group by case_id having not bool_or({own} = any (organisation_ids)) offset 0
            """);
        return cards.Where(c => others.Contains(c.CaseId) && c.Parties.Any(p => p.OrganisationId == own));
    }

    private static CaseLine Line(CaseCard card, List<OpenStepRow> steps, Dictionary<Guid, string> names, DateOnly today)
    {
        var facts = card.Facts();
        var clock = card.Slices.SelectMany(s => s.Slice.Clocks).Where(c => c.StoppedOn is null).OrderBy(c => c.DueOn).FirstOrDefault();
        var view = clock is null ? null : ClockView.Of(clock, today);
        var agency = card.Party(Relations.LosingAgency);
        return new CaseLine(
            card.CaseId,
            card.Code,
            facts.Text(Fact.CaseNo) ?? "",
            agency is { } id ? names.GetValueOrDefault(id, "") : "",
            facts.Text(Fact.AgencyLevel) ?? "",
            card.State(),
            steps.FirstOrDefault()?.Step,
            [.. steps.SelectMany(s => s.OrganisationIds).Distinct().Select(o => names.GetValueOrDefault(o, ""))],
            view is null ? null : new NextClock(view.Kind, view.DueOn, view.Nature, view.Length, view.Unit, view.RemainingWorkingDays, view.OverdueWorkingDays),
            [.. new[] { (Fact.County, "COUNTY"), (Fact.JointRequired, "JOINT_REQUIRED"), (Fact.History, "HISTORY") }.Where(f => facts.Is(f.Item1)).Select(f => f.Item2)],
            facts.Date(Fact.RegisteredOn));
    }
}
