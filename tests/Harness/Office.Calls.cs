using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace LostCases.Harness;

/// <summary>Calls on the public address.</summary>
public sealed partial class Office
{
    /// <summary>The public address.</summary>
    public static Uri Address { get; } = new(Environment.GetEnvironmentVariable("LOSTCASES_TEST_URL") ?? "http://localhost:8080");

    /// <summary>Told of every request: its idempotency key, path and status.</summary>
    public static Action<string, string, int>? Asked { get; set; }

    /// <summary>Today in Asia/Shanghai.</summary>
    public static string Today => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Asia/Shanghai").ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The administrator of the installation who holds the role, or the second one who does.</summary>
    public static async Task<HttpClient> AdministratorAsync(string role, bool second = false)
    {
        var (account, password) = await AdministratorAccountAsync(role, second);
        return await SignIn.AsAsync(Address, account, password);
    }

    /// <summary>How that administrator signs in.</summary>
    public static async Task<(string Account, string Password)> AdministratorAccountAsync(string role, bool second = false)
    {
        var file = Environment.GetEnvironmentVariable("LOSTCASES_TEST_CREDENTIALS") ?? ".local/credentials.tsv";
        var cells = (await File.ReadAllLinesAsync(file)).Select(l => l.Split('\t')).Where(c => c.Length > 3 && c[3].Split(',', ' ').Contains(role)).Skip(second ? 1 : 0).First();
        return (cells[0], cells[1]);
    }

    /// <summary>Sends one file.</summary>
    public static async Task<HttpResponseMessage> SendFileAsync(HttpClient who, string path, byte[] bytes, string name = "../文件.pdf")
    {
        using var content = new MultipartFormDataContent();
        using var file = new ByteArrayContent(bytes);
        content.Add(file, "file", name);
        return await who.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>Posts what must succeed.</summary>
    public static async Task<JsonElement> MustAsync(HttpClient who, string path, object body)
    {
        using var answer = await PostAsync(who, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return !answer.IsSuccessStatusCode ? throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}")
            : text.Length == 0 ? default
            : JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Posts what is to be refused; status, code and field of the refusal.</summary>
    public static async Task<(int Status, string Code, string Field)> RefusedAsync(HttpClient who, string path, object body)
    {
        using var answer = await PostAsync(who, path, body);
        return await ProblemAsync(answer);
    }

    /// <summary>Status, code and field of a refusal.</summary>
    public static async Task<(int Status, string Code, string Field)> ProblemAsync(HttpResponseMessage answer)
    {
        var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
        string Text(string name) => problem.TryGetProperty(name, out var value) ? value.ToString() : "";
        return ((int)answer.StatusCode, Text("code"), Text("field") + Text("errors"));
    }

    /// <summary>Asks under an idempotency key of its own and tells whoever keeps a journal.</summary>
    private static async Task<HttpResponseMessage> PostAsync(HttpClient who, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body, body.GetType()) };
        var key = Guid.NewGuid().ToString("N");
        request.Headers.Add("Idempotency-Key", key);
        var answer = await who.SendAsync(request);
        Asked?.Invoke(key, path, (int)answer.StatusCode);
        return answer;
    }
}
