using System.ComponentModel;
using LostCases.Contracts;
using LostCases.Oversight.Data;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Conferences;

/// <summary>A meeting as it is shown.</summary>
public sealed record ConferenceView(
    Guid Id, string Half, DateOnly HeldOn, bool Regular, string Minutes, IReadOnlyList<string> Units, IReadOnlyList<AgendaItem> Agenda);

/// <summary>A page of meetings, newest first; <paramref name="Next"/> is the key of the next.</summary>
public sealed record ConferencePage(IReadOnlyList<ConferenceView> Items, Guid? Next)
{
    private const int PageSize = 50;

    /// <summary>The standing members and the leaders (N5.2-a); to everybody else the list is empty.</summary>
    private static readonly string[] Readers = [Roles.Secretariat, Roles.Leader, Roles.CourtLiaison, Roles.OrgLiaison];

    internal static async Task<IResult> GetAsync(
        [Description("The next of the page before.")] Guid? after, OversightDbContext db, HttpContext http, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        var reads = actor.HasAny(Readers);
        var city = await ConferenceCity.OfAsync(db, actor.OrganisationId, ct);
        var found = await db.Conferences.AsNoTracking()
            .Where(c => reads && (city == null || c.CityId == null || c.CityId == city) && (after == null || c.Id < after))
            .OrderByDescending(c => c.Id).Take(PageSize + 1).ToListAsync(ct);
        var page = found.Take(PageSize).ToList();
        var units = page.SelectMany(c => c.Units).Distinct().ToList();
        var names = await db.Organisations.AsNoTracking().Where(o => units.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return TypedResults.Ok(new ConferencePage(
            [.. page.Select(c => new ConferenceView(c.Id, c.Half, c.HeldOn, c.Regular, c.Minutes, [.. c.Units.Select(u => names.GetValueOrDefault(u, ""))], c.Agenda))],
            found.Count > PageSize ? page[^1].Id : null));
    }
}
