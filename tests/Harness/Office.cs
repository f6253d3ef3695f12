using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace LostCases.Harness;

/// <summary>A county with its people, fresh for each test, and one case in it, worked on only through the public address.</summary>
public sealed partial class Office
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Dictionary<string, HttpClient> _people = [];
    private readonly Dictionary<string, Guid> _organisations = [];
    private string? _seen;
    private int _accounts;
    private readonly string _mark = RandomNumberGenerator.GetHexString(8, lowercase: true);

    /// <summary>The case, once registered.</summary>
    public Guid Case { get; private set; }

    /// <summary>An organisation's id.</summary>
    public Guid this[string organisation] => _organisations[organisation];

    /// <summary>A city and a county in it with an agency, its legal bodies and a court.</summary>
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

    /// <summary>The losing agency's legal officer.</summary>
    public Task<HttpClient> Officer => PersonAsync("agency", "AGENCY_OFFICER");

    /// <summary>The county legal body's reviewer, who also leads it.</summary>
    public Task<HttpClient> Reviewer => PersonAsync("legal", "REVIEWER", "REVIEW_LEADER");

    /// <summary>The court's liaison.</summary>
    public Task<HttpClient> Court => PersonAsync("court", "COURT_LIAISON");

    /// <summary>A person of the organisation with the roles, made and signed in when first needed.</summary>
    public async Task<HttpClient> PersonAsync(string organisation, params string[] roles)
    {
        var key = $"{organisation} {string.Join(' ', roles)}";
        if (!_people.TryGetValue(key, out var person))
        {
            var (_, account, password) = await OpenAccountAsync(await AdministratorAsync("SEC_ADMIN"), organisation, roles);
            _people[key] = person = await SignIn.AsAsync(Address, account, password);
        }

        return person;
    }

    /// <summary>Opens an account; nobody has signed in with it yet.</summary>
    public async Task<(Guid Id, string Account, string Password)> OpenAccountAsync(HttpClient administrator, string organisation, params string[] roles)
    {
        var (account, password) = ($"s{_mark}.{Interlocked.Increment(ref _accounts)}", $"Pw-{RandomNumberGenerator.GetHexString(20)}a1");
        var made = await MustAsync(administrator, "/api/identity/users",
            new { account, displayName = $"{organisation} {roles[0]}", organisationId = _organisations[organisation], roles, password });
        return (made.GetProperty("id").GetGuid(), account, password);
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
    public async Task ReviewAsync(IReadOnlyDictionary<string, object?>? registration = null)
    {
        await InScopeAsync(registration);
        await ActAsync(Officer, "investigation", "complete-investigation", "Investigate", Investigation(this["agency"]));
        var report = await UploadAsync(Officer, "investigation", "REPORT");
        var judgment = await UploadAsync(Officer, "investigation", "JUDGMENT");
        await ActAsync(Officer, "investigation", "submit-report", "SubmitReport", new { stamps = new[] { this["agency"] }, attachments = new[] { report, judgment } });
        await ActAsync(Reviewer, "review", "accept-report", "Review", new { });
        await ActAsync(Reviewer, "review", "complete-review", "Review", new { opinion = "AGREE", reasons = "见审核意见书" });
    }

    /// <summary>Registers a case, which then waits to be screened.</summary>
    public async Task RegisterAsync(IReadOnlyDictionary<string, object?>? registration = null) =>
        Case = (await MustAsync(await Court, "/api/intake/judgments", registration ?? Registration())).GetProperty("caseId").GetGuid();

    /// <summary>Registers and confirms that the case is in scope.</summary>
    public async Task InScopeAsync(IReadOnlyDictionary<string, object?>? registration = null)
    {
        await RegisterAsync(registration);
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
        await ActAsync(Officer, "disposition", "record-disposition", "Dispose", Disposition(finding));
        await WaitAsync("CloseCase");
        var proof = await UploadAsync(Reviewer, "intake", "SELF_CRITICISM");
        await ActAsync(Reviewer, "intake", "close-case", "CloseCase", Closing(finding, proof));
    }

    /// <summary>Sends the feedback with its opinion.</summary>
    public async Task SendFeedbackAsync() =>
        await ActAsync(Reviewer, "review", "send-feedback", "SendFeedback", new { opinionDocumentId = await UploadAsync(Reviewer, "review", "OPINION") });

    /// <summary>Acts once the step is open; an act that is no step's leaves it empty.</summary>
    public async Task ActAsync(Task<HttpClient> who, string service, string act, string step, object body)
    {
        if (step.Length > 0)
        {
            await WaitAsync(step);
        }

        var done = await MustAsync(await who, $"/api/{service}/cases/{Case}/{act}", body);
        _seen = $"{service}.{done.GetProperty("version").GetInt64()}";
    }

    /// <summary>Stores a small PDF under the name, which it also says within.</summary>
    public async Task<Guid> UploadAsync(Task<HttpClient> who, string service, string kind, string name = "文件")
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes($"%PDF-1.4\n%{name}\n%%EOF\n");
        using var answer = await SendFileAsync(await who, $"/api/{service}/cases/{Case}/documents?kind={kind}", bytes, $"../{name}.pdf");
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
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

    /// <summary>Waits until nothing is open.</summary>
    public async Task RestAsync()
    {
        for (var until = DateTime.UtcNow + Patience; (await StepsAsync()).Count > 0;)
        {
            InTime(until, $"still open: {string.Join(", ", await StepsAsync())}");
            await Task.Delay(100);
        }
    }

    /// <summary>Steps open now.</summary>
    public async Task<IReadOnlyList<string?>> StepsAsync()
    {
        using var answer = await (await Reviewer).GetAsync(new Uri($"/api/oversight/cases/{Case}", UriKind.Relative));
        return answer.IsSuccessStatusCode
            ? [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("openSteps").EnumerateArray().Select(s => s.GetProperty("step").GetString())]
            : [];
    }

    private static void InTime(DateTime until, string otherwise)
    {
        if (DateTime.UtcNow >= until)
        {
            throw new TimeoutException(otherwise);
        }
    }

    /// <summary>Adds an organisation under a key of the test's.</summary>
    public async Task AddAsync(string key, string name, string level, string? parent) => _organisations[key] = (await MustAsync(
        await AdministratorAsync("SYS_ADMIN"), "/api/intake/agencies",
        new { name, level, parentGov = parent is null ? (Guid?)null : _organisations[parent], regionCode = "999999" })).GetProperty("id").GetGuid();
}
