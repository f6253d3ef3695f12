using System.Net.Http.Headers;
using LostCases.Portal.Session;
using LostCases.Portal.Texts;

namespace LostCases.Portal.Api;

/// <summary>
/// <c>/documents/{owner}/{caseId}/{id}</c>: a document from its owner, streamed with the session's token, as an attachment;
/// <c>…/view</c>: the same to be looked at within a page, where its first bytes say that it is of a kind browsers show.
/// </summary>
internal static class Downloads
{
    private const string Client = "downloads";
    private static readonly string[] Owners = ["intake", "investigation", "review", "disposition"];

    internal static void AddDownloads(this IServiceCollection services, PortalSettings settings) =>
        services.AddHttpClient(Client, http => (http.BaseAddress, http.Timeout) = (settings.Gateway, TimeSpan.FromMinutes(10)));

    internal static void MapDownloads(this WebApplication app)
    {
        var documents = app.MapGroup("/documents/{owner}/{caseId:guid}/{id:guid}").RequireAuthorization();
        documents.MapGet("", (string owner, Guid caseId, Guid id, HttpContext http, Sessions sessions, IHttpClientFactory clients, CancellationToken ct) =>
            SendAsync(Address(owner, caseId, id), view: false, http, sessions, clients, ct));
        documents.MapGet("/view", (string owner, Guid caseId, Guid id, HttpContext http, Sessions sessions, IHttpClientFactory clients, CancellationToken ct) =>
            SendAsync(Address(owner, caseId, id), view: true, http, sessions, clients, ct));
    }

    /// <summary><c>/audit/{owner}/export</c>: an owner's audit trail as a file.</summary>
    internal static void MapAuditExports(this WebApplication app) => app.MapGet(
        "/audit/{owner}/export",
        (string owner, HttpContext http, Sessions sessions, IHttpClientFactory clients, CancellationToken ct) =>
            SendAsync(AuditApi.Owners.Contains(owner) ? $"api/{owner}/audit/export" : null, view: false, http, sessions, clients, ct)).RequireAuthorization();

    /// <summary><c>/past-cases/{id}/report</c> and <c>/past-cases/template</c>: the refused rows of an import, and an empty sheet.</summary>
    internal static void MapPastCases(this WebApplication app)
    {
        var past = app.MapGroup("/past-cases").RequireAuthorization();
        past.MapGet("/template", (HttpContext http, Sessions sessions, IHttpClientFactory clients, CancellationToken ct) =>
            SendAsync("api/intake/past-cases/template", view: false, http, sessions, clients, ct));
        past.MapGet("/{id:guid}/report", (Guid id, HttpContext http, Sessions sessions, IHttpClientFactory clients, CancellationToken ct) =>
            SendAsync($"api/intake/past-cases/{id}/report", view: false, http, sessions, clients, ct));
    }

    internal static string Path(string owner, Guid caseId, Guid id) => $"/documents/{owner}/{caseId}/{id}";

    private static string? Address(string owner, Guid caseId, Guid id) => Owners.Contains(owner) ? $"api/{owner}/cases/{caseId}/documents/{id}" : null;

    internal static async Task SendAsync(string? address, bool view, HttpContext http, Sessions sessions, IHttpClientFactory clients, CancellationToken ct)
    {
        if (address is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (http.User.FindFirst(TicketStore.SessionClaim)?.Value is not { } session || await sessions.AccessTokenAsync(session, ct) is not { } token)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.AcceptLanguage.ParseAdd(Languages.Of(http));
        using var answer = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        http.Response.StatusCode = (int)answer.StatusCode;
        if (!answer.IsSuccessStatusCode)
        {
            return; // the page for it is drawn in the person's language
        }

        var content = answer.Content.Headers;
        http.Response.ContentType = content.ContentType?.ToString() ?? "application/octet-stream";
        http.Response.ContentLength = content.ContentLength;
        http.Response.Headers.ContentDisposition = content.ContentDisposition is { DispositionType: "attachment" } named ? named.ToString() : "attachment";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        await using var body = await answer.Content.ReadAsStreamAsync(ct);
        if (view)
        {
            await ViewAsync(body, content.ContentDisposition, http.Response, ct);
        }

        await body.CopyToAsync(http.Response.Body, ct);
    }

    /// <summary>Its beginning decides; what is not of a kind that is shown stays an attachment.</summary>
    private static async Task ViewAsync(Stream body, ContentDispositionHeaderValue? named, HttpResponse response, CancellationToken ct)
    {
        var head = new byte[Shown.Head];
        head = head[..await body.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct)];
        if (Shown.Type(head) is { } type && type == response.ContentType)
        {
            response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileNameStar = named?.FileNameStar ?? named?.FileName?.Trim('"') }.ToString();
            response.Headers.ContentSecurityPolicy = Shown.Policy(type);
        }

        await response.Body.WriteAsync(head, ct);
    }
}
