using LostCases.Documents;
using LostCases.Portal.Api;
using LostCases.Portal.Texts;
using Microsoft.AspNetCore.Components.Authorization;

namespace LostCases.Portal.Annex;

/// <summary>
/// <c>/cases/{id}/exemption/{finding}.pdf</c>: the certificate of an exemption that holds (容错免责认定书, N4.3-c), made anew from the data at
/// each request; nobody gets one who may not read what it says, and there is none of an exemption that was refused or cancelled.
/// </summary>
internal static class Certificates
{
    private static readonly Words Chinese = new();

    internal static void MapCertificates(this WebApplication app) =>
        app.MapGet("/cases/{caseId:guid}/exemption/{findingId:guid}.pdf", OfAsync).RequireAuthorization();

    internal static string Path(Guid caseId, Guid findingId) => $"/cases/{caseId}/exemption/{findingId}.pdf";

    private static async Task<IResult> OfAsync(
        Guid caseId, Guid findingId, HttpContext http, AuthenticationStateProvider people, CasesApi cases, PortalSettings settings, OfficeFonts fonts, Words words,
        CancellationToken ct)
    {
        ((IHostEnvironmentAuthenticationStateProvider)people).SetAuthenticationState(Task.FromResult(new AuthenticationState(http.User)));
        words.Use(Languages.Of(http));
        var page = await cases.FindAsync(caseId, ct);
        var disposed = page.Value is null ? new(null, page.Fault) : await cases.OwnerAsync<DispositionView>("disposition", caseId, ct);
        if (disposed.Value is not { } view)
        {
            return AnnexDownloads.Refusal(disposed.Fault!);
        }

        if (view.Exempt.FirstOrDefault(e => e.FindingId == findingId) is not { Standing: "RECOGNISED", Said: [.., var said] })
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return fonts.Find() is { } found
            ? Results.File(LetterPdf.Make(Letter(page.Value!, said, settings.IsDemo), found), "application/pdf", $"{ExemptionLetter.Title}（{PrintedText.Line(said.PersonName)}）.pdf")
            : Results.Problem(words["annex.noFont"], statusCode: StatusCodes.Status503ServiceUnavailable, title: words["annex.noFont"]);
    }

    private static Letter Letter(CaseDetail detail, ExemptionSaid said, bool demo) => ExemptionLetter.Of(
        new ExemptionFacts(
            said.OrganName, said.PersonName, detail.Agency, detail.Facts.GetValueOrDefault("caseNo", ""), Chinese.Code("exemption", said.Circumstance), said.DocumentNo, said.On,
            [.. said.Deductions.Select(d => (d.On, d.Points, d.Reason))]),
        detail.Code,
        demo);
}
