using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace LostCases.Scenarios;

/// <summary>One person at the public address.</summary>
internal sealed class Api(HttpClient http)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    internal static JsonSerializerOptions Options { get; } = Configure();

    internal async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>()
            : throw new HttpRequestException($"GET {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Acts; the code is null where the act was done.</summary>
    internal async Task<(string? Code, JsonElement Answer)> PostAsync(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, Options);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created)
        {
            return (null, JsonSerializer.Deserialize<JsonElement>(text));
        }

        var problem = text.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(text) : default;
        var code = problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty("code", out var found) ? found.GetString() : null;
        return (code ?? $"{(int)answer.StatusCode} {path} {text}", problem);
    }

    internal async Task<JsonElement> MustAsync(string path, object body)
    {
        var (code, answer) = await PostAsync(path, body);
        return code is null ? answer : throw new InvalidOperationException($"POST {path}: {code} {answer}");
    }

    /// <summary>Uploads a small PDF.</summary>
    internal async Task<Guid> UploadAsync(string path, string kind)
    {
        using var content = new MultipartFormDataContent();
        using var file = new ByteArrayContent("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray());
        content.Add(file, "file", $"{kind}.pdf");
        using var answer = await http.PostAsync(new Uri($"{path}?kind={kind}", UriKind.Relative), content);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid()
            : throw new HttpRequestException($"upload {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Asks again until it is so; the last answer where patience ends.</summary>
    internal static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isSo)
    {
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            var answer = await ask();
            if (isSo(answer) || DateTime.UtcNow > until)
            {
                return answer;
            }

            await Task.Delay(Pause);
        }
    }

    private static JsonSerializerOptions Configure()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        options.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper));
        return options;
    }
}
