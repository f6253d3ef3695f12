using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using LostCases.Harness;

namespace LostCases.BrowserTests;

/// <summary>Every address and credential these tests use, from the environment.</summary>
internal static class Servers
{
    internal static Uri Address { get; } = new(Environment.GetEnvironmentVariable("LOSTCASES_TEST_URL") ?? "http://localhost:8080");

    internal static string Chromium { get; } = Environment.GetEnvironmentVariable("LOSTCASES_TEST_CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>Where pictures go; the repository's .local/screenshots unless said otherwise.</summary>
    internal static string Pictures { get; } = Environment.GetEnvironmentVariable("LOSTCASES_TEST_PICTURES") ?? Path.GetFullPath("../../../../../.local/screenshots", AppContext.BaseDirectory);

    internal static string Today => Before(0);

    internal static string Before(int days) => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Asia/Shanghai")
        .AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static async Task<HttpClient> AdministratorAsync(string role)
    {
        var file = Environment.GetEnvironmentVariable("LOSTCASES_TEST_CREDENTIALS") ?? ".local/credentials.tsv";
        var cells = (await File.ReadAllLinesAsync(file)).Select(l => l.Split('\t')).First(c => c.Length > 3 && c[3].Split(',', ' ').Contains(role));
        return await SignIn.AsAsync(Address, cells[0], cells[1]);
    }

    internal static async Task<JsonElement> MustAsync(HttpClient who, string path, object body)
    {
        using var answer = await who.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
