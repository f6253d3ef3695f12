using System.Net.Http.Headers;
using LostCases.Portal.Session;

namespace LostCases.Portal.Api;

/// <summary><c>/documents/{owner}/{caseId}/{id}</c>: a document from its owner, streamed with the session's token, always as an attachment.</summary>
internal static class Downloads
{
    private const string Client = "downloads";
    private static readonly string[] Owners = ["intake", "investigation", "review", "disposition"];

    internal static void AddDownloads(this IServiceCollection services, PortalSettings settings) =>
        services.AddHttpClient(Client, http => (http.BaseAddress, http.Timeout) = (settings.Gateway, TimeSpan.FromMinutes(10)));

    internal static void MapDownloads(this WebApplication app) =>
        app.MapGet("/documents/{owner}/{caseId:guid}/{id:guid}", SendAsync).RequireAuthorization();

    internal static string Path(string owner, Guid caseId, Guid id) => $"/documents/{owner}/{caseId}/{id}";

    private static async Task SendAsync(string owner, Guid caseId, Guid id, HttpContext http, Sessions sessions, IHttpClientFactory clients, CancellationToken ct)
    {
        if (!Owners.Contains(owner))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (http.User.FindFirst(TicketStore.SessionClaim)?.Value is not { } session || await sessions.AccessTokenAsync(session, ct) is not { } token)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"api/{owner}/cases/{caseId}/documents/{id}", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
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
        await answer.Content.CopyToAsync(http.Response.Body, ct);
    }
}
