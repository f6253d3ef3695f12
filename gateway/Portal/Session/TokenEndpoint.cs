using System.Text.Json.Serialization;

namespace LostCases.Portal.Session;

/// <summary>Identity's token endpoint, over the inner network.</summary>
internal sealed class TokenEndpoint(HttpClient http)
{
    internal const string Client = "portal";

    /// <summary>New tokens, or the error that ends the session; anything transient is thrown.</summary>
    internal async Task<Answer> RenewAsync(string refreshToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["client_id"] = Client,
            ["refresh_token"] = refreshToken,
        });
        using var answer = await http.PostAsync(new Uri("connect/token", UriKind.Relative), form);
        if (answer.StatusCode is not (System.Net.HttpStatusCode.BadRequest or System.Net.HttpStatusCode.Unauthorized))
        {
            answer.EnsureSuccessStatusCode();
        }

        return await answer.Content.ReadFromJsonAsync<Answer>() ?? throw new HttpRequestException("Identity answered nothing.");
    }

    internal sealed record Answer(
        [property: JsonPropertyName("access_token")] string? Access,
        [property: JsonPropertyName("refresh_token")] string? Refresh,
        [property: JsonPropertyName("id_token")] string? Id,
        [property: JsonPropertyName("expires_in")] int Seconds,
        [property: JsonPropertyName("error")] string? Error);
}
