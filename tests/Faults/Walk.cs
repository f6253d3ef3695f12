using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LostCases.Harness;

namespace LostCases.Faults;

/// <summary>Which way a case goes.</summary>
internal enum Route
{
    /// <summary>The county's straight way (as in S22).</summary>
    Plain,

    /// <summary>With a joint review (as in S29).</summary>
    Joint,
}

/// <summary>
/// One county case from judgment to closing by people who do not give up: each act has a key of its own and is sent again until its
/// answer is heard. A refusal that only says that news has not arrived yet is no answer.
/// </summary>
internal sealed class Walk(Town town, Journal journal, Route route, Func<int, string, Task>? before)
{
    /// <summary>Told before the end is looked at, in the place of an act's name.</summary>
    internal const string Ended = "ended";

    /// <summary>Acts of the longest route.</summary>
    internal const int Longest = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    /// <summary>What a killed process had claimed to send is sent by another after its lease of a minute: only then is something still open for good.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(80);
    private static readonly string[] NotYet =
        ["STEP_NOT_OPEN", "ILLEGAL_TRANSITION", "CASE_NOT_FOUND", "FILING_MISSING", "FINDING_UNKNOWN", "DECISION_MISSING"];

    internal Route Route => route;

    internal Guid Case { get; private set; }

    /// <summary>How the case ended: state, every owner's number of events, open steps. The same for every case that nothing was lost or done twice in.</summary>
    internal async Task<string> RunAsync()
    {
        foreach (var (at, act) in Acts().Index())
        {
            await BeforeAsync(at, act.Name);
            await act.Do();
        }

        await BeforeAsync(Longest - 1, Ended);
        return await EndAsync();
    }

    /// <summary>The first act.</summary>
    internal async Task RegisterAsync() =>
        Case = (await ActAsync(town.Court, "/api/intake/judgments", town.Registration())).GetProperty("caseId").GetGuid();

    /// <summary>Waits until nothing moves any more, then says what there is.</summary>
    internal async Task<string> EndAsync()
    {
        var (last, since, until) = ("", DateTime.UtcNow, DateTime.UtcNow + Patience);
        while (DateTime.UtcNow < until)
        {
            var page = await GetAsync(town.Reviewer, $"/api/oversight/cases/{Case}");
            var versions = string.Join(' ', page.GetProperty("versions").EnumerateObject().OrderBy(v => v.Name, StringComparer.Ordinal).Select(v => $"{v.Name} {v.Value}"));
            var now = $"{page.GetProperty("state")}, {versions}, {page.GetProperty("clocks").GetArrayLength()} clocks, {page.GetProperty("openSteps").GetArrayLength()} open";
            (last, since) = now == last ? (last, since) : (now, DateTime.UtcNow);
            if (now.StartsWith("CLOSED", StringComparison.Ordinal) && DateTime.UtcNow - since > (now.EndsWith(" 0 open", StringComparison.Ordinal) ? Rest : Lease))
            {
                return now;
            }

            await Task.Delay(Pause);
        }

        return $"did not end: {last}";
    }

    private IEnumerable<(string Name, Func<Task> Do)> Acts() =>
    [
        ("register-judgment", RegisterAsync),
        Act(town.Reviewer, "intake/confirm-in-scope"),
        Act(town.Officer, "investigation/complete-investigation", Office.Investigation(town["agency"])),
        ("submit-report", SubmitAsync),
        Act(town.Reviewer, "review/accept-report"),
        .. route == Route.Joint ? JointReview() : [],
        Act(town.Reviewer, "review/complete-review", new { opinion = "AGREE", reasons = "见审核意见书" }),
        ("send-feedback", async () => await ActAsync(town.Reviewer, "review/send-feedback", new { opinionDocumentId = await UploadAsync(town.Reviewer, "review", "OPINION") })),
        Act(town.Reviewer, "review/file-with-city"),
        Act(town.Officer, "disposition/receive-feedback"),
        ("record-disposition", async () => await ActAsync(town.Officer, "disposition/record-disposition", Office.Disposition(await FindingAsync()))),
        ("close-case", async () => await ActAsync(
            town.Reviewer, "intake/close-case", Office.Closing(await FindingAsync(), await UploadAsync(town.Reviewer, "intake", "SELF_CRITICISM")))),
    ];

    private IEnumerable<(string Name, Func<Task> Do)> JointReview() =>
    [
        Act(town.Reviewer, "review/start-joint-review", new { marks = new[] { "DISPUTED" }, reason = "争议较大", members = new[] { town["court"], town["orgDept"] } }),
        Act(town.Court, "review/give-joint-opinion", new { opinion = "AGREE", text = "同意" }),
        Act(town.Organiser, "review/give-joint-opinion", new { opinion = "AGREE", text = "同意" }),
        ("conclude-joint-review", async () => await ActAsync(
            town.Reviewer, "review/conclude-joint-review",
            new { conclusion = "见联合审核纪要", minutesDocumentId = await UploadAsync(town.Reviewer, "review", "MINUTES") })),
    ];

    private (string Name, Func<Task> Do) Act(HttpClient who, string act, object? body = null) => (act.Split('/')[1], () => ActAsync(who, act, body ?? new { }));

    private Task BeforeAsync(int at, string act) => before?.Invoke(at, act) ?? Task.CompletedTask;

    private async Task SubmitAsync()
    {
        var attachments = new[] { await UploadAsync(town.Officer, "investigation", "REPORT"), await UploadAsync(town.Officer, "investigation", "JUDGMENT") };
        await ActAsync(town.Officer, "investigation/submit-report", new { stamps = new[] { town["agency"] }, attachments });
    }

    private async Task<Guid> FindingAsync() =>
        (await GetAsync(town.Officer, $"/api/investigation/cases/{Case}")).GetProperty("persons")[0].GetProperty("findingId").GetGuid();

    private async Task<JsonElement> ActAsync(HttpClient who, string act, object body)
    {
        var path = act.StartsWith('/') ? act : $"/api/{act.Split('/')[0]}/cases/{Case}/{act.Split('/')[1]}";
        var (key, status) = (Guid.NewGuid().ToString("N"), 0);
        try
        {
            var answer = await UntilAnsweredAsync(path, () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, town.Enter(path)) { Content = JsonContent.Create(body) };
                request.Headers.Add("Idempotency-Key", key);
                return who.SendAsync(request);
            });
            status = 200;
            return answer;
        }
        catch (Refusal refusal)
        {
            status = refusal.Status;
            throw;
        }
        finally
        {
            journal.Note(key, path, status);
        }
    }

    private Task<JsonElement> GetAsync(HttpClient who, string path) => UntilAnsweredAsync(path, () => who.GetAsync(town.Enter(path)));

    private async Task<Guid> UploadAsync(HttpClient who, string service, string kind)
    {
        var path = $"/api/{service}/cases/{Case}/documents?kind={kind}";
        var stored = await UntilAnsweredAsync(path, async () =>
        {
            using var content = new MultipartFormDataContent();
            using var file = new ByteArrayContent("%PDF-1.4\n%%EOF\n"u8.ToArray());
            content.Add(file, "file", $"{kind}.pdf");
            return await who.PostAsync(town.Enter(path), content);
        });
        return stored.GetProperty("id").GetGuid();
    }

    private static async Task<JsonElement> UntilAnsweredAsync(string path, Func<Task<HttpResponseMessage>> send)
    {
        var (last, until) = ("", DateTime.UtcNow + Patience);
        for (; DateTime.UtcNow < until; await Task.Delay(Pause))
        {
            try
            {
                using var answer = await send();
                last = await answer.Content.ReadAsStringAsync();
                if (answer.IsSuccessStatusCode)
                {
                    return JsonSerializer.Deserialize<JsonElement>(last);
                }

                if (!IsPassing(answer.StatusCode, last))
                {
                    throw new Refusal((int)answer.StatusCode, $"{path}: {(int)answer.StatusCode} {last}");
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException or JsonException
                || (failure is InvalidOperationException and not Refusal && failure.Message.StartsWith("No token", StringComparison.Ordinal)))
            {
                last = failure.Message;
            }
        }

        throw new TimeoutException($"{path} was never answered; last: {last}");
    }

    private static bool IsPassing(HttpStatusCode status, string body) =>
        (int)status >= 500 || status == HttpStatusCode.Unauthorized || NotYet.Any(code => body.Contains($"\"{code}\"", StringComparison.Ordinal));

    /// <summary>An answer that says no for good.</summary>
    private sealed class Refusal(int status, string message) : InvalidOperationException(message)
    {
        internal int Status => status;
    }
}
