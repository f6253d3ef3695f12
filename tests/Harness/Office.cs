using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace LostCases.Harness;

/// <summary>A county with its people, fresh for each test, and one case in it, worked on only through the public address.</summary>
public sealed class Office
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly object Weighed = new { scale = 3, text = "见报告" };
    private readonly Dictionary<string, HttpClient> _people = [];
    private readonly Dictionary<string, Guid> _organisations = [];
    private string? _seen;
    private readonly string _mark = RandomNumberGenerator.GetHexString(8, lowercase: true);

    public static Uri Address { get; } = new(Environment.GetEnvironmentVariable("LOSTCASES_TEST_URL") ?? "http://localhost:8080");

    /// <summary>Told of every request: its idempotency key, path and status.</summary>
    public static Action<string, string, int>? Asked { get; set; }

    public Guid Case { get; private set; }

    public Guid this[string organisation] => _organisations[organisation];

    public static async Task<Office> OpenAsync()
    {
        var office = new Office();
        await office.AddAsync("city", "示例市人民政府", "MUNI_GOV", null);
        await office.AddAsync("cityLegal", "示例市司法局", "MUNI_LEGAL_BODY", "city");
        await office.AddAsync("county", "示例县人民政府", "COUNTY_GOV", "city");
        await office.AddAsync("legal", "示例县司法局", "COUNTY_LEGAL_BODY", "county");
        await office.AddAsync("court", "示例市中级人民法院", "COURT", null);
        await office.AddAsync("agency", "示例县自然资源局", "COUNTY_UNIT", "county");
        return office;
    }

    public static async Task<HttpClient> AdministratorAsync(string role)
    {
        var file = Environment.GetEnvironmentVariable("LOSTCASES_TEST_CREDENTIALS") ?? ".local/credentials.tsv";
        var cells = (await File.ReadAllLinesAsync(file)).Select(l => l.Split('\t')).First(c => c.Length > 3 && c[3].Split(',', ' ').Contains(role));
        return await SignIn.AsAsync(Address, cells[0], cells[1]);
    }

    public Task<HttpClient> Officer => PersonAsync("agency", "AGENCY_OFFICER");

    public Task<HttpClient> Reviewer => PersonAsync("legal", "REVIEWER", "REVIEW_LEADER");

    public Task<HttpClient> Court => PersonAsync("court", "COURT_LIAISON");

    public async Task<HttpClient> PersonAsync(string organisation, params string[] roles)
    {
        var key = $"{organisation} {roles[0]}";
        if (!_people.TryGetValue(key, out var person))
        {
            var (account, password) = ($"s{_mark}.{_people.Count}", $"Pw-{RandomNumberGenerator.GetHexString(20)}a1");
            await MustAsync(await AdministratorAsync("SEC_ADMIN"), "/api/identity/users",
                new { account, displayName = key, organisationId = _organisations[organisation], roles, password });
            _people[key] = person = await SignIn.AsAsync(Address, account, password);
        }

        return person;
    }

    /// <summary>A valid registration, to be bent by tests.</summary>
    public Dictionary<string, object?> Registration() => new()
    {
        ["caseNo"] = $"（2026）浙99行终{RandomNumberGenerator.GetInt32(1_000_000, 9_999_999).ToString(CultureInfo.InvariantCulture)}号",
        ["courtId"] = this["court"],
        ["instance"] = "SECOND",
        ["docType"] = "JUDGMENT",
        ["result"] = "REVOKED",
        ["madeOn"] = "2026-05-11",
        ["servedOnAgency"] = "2026-05-12",
        ["agencyId"] = this["agency"],
        ["actName"] = "示例行政处罚决定",
        ["actDate"] = "2025-03-03",
    };

    /// <summary>Registers and takes the case as far as the review being complete, leaving feedback and filing to the test.</summary>
    public async Task ReviewAsync()
    {
        await InScopeAsync();
        await ActAsync(Officer, "investigation", "complete-investigation", "Investigate", new
        {
            causes = new[] { new { code = "C-EVID", main = true, text = "见报告" } },
            narrative = "见报告",
            handlingOpinion = "见报告",
            unitProposed = false,
            persons = new[]
            {
                new
                {
                    name = "某甲", role = "OTHER_DIRECTLY_RESPONSIBLE", belongsTo = this["agency"], authority = "AGENCY",
                    finding = new
                    {
                        conclusion = "PURSUE",
                        mustGrounds = new[] { "IMPROPER_DUTY" },
                        factors = new { consequence = Weighed, nature = Weighed, fault = Weighed },
                        reason = "见报告",
                        exemptionConsidered = true,
                        proposedSanctions = new[] { "WRITTEN_SELF_CRITICISM" },
                    },
                },
            },
        });
        var report = await UploadAsync(Officer, "investigation", "REPORT");
        var judgment = await UploadAsync(Officer, "investigation", "JUDGMENT");
        await ActAsync(Officer, "investigation", "submit-report", "SubmitReport", new { stamps = new[] { this["agency"] }, attachments = new[] { report, judgment } });
        await ActAsync(Reviewer, "review", "accept-report", "Review", new { });
        await ActAsync(Reviewer, "review", "complete-review", "Review", new { opinion = "AGREE", reasons = "见审核意见书" });
    }

    public async Task InScopeAsync()
    {
        Case = (await MustAsync(await Court, "/api/intake/judgments", Registration())).GetProperty("caseId").GetGuid();
        await MustAsync(await Reviewer, $"/api/intake/cases/{Case}/confirm-in-scope", new { });
    }

    /// <summary>From feedback to closing.</summary>
    public async Task FinishAsync(bool feedbackSent = false)
    {
        if (!feedbackSent)
        {
            await SendFeedbackAsync();
        }

        await ActAsync(Reviewer, "review", "file-with-city", "FileWithCity", new { });
        await ActAsync(Officer, "disposition", "receive-feedback", "ReceiveFeedback", new { });
        await WaitAsync("Dispose");
        var finding = (await PageAsync()).GetProperty("findings")[0].GetProperty("findingId").GetGuid();
        await ActAsync(Officer, "disposition", "record-disposition", "Dispose",
            new { documentNo = "示例处〔2026〕1号", decisions = new[] { new { findingId = finding, result = "PURSUE", sanctions = new[] { "WRITTEN_SELF_CRITICISM" } } } });
        await WaitAsync("CloseCase");
        var proof = await UploadAsync(Reviewer, "intake", "SELF_CRITICISM");
        await ActAsync(Reviewer, "intake", "close-case", "CloseCase", new
        {
            executions = new[] { new { findingId = finding, sanction = "WRITTEN_SELF_CRITICISM", executedOn = Today, documentId = proof } },
            copiesHeldBy = new[] { "LOSING_AGENCY", "REVIEW_BODY", "FILING_BODY" },
        });
    }

    public async Task SendFeedbackAsync() =>
        await ActAsync(Reviewer, "review", "send-feedback", "SendFeedback", new { opinionDocumentId = await UploadAsync(Reviewer, "review", "OPINION") });

    public static string Today => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Asia/Shanghai").ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task ActAsync(Task<HttpClient> who, string service, string act, string step, object body)
    {
        await WaitAsync(step);
        var done = await MustAsync(await who, $"/api/{service}/cases/{Case}/{act}", body);
        _seen = $"{service}.{done.GetProperty("version").GetInt64()}";
    }

    public async Task<Guid> UploadAsync(Task<HttpClient> who, string service, string kind)
    {
        using var answer = await SendFileAsync(await who, $"/api/{service}/cases/{Case}/documents?kind={kind}", "%PDF-1.4\n%%EOF\n"u8.ToArray());
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    public static async Task<HttpResponseMessage> SendFileAsync(HttpClient who, string path, byte[] bytes)
    {
        using var content = new MultipartFormDataContent();
        using var file = new ByteArrayContent(bytes);
        content.Add(file, "file", "../文件.pdf");
        return await who.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>The case page as it is after the last act.</summary>
    public async Task<JsonElement> PageAsync()
    {
        for (var until = DateTime.UtcNow + Patience; ;)
        {
            var page = await (await Reviewer).GetFromJsonAsync<JsonElement>(new Uri($"/api/oversight/cases/{Case}?atLeast={_seen}", UriKind.Relative));
            if (!page.GetProperty("updating").GetBoolean())
            {
                return page;
            }

            InTime(until, $"the case page has not come to {_seen}; versions: {page.GetProperty("versions")}");
        }
    }

    /// <summary>Waits until the step is open; fails where it does not open in time.</summary>
    public async Task WaitAsync(string step)
    {
        for (var until = DateTime.UtcNow + Patience; !(await StepsAsync()).Contains(step);)
        {
            InTime(until, $"{step} did not open; open: {string.Join(", ", await StepsAsync())}");
            await Task.Delay(100);
        }
    }

    public async Task<IReadOnlyList<string?>> StepsAsync()
    {
        using var answer = await (await Reviewer).GetAsync(new Uri($"/api/oversight/cases/{Case}", UriKind.Relative));
        return answer.IsSuccessStatusCode
            ? [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("openSteps").EnumerateArray().Select(s => s.GetProperty("step").GetString())]
            : [];
    }

    public static async Task<JsonElement> MustAsync(HttpClient who, string path, object body)
    {
        using var answer = await PostAsync(who, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return !answer.IsSuccessStatusCode ? throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}")
            : text.Length == 0 ? default
            : JsonSerializer.Deserialize<JsonElement>(text);
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

    private static void InTime(DateTime until, string otherwise)
    {
        if (DateTime.UtcNow >= until)
        {
            throw new TimeoutException(otherwise);
        }
    }

    public static async Task<(int Status, string Code, string Field)> RefusedAsync(HttpClient who, string path, object body)
    {
        using var answer = await PostAsync(who, path, body);
        return await ProblemAsync(answer);
    }

    public static async Task<(int Status, string Code, string Field)> ProblemAsync(HttpResponseMessage answer)
    {
        var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
        string Text(string name) => problem.TryGetProperty(name, out var value) ? value.ToString() : "";
        return ((int)answer.StatusCode, Text("code"), Text("field") + Text("errors"));
    }

    /// <summary>Adds an organisation under a key of the test's.</summary>
    public async Task AddAsync(string key, string name, string level, string? parent) => _organisations[key] = (await MustAsync(
        await AdministratorAsync("SYS_ADMIN"), "/api/intake/agencies",
        new { name, level, parentGov = parent is null ? (Guid?)null : _organisations[parent], regionCode = "999999" })).GetProperty("id").GetGuid();
}
