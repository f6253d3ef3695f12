using LostCases.Documents;
using LostCases.Portal.Api;
using LostCases.Portal.Texts;
using Microsoft.AspNetCore.Components.Authorization;

namespace LostCases.Portal.Annex;

/// <summary><c>/cases/{id}/annex.pdf</c>, <c>/cases/{id}/annex.docx</c>, and the blank form: made anew from the data at each request.</summary>
internal static class AnnexDownloads
{
    private const string WordDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    internal static void AddAnnex(this IServiceCollection services) => services.AddSingleton<OfficeFonts>().AddScoped<AnnexReader>();

    internal static void MapAnnex(this WebApplication app)
    {
        app.MapGet("/cases/{caseId:guid}/annex.{kind:regex(^(pdf|docx)$)}", OfCaseAsync).RequireAuthorization();
        app.MapGet("/annex/blank.{kind:regex(^(pdf|docx)$)}", Blank).RequireAuthorization();
    }

    internal static string Path(Guid caseId, string kind) => $"/cases/{caseId}/annex.{kind}";

    internal static string BlankPath(string kind) => $"/annex/blank.{kind}";

    private static async Task<IResult> OfCaseAsync(
        Guid caseId, string kind, HttpContext http, AuthenticationStateProvider people, AnnexReader reader, Words words, OfficeFonts fonts, CancellationToken ct)
    {
        // Outside of a page nobody has told the provider yet who asks.
        ((IHostEnvironmentAuthenticationStateProvider)people).SetAuthenticationState(Task.FromResult(new AuthenticationState(http.User)));
        words.Use(Languages.Of(http));
        var read = await reader.ReadAsync(caseId, ct);
        return read.Value is { } form ? File(form, kind, $"{AnnexWords.Title}（{form.Code!.Split('\u3000')[0]}）.{kind}", http, words, fonts) : Refusal(read.Fault!);
    }

    private static IResult Blank(string kind, HttpContext http, AnnexReader reader, Words words, OfficeFonts fonts)
    {
        words.Use(Languages.Of(http));
        return File(reader.Blank(), kind, $"{AnnexWords.Title}（空白）.{kind}", http, words, fonts);
    }

    private static IResult File(AnnexForm form, string kind, string name, HttpContext http, Words words, OfficeFonts fonts)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (kind == "docx")
        {
            return Results.File(AnnexDocx.Make(form), WordDocument, name);
        }

        return fonts.Find() is { } found ? Results.File(AnnexPdf.Make(form, found), "application/pdf", name)
            : Results.Problem(words["annex.noFont"], statusCode: StatusCodes.Status503ServiceUnavailable, title: words["annex.noFont"]);
    }

    /// <summary>The page for it is drawn in the person's language.</summary>
    internal static IResult Refusal(Fault fault) => Results.StatusCode(fault.Kind switch
    {
        FaultKind.SignedOut => StatusCodes.Status401Unauthorized,
        FaultKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        FaultKind.Refused or FaultKind.Stale => StatusCodes.Status409Conflict,
        FaultKind.NotFound => StatusCodes.Status404NotFound,
    });
}
