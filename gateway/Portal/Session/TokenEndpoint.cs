using System.Text.Json.Serialization;

namespace LostCases.Portal.Session;

/// <summary>Identity's token endpoint, over the inner network.</summary>
internal sealed class TokenEndpoint(HttpClient http)
{
    internal const string Client = "portal";

    /// <summary>New tokens, or the error that ends the session; anything transient is thrown.</summary>
    internal Task<Answer> RenewAsync(string refreshToken) => AskAsync(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken });

    /// <summary>A token that only the workflow host accepts, for the bearer of a token of the whole product.</summary>
    internal Task<Answer> ForWorkflowAsync(string accessToken) => AskAsync(new()
    {
        ["grant_type"] = "urn:ietf:params:oauth:grant-type:token-exchange",
        ["subject_token"] = accessToken,
        ["subject_token_type"] = "urn:ietf:params:oauth:token-type:access_token",
    });

    private async Task<Answer> AskAsync(Dictionary<string, string> what)
    {
        using var form = new FormUrlEncodedContent(what.Append(new("client_id", Client)));
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
