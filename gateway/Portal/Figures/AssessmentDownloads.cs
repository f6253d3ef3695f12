using LostCases.Documents;
using LostCases.Portal.Api;
using LostCases.Portal.Session;
using LostCases.Portal.Texts;
using Microsoft.AspNetCore.Components.Authorization;

namespace LostCases.Portal.Figures;

/// <summary><c>/figures/assessment/{year}.xlsx</c>: the assessment as a spreadsheet, made anew at each request; <c>….csv</c> streams the owner's own.</summary>
internal static class AssessmentDownloads
{
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal static void MapAssessments(this WebApplication app)
    {
        app.MapGet("/figures/assessment/{year:int}.xlsx", XlsxAsync).RequireAuthorization();
        app.MapGet(
            "/figures/assessment/{year:int}.csv",
            (int year, HttpContext http, Sessions sessions, IHttpClientFactory clients, CancellationToken ct) =>
                Downloads.SendAsync($"api/oversight/assessments/{year}/csv", view: false, http, sessions, clients, ct)).RequireAuthorization();
    }

    private static async Task<IResult> XlsxAsync(
        int year, HttpContext http, AuthenticationStateProvider people, OversightApi api, Words words, CancellationToken ct)
    {
        // Outside of a page nobody has told the provider yet who asks.
        ((IHostEnvironmentAuthenticationStateProvider)people).SetAuthenticationState(Task.FromResult(new AuthenticationState(http.User)));
        words.Use(Languages.Of(http));
        var read = await api.AssessmentAsync(year, ct);
        if (read.Value is not { } told)
        {
            return Results.StatusCode(read.Fault!.Kind == FaultKind.SignedOut ? StatusCodes.Status401Unauthorized : StatusCodes.Status503ServiceUnavailable);
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var title = words.Format("assessment.caption", year);
        return Results.File(SheetFile.Make(title, Rows(told, words)), Spreadsheet, $"{title}.xlsx");
    }

    private static IReadOnlyList<string>[] Rows(AssessmentTold told, Words words) =>
    [
        [words["figures.agency"], .. words.Codes("indicator").Select(i => words.Code("indicator", i))],
        .. told.Rows.Select(r => (IReadOnlyList<string>)[r.AgencyName, .. r.Indicators.Select(i => i.Text.Length == 0 ? words["assessment.none"] : i.Text)]),
    ];
}
