using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using LostCases.Harness;

namespace LostCases.BrowserTests;

/// <summary>A person who can sign in.</summary>
public sealed record Person(string Account, string Password, string Name);

/// <summary>One county of the organisations every installation starts with, people in it, and cases at every stage.</summary>
public sealed class Town
{
    internal const string County = "云江县";
    internal const string City = "瓯越市";
    private const string Late = "补录历史案件";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _mark = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private readonly Dictionary<string, Guid> _organisations = [];
    private readonly Dictionary<string, (Person Person, HttpClient Client)> _people = [];
    private int _number;

    /// <summary>Who reviews the county's cases; sees all of them.</summary>
    internal Task<Person> ReviewerAsync() => PersonAsync(County + "司法局", "审核负责人", "REVIEWER", "REVIEW_LEADER");

    /// <summary>The case as the reviewer is told of it, once its first clock has begun.</summary>
    internal async Task<JsonElement> CasePageAsync(string caseNo)
    {
        var reviewer = await ClientAsync(County + "司法局", "审核负责人", "REVIEWER", "REVIEW_LEADER");
        var found = await reviewer.GetFromJsonAsync<JsonElement>(new Uri($"/api/oversight/cases?q={Uri.EscapeDataString(caseNo)}", UriKind.Relative));
        var id = found.GetProperty("items")[0].GetProperty("id").GetGuid();
        await UntilAsync(reviewer, id, "has a clock", page => page.GetProperty("clocks").GetArrayLength() > 0);
        return await reviewer.GetFromJsonAsync<JsonElement>(new Uri($"/api/oversight/cases/{id}", UriKind.Relative));
    }

    /// <summary>What an owner tells the reviewer about the case.</summary>
    internal async Task<JsonElement> OwnerAsync(string owner, Guid id) =>
        await (await ClientAsync(County + "司法局", "审核负责人", "REVIEWER", "REVIEW_LEADER")).GetFromJsonAsync<JsonElement>(new Uri($"/api/{owner}/cases/{id}", UriKind.Relative));

    /// <summary>Stores a document as the county's reviewer.</summary>
    internal async Task<Guid> StoreAsync(Guid id, string service, string kind, byte[] content)
    {
        using var answer = await Office.SendFileAsync(
            await ClientAsync(County + "司法局", "审核负责人", "REVIEWER", "REVIEW_LEADER"), $"/api/{service}/cases/{id}/documents?kind={kind}", content, "文书.pdf");
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>Takes a case under review through a joint review in which the organisation department dissents.</summary>
    internal async Task ReviewJointlyAsync(Guid id)
    {
        var reviewer = await ClientAsync(County + "司法局", "审核负责人", "REVIEWER", "REVIEW_LEADER");
        var (court, department) = (County + "人民法院", $"中共{County}委组织部");
        await Office.MustAsync(reviewer, $"/api/review/cases/{id}/start-joint-review", new
        {
            marks = new[] { "DIFFICULT", "DISPUTED" },
            reason = "对处理幅度争议较大。",
            members = new[] { _organisations[court], _organisations[department] },
        });
        await Office.MustAsync(await ClientAsync(court, "联络员", "COURT_LIAISON"), $"/api/review/cases/{id}/give-joint-opinion", new { opinion = "AGREE", text = "定性准确。" });
        await Office.MustAsync(await ClientAsync(department, "联络员", "ORG_LIAISON"), $"/api/review/cases/{id}/give-joint-opinion",
            new { opinion = "DISAGREE", text = "已造成不良影响，仅责令作出书面检查偏轻，建议通报批评。" });
        await WaitAsync(reviewer, id, "JointReview");
        await Office.MustAsync(reviewer, $"/api/review/cases/{id}/conclude-joint-review",
            new { conclusion = "多数同意调查结论，不同意见记录在案。", minutesDocumentId = await StoreAsync(id, "review", "MINUTES", Paper.Empty) });
        await WaitAsync(reviewer, id, "Review");
    }

    internal static async Task<Town> OpenAsync()
    {
        var town = new Town();
        var administrator = await Office.AdministratorAsync("SYS_ADMIN");
        await town.LearnAsync(administrator, County);
        await town.LearnAsync(administrator, "瓯越市");
        return town;
    }

    /// <summary>Adds an organisation of the county and waits until it can lose a case.</summary>
    internal async Task AddAgencyAsync(string name) => _organisations[name] = (await Office.MustAsync(
        await Office.AdministratorAsync("SYS_ADMIN"), "/api/intake/agencies",
        new { name, level = "COUNTY_UNIT", parentGov = _organisations[County + "人民政府"], regionCode = "339924" })).GetProperty("id").GetGuid();

    internal async Task<Person> PersonAsync(string organisation, string post, params string[] roles)
    {
        var key = $"{organisation}·{post}";
        if (!_people.TryGetValue(key, out var known))
        {
            var person = new Person($"b{_mark}.{_people.Count}", $"Pw-{RandomNumberGenerator.GetHexString(20)}a1", key);
            await Office.MustAsync(await Office.AdministratorAsync("SEC_ADMIN"), "/api/identity/users",
                new { account = person.Account, displayName = key, organisationId = _organisations[organisation], roles, password = person.Password });
            _people[key] = known = (person, await SignIn.AsAsync(Office.Address, person.Account, person.Password));
        }

        return known.Person;
    }

    /// <summary>Registers a loss and takes the case to the stage; the days say how long ago each act was done.</summary>
    internal async Task<string> CaseAsync(string agency, Stage stage, int served = 20, int acted = 0, string act = "行政处罚决定", string? implementing = null)
    {
        var court = await ClientAsync("瓯越市中级人民法院", "联络员", "COURT_LIAISON");
        var caseNo = $"（2026）浙99行终{RandomNumberGenerator.GetInt32(1000, 99999)}{_number++}号";
        var registered = await Office.MustAsync(court, "/api/intake/judgments", new
        {
            caseNo,
            courtId = _organisations["瓯越市中级人民法院"],
            instance = "SECOND",
            docType = "JUDGMENT",
            result = "REVOKED",
            madeOn = Servers.Before(served + 3),
            servedOnAgency = Servers.Before(served),
            agencyId = _organisations[agency],
            implementingBodyId = implementing is null ? (Guid?)null : _organisations[implementing],
            actName = act,
            actDate = "2025-03-03",
            on = Servers.Before(served),
            backdatingReason = Late,
        });
        await TakeAsync(registered.GetProperty("caseId").GetGuid(), agency, stage, Servers.Before(served), Servers.Before(acted));
        return caseNo;
    }

    /// <summary>A county's autumn: something late of each force, something due today, and the rest in time.</summary>
    internal async Task FillAsync()
    {
        await CaseAsync("云江县市场监督管理局", Stage.Closed, 40);
        await CaseAsync("云江县公安局", Stage.Disposing, 40);
        await CaseAsync("云江县自然资源和规划局", Stage.Reviewed, 30);
        await CaseAsync("云江县霁川镇人民政府", Stage.Reviewed, 30, 16);
        await CaseAsync("云江县住房和城乡建设局", Stage.UnderReview, 24);
        await CaseAsync("云江县综合行政执法局", Stage.Investigated, 34, 14);
        await CaseAsync("云江县竹隐乡人民政府", Stage.Investigated, 30, 7);
        await CaseAsync("云江县综合行政执法局", Stage.InScope, 60);
        await CaseAsync("云江县住房和城乡建设局", Stage.InScope, 12);
        await CaseAsync("云江县自然资源和规划局", Stage.InScope, 4);
        await CaseAsync("云江县公安局", Stage.Registered, 2);
    }

    private async Task TakeAsync(Guid id, string agency, Stage stage, string began, string acted)
    {
        var reviewer = await ClientAsync(County + "司法局", "审核负责人", "REVIEWER", "REVIEW_LEADER");
        var officer = await ClientAsync(agency, "经办人", "AGENCY_OFFICER");
        foreach (var step in Walk.Steps(id, _organisations[agency]).TakeWhile(s => s.Reaches <= stage))
        {
            var who = step.ByReviewer ? reviewer : officer;
            var body = await step.BodyAsync(who);
            body["on"] = step.Reaches <= Stage.InScope ? began : acted;
            body["backdatingReason"] = Late;
            await WaitAsync(reviewer, id, step.Opens);
            await Office.MustAsync(who, $"/api/{step.Service}/cases/{id}/{step.Act}", body);
        }

        await SeenAsync(reviewer, id);
    }

    private async Task<HttpClient> ClientAsync(string organisation, string post, params string[] roles)
    {
        await PersonAsync(organisation, post, roles);
        return _people[$"{organisation}·{post}"].Client;
    }

    private async Task LearnAsync(HttpClient who, string name)
    {
        var found = await who.GetFromJsonAsync<JsonElement>(new Uri($"/api/intake/agencies?q={Uri.EscapeDataString(name)}", UriKind.Relative));
        foreach (var organisation in found.EnumerateArray())
        {
            _organisations[organisation.GetProperty("name").GetString()!] = organisation.GetProperty("id").GetGuid();
        }
    }

    private static Task SeenAsync(HttpClient who, Guid id) => UntilAsync(who, id, "is in the read model", _ => true);

    private static Task WaitAsync(HttpClient who, Guid id, string? step) => step is null ? Task.CompletedTask : UntilAsync(
        who, id, $"has {step} open", page => page.GetProperty("openSteps").EnumerateArray().Any(s => s.GetProperty("step").GetString() == step));

    private static async Task UntilAsync(HttpClient who, Guid id, string what, Func<JsonElement, bool> holds)
    {
        var last = "";
        for (var until = DateTime.UtcNow + Patience; ; await Task.Delay(100))
        {
            using var answer = await who.GetAsync(new Uri($"/api/oversight/cases/{id}", UriKind.Relative));
            last = await answer.Content.ReadAsStringAsync();
            if (answer.IsSuccessStatusCode && holds(JsonSerializer.Deserialize<JsonElement>(last)))
            {
                return;
            }

            Assert.True(DateTime.UtcNow < until, $"The case never {what}; last seen: {(int)answer.StatusCode} {last}");
        }
    }
}
