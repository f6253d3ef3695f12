using System.Net.Http.Json;
using System.Text.Json;

namespace LostCases.Services.Tests;

/// <summary>Requests in one line.</summary>
internal static class Requests
{
    internal static Task<HttpResponseMessage> PostAsync(this HttpClient client, ReviewCase on, string act, object? body = null) =>
        client.PostAsJsonAsync(new Uri($"/api/review/cases/{on.Id}/{act}", UriKind.Relative), body ?? new { });

    internal static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    internal static string Text(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value.ToString() : "";
}
