using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using LostCases.Platform;
using LostCases.Portal.Session;
using LostCases.Portal.Texts;

namespace LostCases.Portal.Api;

/// <summary>Reads from and sends to the services through the gateway, as the signed-in person and in their language.</summary>
internal sealed class GatewayClient(HttpClient http, Access access, Words words, ILogger<GatewayClient> log)
{
    internal async Task<Read<T>> GetAsync<T>(string path, CancellationToken ct)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        return await SendAsync<T>(request, path.Split('?')[0], ct);
    }

    /// <summary>Sends what changes something: once per key however often, and only if the version is still that one.</summary>
    internal async Task<Read<T>> PostAsync<T>(string path, HttpContent content, string? key, string? version, CancellationToken ct)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (version is not null)
        {
            request.Headers.Add("If-Match", $"\"{version}\"");
        }

        return await SendAsync<T>(request, path.Split('?')[0], ct);
    }

    private async Task<Read<T>> SendAsync<T>(HttpRequestMessage request, string path, CancellationToken ct)
        where T : class
    {
        try
        {
            if (await access.TokenAsync(ct) is not { } token)
            {
                return new(null, new(FaultKind.SignedOut));
            }

            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.AcceptLanguage.ParseAdd(words.Language);
            using var answer = await http.SendAsync(request, ct);
            return !answer.IsSuccessStatusCode ? new(null, await FaultAsync(answer, path, ct))
                : answer.StatusCode == HttpStatusCode.NoContent ? new(null, null)
                : new(await answer.Content.ReadFromJsonAsync<T>(Json.Options, ct), null);
        }
        catch (Exception failure) when (IsOutage(failure, ct))
        {
            log.NotRead(path, "UNAVAILABLE", failure);
            return new(null, new(FaultKind.Unavailable));
        }
    }

    private static bool IsOutage(Exception failure, CancellationToken ct) =>
        failure is HttpRequestException or JsonException or Npgsql.NpgsqlException or InvalidOperationException { InnerException: Npgsql.NpgsqlException }
        || (failure is OperationCanceledException && !ct.IsCancellationRequested);

    private async Task<Fault> FaultAsync(HttpResponseMessage answer, string path, CancellationToken ct)
    {
        var problem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? await answer.Content.ReadFromJsonAsync<Problem>(Json.Options, ct)
            : null;
        log.NotRead(path, problem?.Code ?? ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture), null);
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new(FaultKind.SignedOut),
            HttpStatusCode.NotFound => new(FaultKind.NotFound, problem?.Title),
            HttpStatusCode.PreconditionFailed => new(FaultKind.Stale, problem?.Title),
            >= HttpStatusCode.InternalServerError => new(FaultKind.Unavailable),
            _ => new(FaultKind.Refused, problem?.Title, problem?.Clause, problem?.Field, problem?.Rows),
        };
    }

    private sealed record Problem(string? Title, string? Code, string? Clause, string? Field, IReadOnlyList<RowRefused>? Rows);
}
