using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Oversight.Statistics;

/// <summary>
/// Whose figures a person may read (统计范围): the conference's standing members, the secretariat and leaders those of the whole city
/// (N5.2-a), a county's legal body those of its county, everybody else those of the own organisation; administrators none.
/// </summary>
internal static class Reach
{
    private static readonly string[] CityWide = [Roles.Secretariat, Roles.Leader, Roles.CourtLiaison, Roles.OrgLiaison];
    private static readonly string[] Reviewing = [Roles.Reviewer, Roles.ReviewLeader];
    private static readonly string Municipal = Code.Of(AgencyLevel.MuniLegalBody);
    private static readonly string OfCounty = Code.Of(AgencyLevel.CountyLegalBody);

    internal static IQueryable<Organisation> WithFiguresFor(this IQueryable<Organisation> all, Actor actor)
    {
        if (actor.HasAny(CityWide))
        {
            return all;
        }

        var (own, sees, reviews) = (actor.OrganisationId ?? Guid.Empty, actor.SeesCases, actor.HasAny(Reviewing));
        return all.Where(o => sees && (o.Id == own
            || (reviews && all.Any(r => r.Id == own
                && (r.Level == Municipal || (r.Level == OfCounty && r.ParentGovId != null && (o.Id == r.ParentGovId || o.ParentGovId == r.ParentGovId)))))));
    }
}
