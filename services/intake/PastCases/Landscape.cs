using LostCases.Intake.Agencies;
using LostCases.Intake.Data;
using LostCases.Intake.Judgments;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.PastCases;

/// <summary>All organisations, calendars and the rules in force, at hand for many rows.</summary>
internal sealed class Landscape
{
    private readonly Dictionary<Guid, Agency> _agencies;
    private readonly ILookup<string, Agency> _names;
    private readonly Dictionary<Guid, string> _calendars;
    private readonly Dictionary<Guid, AgencyTree> _trees = [];

    private Landscape(List<Agency> agencies, Dictionary<Guid, string> calendars, Policy policy)
    {
        _agencies = agencies.ToDictionary(a => a.Id);
        _names = agencies.SelectMany(a => new[] { a.Name, a.ShortName }.Distinct().Select(n => (Name: n, Agency: a))).ToLookup(n => n.Name, n => n.Agency);
        (_calendars, Policy) = (calendars, policy);
    }

    /// <summary>The rules a case begins with today.</summary>
    internal Policy Policy { get; }

    internal static async Task<Landscape> ReadAsync(IntakeDbContext db, DateOnly on, CancellationToken ct) => new(
        await db.Agencies.AsNoTracking().ToListAsync(ct),
        await db.CityCalendars.AsNoTracking().ToDictionaryAsync(c => c.CityId, c => c.CalendarVersion, ct),
        (await RuleSetRecord.InForceAsync(db, on, ct)).Policy);

    /// <summary>The organisations a row names; or which of them cannot be told.</summary>
    internal (Surroundings? Around, CellFault? Fault) Around(PastRow row)
    {
        var (court, noCourt) = Find("court", row.Court, isCourt: true);
        var (agency, noAgency) = Find("agency", row.Agency, isCourt: false);
        var (body, noBody) = row.ImplementingBody is { } name ? Find("implementingBody", name, isCourt: false) : (null, null);
        if ((noCourt ?? noAgency ?? noBody) is { } fault)
        {
            return (null, fault);
        }

        if (!_trees.TryGetValue(agency!.Id, out var tree))
        {
            _trees[agency.Id] = tree = AgencyTree.Of(agency, _agencies);
        }

        var calendar = tree.City is { } city && _calendars.TryGetValue(city.Id, out var version) ? WorkingCalendar.Version(version) : WorkingCalendar.National;
        return (Surroundings.Of(agency, court!, body, tree, calendar, Policy), null);
    }

    /// <summary>By full name, else by a short name that only one has.</summary>
    private (Agency? Found, CellFault? Fault) Find(string column, string name, bool isCourt)
    {
        var named = _names[name].Where(a => (a.Level == AgencyLevel.Court) == isCourt).ToList();
        var full = named.Where(a => a.Name == name).ToList();
        return (full.Count > 0 ? full : named) switch
        {
            [var one] => (one, null),
            [] => (null, new(column, isCourt ? new Refused("COURT_UNKNOWN", "N2.1-a") : new Refused("AGENCY_UNKNOWN", "N1-a", name))),
            _ => (null, new(column, new Refused("AMBIGUOUS_NAME", "N1-a", name))),
        };
    }
}
