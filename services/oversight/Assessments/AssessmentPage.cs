using System.ComponentModel;
using LostCases.Oversight.Data;
using LostCases.Oversight.Settings;
using LostCases.Oversight.Statistics;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Assessments;

/// <summary>One indicator of an agency (考核指标).</summary>
/// <param name="Indicator">Which.</param>
/// <param name="Name">What it is called in the assessment.</param>
/// <param name="Group">Losses, or how the system is carried out.</param>
/// <param name="Count">The number, or the part of a share.</param>
/// <param name="Of">What it is a share of; null where it is a number.</param>
/// <param name="Share">The share; null for numbers, and where it is not applicable.</param>
/// <param name="Text">In one line: 7, or 3/4 = 75.0%; empty where it is not applicable (不适用).</param>
public sealed record IndicatorView(AssessmentIndicator Indicator, string Name, AssessmentGroup Group, int Count, int? Of, decimal? Share, string Text)
{
    internal static IndicatorView From(AssessmentValue value) => new(
        value.Indicator, Assessment.Name(value.Indicator), Assessment.Group(value.Indicator), value.Count, value.Of, value.Share, value.Text);
}

/// <summary>An agency's assessment.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="AgencyName">Its name.</param>
/// <param name="Level">Its level.</param>
/// <param name="Indicators">Every indicator, in the order of the assessment.</param>
public sealed record AssessmentRow(Guid AgencyId, string AgencyName, string Level, IReadOnlyList<IndicatorView> Indicators);

/// <summary>Assessment of law-based government for a year (法治政府建设考核), N5.3-a: figures of agencies, no person.</summary>
/// <param name="Year">The year.</param>
/// <param name="AsOf">Day as of which clocks that still run are read.</param>
/// <param name="RulesVersion">Version of the rules the loss rate is counted by.</param>
/// <param name="Rows">Agencies by name.</param>
public sealed record AssessmentPage(int Year, DateOnly AsOf, string RulesVersion, IReadOnlyList<AssessmentRow> Rows)
{
    internal static async Task<IResult> GetAsync(
        [Description("The year.")] int year,
        [Description("Only these agencies; each has its row, also where the year says nothing of it.")] Guid[]? agency,
        OversightDbContext db, TimeProvider time, HttpContext http, CancellationToken ct) =>
        Wrong(year, http) ?? TypedResults.Ok(await ReadAsync(year, agency ?? [], db, time, http, ct));

    internal static async Task<IResult> GetCsvAsync(
        [Description("The year.")] int year,
        [Description("Only these agencies.")] Guid[]? agency,
        OversightDbContext db, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (Wrong(year, http) is { } wrong)
        {
            return wrong;
        }

        var page = await ReadAsync(year, agency ?? [], db, time, http, ct);
        http.Response.Headers.CacheControl = "no-store";
        return Csv.File(
            page.Rows.Select(r => (string[])[r.AgencyName, .. r.Indicators.Select(i => i.Text.Length == 0 ? "不适用" : i.Text)])
                .Prepend(["机关", .. Enum.GetValues<AssessmentIndicator>().Select(Assessment.Name)]),
            $"法治政府建设考核-{year}.csv");
    }

    private static IResult? Wrong(int year, HttpContext http) => year is < 2018 or > 2999
        ? Problems.Bad(http, StatusCodes.Status400BadRequest, "MALFORMED_REQUEST", "年份不正确。", "There is no such year.", "year")
        : null;

    private static async Task<AssessmentPage> ReadAsync(int year, Guid[] only, OversightDbContext db, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var today = BusinessTime.Today(time);
        var policy = await RulesOfTheDay.AtAsync(db, today, ct);
        var told = await YearOfAgencies.ReadAsync(db, year, today, ct);
        var wanted = only.Length > 0 ? only : [.. told.Agencies];
        var agencies = await db.Organisations.AsNoTracking().WithFiguresFor(Actor.From(http.User)).Where(o => wanted.Contains(o.Id)).ToListAsync(ct);
        var governments = agencies.ConvertAll(a => a.Id);
        string[] bodies = [Code.Of(AgencyLevel.CountyLegalBody)];
        var legal = (await db.Organisations.AsNoTracking()
            .Where(o => bodies.Contains(o.Level) && o.ParentGovId != null && governments.Contains(o.ParentGovId.Value)).ToListAsync(ct)).ToLookup(o => o.ParentGovId!.Value, o => o.Id);
        return new(
            year, today, policy.VersionName,
            [
                .. agencies.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => new AssessmentRow(
                    a.Id, a.Name, a.Level, [.. Assessment.Of(told.Of(a.Id, [.. legal[a.Id]], policy)).Select(IndicatorView.From)])),
            ]);
    }
}
