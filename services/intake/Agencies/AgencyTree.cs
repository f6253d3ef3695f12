using LostCases.Intake.Data;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Intake.Agencies;

/// <summary>The organisations around one agency: its governments up to the city, and their legal bodies.</summary>
internal sealed class AgencyTree
{
    private const int Deepest = 6;
    private static readonly AgencyLevel[] Bodies = [AgencyLevel.MuniLegalBody, AgencyLevel.CountyLegalBody, AgencyLevel.OrgDept];
    private readonly List<Agency> _line;
    private readonly List<Agency> _bodies;

    private AgencyTree(List<Agency> line, List<Agency> bodies) => (_line, _bodies) = (line, bodies);

    /// <summary>Whether the line ends in a city government: the agency belongs to the city.</summary>
    internal bool InCity => City is not null;

    /// <summary>The city government, where the line ends in one.</summary>
    internal Agency? City => _line.Find(a => a.Level == AgencyLevel.MuniGov);

    private Agency? County => _line.Find(a => a.Level == AgencyLevel.CountyGov);

    /// <summary>Loads the line of governments above the agency (two queries per level at most, usually three levels).</summary>
    internal static async Task<AgencyTree> AroundAsync(Agency agency, IntakeDbContext db, CancellationToken ct)
    {
        var line = new List<Agency> { agency };
        while (line[^1].ParentGovId is { } parent && line.Count < Deepest
            && await db.Agencies.AsNoTracking().SingleOrDefaultAsync(a => a.Id == parent, ct) is { } government)
        {
            line.Add(government);
        }

        var governments = line.Select(a => (Guid?)a.Id).ToList();
        var bodies = await db.Agencies.AsNoTracking()
            .Where(a => governments.Contains(a.ParentGovId) && Bodies.Contains(a.Level))
            .ToListAsync(ct);
        return new AgencyTree(line, bodies);
    }

    /// <summary>The same from organisations that are at hand.</summary>
    internal static AgencyTree Of(Agency agency, IReadOnlyDictionary<Guid, Agency> all)
    {
        var line = new List<Agency> { agency };
        while (line[^1].ParentGovId is { } parent && line.Count < Deepest && all.TryGetValue(parent, out var government))
        {
            line.Add(government);
        }

        var governments = line.Select(a => (Guid?)a.Id).ToHashSet();
        return new AgencyTree(line, [.. all.Values.Where(a => governments.Contains(a.ParentGovId) && Bodies.Contains(a.Level))]);
    }

    /// <summary>The organisation that reviews on this route; null where the tree has none.</summary>
    internal Guid? Reviewer(ReviewRoute route) => route.Body switch
    {
        ReviewBody.MuniLegal => MuniLegal,
        ReviewBody.CountyLegal => Body(County, AgencyLevel.CountyLegalBody),
        ReviewBody.JointConferenceMemberOtherThanSelf => Body(City, AgencyLevel.OrgDept),
        ReviewBody.SuperiorInLine => _line[0].SuperiorId ?? MuniLegal,
    };

    /// <summary>The city legal body a county review is filed with.</summary>
    internal Guid? MuniLegal => Body(City, AgencyLevel.MuniLegalBody);

    private Guid? Body(Agency? government, AgencyLevel level) =>
        government is null ? null : _bodies.Find(b => b.ParentGovId == government.Id && b.Level == level)?.Id;
}
