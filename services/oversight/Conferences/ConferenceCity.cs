using LostCases.Oversight.Data;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Conferences;

/// <summary>Whose conference it is: that of the city an organisation belongs to.</summary>
internal static class ConferenceCity
{
    private const int Deepest = 6;

    /// <summary>The city government the line of governments above the organisation ends in; null where it ends in none.</summary>
    internal static async Task<Guid?> OfAsync(OversightDbContext db, Guid? organisation, CancellationToken ct)
    {
        var next = organisation;
        for (var step = 0; next is { } id && step < Deepest; step++)
        {
            if (await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is not { } known)
            {
                return null;
            }

            if (known.Level == Code.Of(AgencyLevel.MuniGov))
            {
                return known.Id;
            }

            next = known.ParentGovId;
        }

        return null;
    }
}
