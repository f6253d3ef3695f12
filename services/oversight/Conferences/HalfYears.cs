using System.ComponentModel;
using LostCases.Oversight.Data;
using LostCases.Oversight.Settings;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Conferences;

/// <summary>The regular meetings of a year (例会情况), N5.2-c, as they stand on a day.</summary>
/// <param name="Year">The year.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Current">The half-year the day belongs to.</param>
/// <param name="Halves">Both half-years.</param>
public sealed record HalfYears(int Year, DateOnly AsOf, string Current, IReadOnlyList<HalfStanding> Halves)
{
    /// <summary>For whoever is signed in: when the conference meets is no secret.</summary>
    internal static async Task<IResult> GetAsync(
        [Description("The year; that of the day asked about where it is left out.")] int? year,
        [Description("Reads how they stood on this day instead of today.")] DateOnly? asOf,
        OversightDbContext db, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var on = asOf ?? BusinessTime.Today(time);
        var wanted = year ?? on.Year;
        if (wanted is < 2018 or > 2999)
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, "MALFORMED_REQUEST", "年份不正确。", "There is no such year.", "year");
        }

        var city = await ConferenceCity.OfAsync(db, Actor.From(http.User).OrganisationId, ct);
        return TypedResults.Ok(new HalfYears(wanted, on, ConferenceHalves.Of(on), await StandingAsync(db, city, wanted, on, ct)));
    }

    /// <summary>Both halves of the year for a city, or for all where it is null.</summary>
    internal static async Task<IReadOnlyList<HalfStanding>> StandingAsync(OversightDbContext db, Guid? city, int year, DateOnly on, CancellationToken ct)
    {
        var policy = await RulesOfTheDay.AtAsync(db, on, ct);
        var held = await db.Conferences.AsNoTracking()
            .Where(c => c.Regular && c.HeldOn.Year == year && (city == null || c.CityId == null || c.CityId == city))
            .Select(c => c.HeldOn).ToListAsync(ct);
        return [.. new[] { $"{year}H1", $"{year}H2" }.Select(h => ConferenceHalves.Standing(h, held, on, WorkingCalendar.National, policy))];
    }
}
