using LostCases.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Platform;

/// <summary>Who may see which case: the one query filter of the product (数据范围).</summary>
public static class CaseAccess
{
    private static readonly string[] CityWide = [Roles.Secretariat, Roles.Leader];

    /// <summary>The registered cases the person may see: those the organisation is a party to, or all for city-wide roles.</summary>
    public static IQueryable<CaseCard> VisibleTo(this IQueryable<CaseCard> cards, Actor actor)
    {
        var registered = cards.Where(c => c.Code != "" && c.PolicyVersion != "");
        if (actor.HasAny(CityWide))
        {
            return registered;
        }

        return actor is { OrganisationId: { } organisation, SeesCases: true }
            ? registered.Where(c => c.Parties.Any(p => p.OrganisationId == organisation))
            : registered.Where(_ => false);
    }

    /// <summary>The same test on a loaded card.</summary>
    public static bool IsVisibleTo(this CaseCard card, Actor actor) =>
        card.Code.Length > 0 && card.PolicyVersion.Length > 0
        && (actor.HasAny(CityWide)
            || (actor is { OrganisationId: { } organisation, SeesCases: true } && card.Parties.Any(p => p.OrganisationId == organisation)));

    /// <summary>The cards of those cases that have not been terminated, for the reconciler.</summary>
    public static async Task<Dictionary<Guid, CaseCard>> AliveAsync(this IQueryable<CaseCard> cards, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var found = await cards.AsNoTracking().Include(c => c.Slices).Where(c => ids.Contains(c.CaseId)).ToListAsync(ct);
        return found.Where(c => c.State() != Rules.CaseState.Terminated).ToDictionary(c => c.CaseId);
    }
}
