using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace LostCases.Demo;

/// <summary>
/// Somebody signed in, acting through the public API. What has not arrived yet where the act needs it, and what is away for the moment,
/// is asked again for as long as <see cref="Patience"/>.
/// </summary>
internal sealed class Person(Tokens tokens, Settings settings, Action<string> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly Lock _gate = new();
    private Tokens _last = tokens;
    private Task<Tokens>? _renewing;

    /// <summary>Does an act under a key that makes it happen once, however often it is asked for; the answer.</summary>
    internal Task<JsonElement> PostAsync(string path, string key, object body, CancellationToken ct) => AskAsync(path, () => Act(path, key, body), ct);

    /// <summary>Asks for an act a single time; whether it is done, now or before under the same key.</summary>
    internal async Task<bool> TryAsync(string path, string key, object body, CancellationToken ct) =>
        (await OnceAsync(() => Act(path, key, body), ct)).Status is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous;

    /// <summary>Saves a drawn chain with the right to edit it; the answer, also where it is a refusal: publishing always is one at first.</summary>
    internal async Task<JsonElement> SaveAsync(string path, string lease, object body, CancellationToken ct)
    {
        for (var until = DateTimeOffset.UtcNow + Patience; ; await Task.Delay(Pause, ct))
        {
            var (status, text) = await OnceAsync(
                () =>
                {
                    var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Gateway, path)) { Content = JsonContent.Create(body, body.GetType()) };
                    request.Headers.Add("X-Edit-Lease", lease);
                    return request;
                },
                ct);
            if (status is HttpStatusCode.OK or HttpStatusCode.BadRequest)
            {
                return JsonSerializer.Deserialize<JsonElement>(text);
            }

            if (!IsForNow(status) || DateTimeOffset.UtcNow > until)
            {
                throw new Refusal((int)status, path, text);
            }
        }
    }

    /// <summary>Hands a document in; its id.</summary>
    internal async Task<Guid> UploadAsync(string path, string name, byte[] content, CancellationToken ct)
    {
        var answer = await AskAsync(
            path,
            () => new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Gateway, path)) { Content = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } } },
            ct);
        return answer.GetProperty("id").GetGuid();
    }

    /// <summary>Reads.</summary>
    internal Task<JsonElement> GetAsync(string path, CancellationToken ct) => AskAsync(path, () => new HttpRequestMessage(HttpMethod.Get, new Uri(settings.Gateway, path)), ct);

    /// <summary>Waits until the chain has opened the step (环节).</summary>
    internal async Task WaitAsync(Guid caseId, string step, CancellationToken ct)
    {
        for (var until = DateTimeOffset.UtcNow + Patience; ; await Task.Delay(Pause, ct))
        {
            var open = (await GetAsync($"/api/oversight/cases/{caseId}", ct)).GetProperty("openSteps").EnumerateArray().Select(s => s.GetProperty("step").GetString()).ToList();
            if (open.Contains(step))
            {
                return;
            }

            if (DateTimeOffset.UtcNow > until)
            {
                throw new DemoFailure($"{step} did not open for {caseId}; open: {string.Join(", ", open)}");
            }
        }
    }

    private HttpRequestMessage Act(string path, string key, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.Gateway, path)) { Content = JsonContent.Create(body, body.GetType()) };
        request.Headers.Add("Idempotency-Key", key);
        return request;
    }

    private async Task<JsonElement> AskAsync(string path, Func<HttpRequestMessage> make, CancellationToken ct)
    {
        var isTold = false;
        for (var until = DateTimeOffset.UtcNow + Patience; ; await Task.Delay(Pause, ct))
        {
            var (status, text) = await OnceAsync(make, ct);
            if (status is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous)
            {
                return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
            }

            if (!IsForNow(status) || DateTimeOffset.UtcNow > until)
            {
                throw new Refusal((int)status, path, text);
            }

            if (!isTold)
            {
                isTold = true;
                log($"{path}: {(int)status}, asked again until it is answered");
            }
        }
    }

    /// <summary>Whether it may be different soon: another process has not applied what was just done, or is away.</summary>
    private static bool IsForNow(HttpStatusCode status) =>
        status is HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or 0 || (int)status >= 500;

    private async Task<(HttpStatusCode Status, string Text)> OnceAsync(Func<HttpRequestMessage> make, CancellationToken ct)
    {
        try
        {
            using var request = make();
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await AccessAsync());
            request.Headers.AcceptLanguage.ParseAdd("zh-CN");
            using var answer = await Http.SendAsync(request, ct);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
        }
        catch (Exception away) when (away is HttpRequestException or DemoFailure || (away is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return (0, away.Message);
        }
    }

    /// <summary>Renewed once for all who wait.</summary>
    private async Task<string> AccessAsync()
    {
        Task<Tokens> current;
        lock (_gate)
        {
            if (_last.Until <= DateTimeOffset.UtcNow && _renewing is not { IsCompleted: false })
            {
                _renewing = new SignIn(settings).RenewAsync(_last);
            }

            current = _renewing ?? Task.FromResult(_last);
        }

        var renewed = await current;
        lock (_gate)
        {
            _last = renewed;
        }

        return renewed.Access;
    }
}

/// <summary>An answer that is no.</summary>
internal sealed class Refusal(int status, string path, string text) : Exception($"{path}: {status} {Code(text)}")
{
    /// <summary>Code of the refusal, as the product names it.</summary>
    internal string Reason { get; } = Code(text);

    private static string Code(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text) is { ValueKind: JsonValueKind.Object } problem && problem.TryGetProperty("code", out var code)
                ? $"{code.GetString()}{(problem.TryGetProperty("field", out var field) && field.ValueKind == JsonValueKind.String ? $" ({field.GetString()})" : "")}"
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
