using System.Text.Json;
using System.Text.RegularExpressions;
using LostCases.Contracts;
using LostCases.Intake.Judgments;

namespace LostCases.Services.Tests;

/// <summary>Before registering one can ask what it would come to; the answer is what registering comes to, and nothing is kept of it.</summary>
public sealed partial class When_a_judgment_is_asked_about_first(IntakeOffice office) : IClassFixture<IntakeOffice>
{
    private const string Late = "补录历史案件";
    private static readonly Dictionary<string, JsonElement> Scenarios = Read("tests", "Scenarios", "scenarios.json").EnumerateArray()
        .Where(s => s.GetProperty("given").TryGetProperty("judgment", out _)).ToDictionary(s => s.Text("id"));
    private static readonly List<JsonElement> Organisations = [.. Read("deploy", "Demo", "organisations.json").GetProperty("organisations").EnumerateArray()];
    private static int _count;

    public static TheoryData<string> Ids => [.. Scenarios.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_is_told_is_what_registering_comes_to(string id)
    {
        var scenario = Scenarios[id];
        var body = Registration(scenario);
        await UseCalendarAsync(scenario.Text("calendar") == "national" ? "cn-2026.1" : "cn-2026.1+wenzhou-2020");

        var told = await AskAsync(IntakeOffice.Liaison, body);
        var (status, answer, _) = await office.PostAsync(IntakeOffice.Liaison, "judgments", body);

        Assert.Equal((200, 0, 0), (status, told.GetProperty("refusals").GetArrayLength(), told.GetProperty("missing").GetArrayLength()));
        var caseId = answer.GetProperty("caseId").GetGuid();
        var (route, expected) = (told.GetProperty("route"), scenario.GetProperty("expect"));
        var reviewer = new Person(route.GetProperty("reviewerId").GetGuid(), Roles.Reviewer);
        using var client = office.Service.As(reviewer);
        var kept = await (await client.GetAsync(new Uri($"/api/intake/cases/{caseId}", UriKind.Relative))).JsonAsync();
        var effective = told.GetProperty("effective");
        foreach (var (name, of, on) in new[] { ("caseNo", told, "caseNo"), ("effectiveOn", effective, "effectiveOn"), ("appealExpiresOn", effective, "appealExpiresOn"), ("effectiveWhy", effective, "why"), ("reviewBodyId", route, "reviewerId") })
        {
            Assert.Equal((name, kept.Text(name)), (name, of.Text(on)));
        }

        Assert.Equal((expected.Text("reviewRoute"), expected.Text("routeBasis")), (route.Text("code"), route.Text("clause")));
        await ConfirmsAsync(caseId, reviewer, body, told, scenario);
    }

    [Theory]
    [InlineData("caseNo", "（2026）浙99民终1号", "CASE_NUMBER_INVALID", "3.4")]
    [InlineData("madeOn", "2099-01-01", "DATE_IMPOSSIBLE", "4.1")]
    [InlineData("servedOnAgency", "2026-05-01", "DATE_IMPOSSIBLE", "4.1")]
    [InlineData("actDate", "2026-05-12", "DATE_IMPOSSIBLE", "4.1")]
    [InlineData("courtId", "33992400-0000-4000-8000-000000000011", "COURT_UNKNOWN", "N2.1-a")]
    [InlineData("agencyId", "33992400-0000-4000-8000-000000000041", "ROUTE_UNKNOWN", "GAP-01")]
    [InlineData("agencyId", "00000000-0000-4000-8000-000000000000", "AGENCY_UNKNOWN", "N1-a")]
    [InlineData("implementingBodyId", "33992400-0000-4000-8000-000000000041", "AGENCY_UNKNOWN", "N2.2-b")]
    public async Task What_would_be_refused_is_told_by_its_field_as_registering_would(string field, string value, string code, string clause)
    {
        var body = IntakeOffice.Judgment();
        body[field] = value;
        var officer = new Person(IntakeOffice.Court, Roles.CourtLiaison, Roles.AgencyOfficer); // may also where the court is none

        var (_, problem, _) = await office.PostAsync(officer, "judgments", body);
        var told = await AskAsync(field == "courtId" ? new Person(Guid.Parse(value), Roles.CourtLiaison) : officer, body);

        var first = told.GetProperty("refusals")[0];
        Assert.Equal((field, code, clause), (first.Text("field"), first.Text("code"), first.Text("clause")));
        Assert.Equal((field, code, clause, first.Text("title")), (problem.Text("field"), problem.Text("code"), problem.Text("clause"), problem.Text("title")));
    }

    [Fact]
    public async Task A_case_that_exists_is_shown_to_whom_may_see_it()
    {
        var body = IntakeOffice.Judgment();
        var id = (await office.PostAsync(IntakeOffice.Liaison, "judgments", body)).Body.GetProperty("caseId").GetGuid();

        var refusal = (await AskAsync(IntakeOffice.Liaison, body)).GetProperty("refusals")[0];
        Assert.Equal(("caseNo", "DUPLICATE_JUDGMENT", id), (refusal.Text("field"), refusal.Text("code"), refusal.GetProperty("existing").GetProperty("caseId").GetGuid()));

        body["madeOn"] = "2026-05-10";
        Assert.Equal(("madeOn", "JUDGMENT_DIFFERS"), (await AskAsync(IntakeOffice.Liaison, body)).GetProperty("refusals")[0] is var other ? (other.Text("field"), other.Text("code")) : default);
    }

    [Fact]
    public async Task A_number_alone_tells_of_court_instance_and_kind_of_document()
    {
        var told = await AskAsync(IntakeOffice.Reviewer, new() { ["caseNo"] = " [２０２６] 浙9924 行初 ８８ 号" });

        Assert.Equal("（2026）浙9924行初88号", told.Text("caseNo"));
        Assert.Equal(
            [("courtId", "33992400-0000-4000-8000-000000000041", "云江县人民法院"), ("instance", "FIRST", ""), ("docType", "JUDGMENT", "")],
            told.GetProperty("suggestions").EnumerateArray().Select(s => (s.Text("field"), s.Text("value"), s.Text("name"))));
        Assert.Equal(("", "", ""), (told.Text("route"), told.Text("effective"), told.Text("scope")));
        Assert.Equal(
            ["courtId", "instance", "docType", "result", "agencyId", "actName", "actDate", "madeOn", "servedOnAgency"],
            told.GetProperty("missing").EnumerateArray().Select(m => m.GetString()));
    }

    [Theory]
    [InlineData("（2026")]
    [InlineData("")]
    [InlineData("　")]
    public async Task What_is_half_typed_is_answered_too(string caseNo) =>
        Assert.Equal("", (await AskAsync(IntakeOffice.Liaison, new() { ["caseNo"] = caseNo })).Text("caseNo"));

    [Fact]
    public async Task An_officer_is_offered_the_own_agency_and_told_the_route_by_it_alone()
    {
        var officer = new Person(IntakeOffice.Agency, Roles.AgencyOfficer);
        Assert.Equal(("agencyId", IntakeOffice.Agency.ToString()), (await AskAsync(officer, [])).GetProperty("suggestions")[0] is var own ? (own.Text("field"), own.Text("value")) : default);

        var told = await AskAsync(officer, new() { ["agencyId"] = IntakeOffice.Agency });
        Assert.Equal("云江县自然资源和规划局", told.GetProperty("organisations").Text(IntakeOffice.Agency.ToString()));
        var route = told.GetProperty("route");
        Assert.Equal(("COUNTY_UNIT", "COUNTY_LEGAL", "N2.5.2-c", "云江县司法局", "瓯越市司法局"),
            (route.Text("agencyLevel"), route.Text("code"), route.Text("clause"), route.Text("reviewerName"), route.Text("filedWith")));
    }

    [Theory]
    [InlineData("REVOKED", "2025-03-03", "SECOND", "IN", "")]
    [InlineData("CLAIM_DISMISSED", "2025-03-03", "SECOND", "OUT", "NOT_A_LOSS")]
    [InlineData("REVOKED", "2013-01-31", "SECOND", "OUT", "ACT_BEFORE_2013_02_01")]
    public async Task Scope_comes_with_its_reason_and_only_what_is_in_scope_has_a_limit(string result, string actDate, string instance, string scope, string reason)
    {
        var body = IntakeOffice.Judgment();
        (body["result"], body["actDate"], body["instance"]) = (result, actDate, instance);

        var told = await AskAsync(IntakeOffice.Liaison, body);

        Assert.Equal((scope, reason), (told.GetProperty("scope").Text("code"), told.GetProperty("scope").Text("reason")));
        Assert.Equal(scope == "IN" ? ("INVESTIGATION", "2026-05-12", "2026-06-24", "30", "N2.5.1-b") : ("", "", "", "", ""),
            told.GetProperty("firstLimit") is var limit ? (limit.Text("kind"), limit.Text("startOn"), limit.Text("dueOn"), limit.Text("length"), limit.Text("clause")) : default);
    }

    [Fact]
    public async Task Whoever_may_not_register_it_is_not_told()
    {
        var body = IntakeOffice.Judgment();
        foreach (var who in new[]
        {
            new Person(Guid.NewGuid(), Roles.CourtLiaison), new Person(Guid.NewGuid(), Roles.AgencyOfficer), new Person(Guid.NewGuid(), Roles.Reviewer),
            new Person(null, Roles.AgencyOfficer), new Person(IntakeOffice.Agency, Roles.AgencyHead), new Person(IntakeOffice.Agency, Roles.Secretariat),
        })
        {
            Assert.Equal(403, (await office.PostAsync(who, "judgments/preview", body)).Status);
            Assert.Equal(403, (await office.PostAsync(who, "judgments", body)).Status);
        }
    }

    [Fact]
    public async Task Nothing_is_kept_of_it()
    {
        var before = await CountsAsync();
        await AskAsync(IntakeOffice.Liaison, IntakeOffice.Judgment());
        Assert.Equal(403, (await office.PostAsync(new Person(Guid.NewGuid(), Roles.Reviewer), "judgments/preview", IntakeOffice.Judgment())).Status);
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public void Both_ask_for_the_same_fields() => Assert.Equal(
        typeof(RegisterJudgment).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal),
        typeof(JudgmentDraft).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));

    /// <summary>The reviewing body's decision on scope is what was told, and the limit starts where it was told to.</summary>
    private async Task ConfirmsAsync(Guid caseId, Person reviewer, Dictionary<string, object?> body, JsonElement told, JsonElement scenario)
    {
        var (status, answer, _) = await office.PostAsync(reviewer, $"cases/{caseId}/confirm-in-scope", new { on = body["on"], backdatingReason = Late });
        var scope = told.GetProperty("scope");
        Assert.Equal(
            scope.Text("code") switch { "IN" => (200, ""), "OUT" => (422, $"SCOPE:{scope.Text("reason")}"), var code => (422, code) },
            (status, answer.Text("code")));
        if (status != 200)
        {
            return;
        }

        var limit = told.GetProperty("firstLimit");
        var happened = await office.Database.ReadAsync<string>($"select detail from intake.audit_entry where subject = '{caseId}' and action = 'CaseConfirmedInScope'");
        Assert.Equal(JsonSerializer.Deserialize<JsonElement>(happened).Text("investigateFrom"), limit.Text("startOn"));
        if (scenario.GetProperty("expect").TryGetProperty("clocks", out var clocks) && clocks.TryGetProperty("INVESTIGATION", out var clock)
            && scenario.GetProperty("events").EnumerateArray().All(e => e.Text("event") != "suspend"))
        {
            Assert.Equal((clock.Text("start"), clock.Text("due"), clock.Text("source")), (limit.Text("startOn"), limit.Text("dueOn"), limit.Text("clause")));
        }
    }

    private async Task<JsonElement> AskAsync(Person who, Dictionary<string, object?> body)
    {
        var (status, told, _) = await office.PostAsync(who, "judgments/preview", body);
        Assert.Equal((200, ""), (status, told.Text("code")));
        return told;
    }

    private async Task UseCalendarAsync(string version) => Assert.Equal(200, (await office.PostAsync(
        new Person(null, Roles.SysAdmin), "calendars", new { cityId = Of("MUNI_GOV"), calendarVersion = version, documentNo = "示例办发〔2020〕1号" })).Status);

    private async Task<(long Judgments, long Cases, long Audit, long Outbox, long Keys)> CountsAsync() => (
        await office.Database.CountAsync("intake.judgment"), await office.Database.CountAsync("intake.intake_case"), await office.Database.CountAsync("intake.audit_entry"),
        await office.Database.CountAsync("intake.outbox_message"), await office.Database.CountAsync("intake.idempotency"));

    /// <summary>The scenario's registration among the demo's organisations: those of the same levels.</summary>
    private static Dictionary<string, object?> Registration(JsonElement scenario)
    {
        var (given, judgment) = (scenario.GetProperty("given"), scenario.GetProperty("given").GetProperty("judgment"));
        var served = judgment.GetProperty("servedOn");
        return new()
        {
            ["caseNo"] = Sequence().Replace(judgment.Text("caseNo"), $"{500_000 + Interlocked.Increment(ref _count)}号"),
            ["courtId"] = IntakeOffice.Court,
            ["instance"] = judgment.Text("instance"),
            ["docType"] = judgment.Text("docType"),
            ["result"] = judgment.Text("result"),
            ["madeOn"] = judgment.Text("madeOn"),
            ["servedOnAgency"] = served.Text("agency"),
            ["servedOnOthers"] = served.EnumerateObject().Where(s => s.Name is not ("agency" or "codefendant")).Select(s => s.Value.GetString()).ToArray(),
            ["appealed"] = judgment.TryGetProperty("appealed", out var appealed) && appealed.GetBoolean(),
            ["agencyId"] = Of(given.GetProperty("agency").Text("level")),
            ["actName"] = "示例行政行为",
            ["actDate"] = given.TryGetProperty("actDateFirstEntered", out var first) ? first.GetString()![..10] : given.Text("actDate"),
            ["on"] = scenario.GetProperty("events")[0].Text("date"),
            ["backdatingReason"] = Late,
        };
    }

    private static Guid Of(string level) => Organisations.First(o => o.Text("level") == level).GetProperty("id").GetGuid();

    private static JsonElement Read(params string[] path) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine([Servers.Repository, .. path])));

    [GeneratedRegex("[0-9]+号")]
    private static partial Regex Sequence();
}
