using System.Globalization;
using System.Text.Json;
using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Services.Tests;

/// <summary>One administrator proposes other settings, another confirms; cases registered from then on are judged by them, others are not.</summary>
public sealed class When_the_rules_are_set_anew : IAsyncLifetime
{
    private static readonly Person One = new(null, Roles.SysAdmin);
    private static readonly Person Other = new(null, Roles.SysAdmin);
    private readonly IntakeOffice _office = new();

    private static string Today => BusinessTime.Today(TimeProvider.System).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_case_begins_with_what_is_in_force_and_keeps_it()
    {
        var before = await _office.RegisterAsync();
        var id = await ProposeAsync(new() { ["route.COUNTY_UNIT"] = "MUNI_LEGAL", ["scope.noticeInForce"] = "2026-06-01", ["review.maxReturns"] = "5" });
        var meanwhile = await _office.RegisterAsync();
        await DecideAsync(Other, id, "confirm");
        var after = await _office.RegisterAsync();

        Assert.Equal("COUNTY_LEGAL", await FactAsync(before, Fact.Route));
        Assert.Equal("COUNTY_LEGAL", await FactAsync(meanwhile, Fact.Route));
        Assert.Equal("MUNI_LEGAL", await FactAsync(after, Fact.Route));
        Assert.Equal(["wzf-2018-28.1", "wzf-2018-28.1", "wzf-2018-28.2"], await Task.WhenAll(new[] { before, meanwhile, after }.Select(c => FactAsync(c, Fact.PolicyVersion))));
        Assert.Equal("5", await FactAsync(after, Fact.Setting("review.maxReturns")));
        Assert.Equal("", await FactAsync(meanwhile, Fact.Setting("review.maxReturns")));

        // Judged by its own rules: for the later one the judgment is older than the notice.
        var (status, _, _) = await _office.PostAsync(IntakeOffice.Reviewer, $"cases/{meanwhile}/confirm-in-scope", new { });
        var city = new Person(Guid.Parse("33990000-0000-4000-8000-000000000002"), Roles.Reviewer);
        var (later, problem, _) = await _office.PostAsync(city, $"cases/{after}/confirm-in-scope", new { });
        Assert.Equal((200, 422, "SCOPE:JUDGMENT_BEFORE_NOTICE"), (status, later, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task What_is_asked_beforehand_is_told_by_the_same_rules()
    {
        await DecideAsync(Other, await ProposeAsync(new() { ["clock.INVESTIGATION.length"] = "7" }), "confirm");

        var (_, told, _) = await _office.PostAsync(IntakeOffice.Liaison, "judgments/preview", IntakeOffice.Judgment());

        Assert.Equal(7, told.GetProperty("firstLimit").GetProperty("length").GetInt32());
    }

    [Fact]
    public async Task Nobody_confirms_their_own_change_and_what_is_decided_stays()
    {
        var id = await ProposeAsync(new() { ["review.maxReturns"] = "3" });

        Assert.Equal("SECOND_PERSON_REQUIRED", await RefusedAsync(One, id, "confirm"));
        await DecideAsync(Other, id, "reject");
        Assert.Equal("RULE_SET_DECIDED", await RefusedAsync(Other, id, "confirm"));
        Assert.Equal("wzf-2018-28.1", (await RulesAsync()).GetProperty("version").GetString());
    }

    [Fact]
    public async Task Of_two_changes_upon_the_same_version_the_second_is_proposed_anew()
    {
        var (first, second) = (await ProposeAsync(new() { ["review.maxReturns"] = "3" }), await ProposeAsync(new() { ["review.maxReturns"] = "4" }));
        await DecideAsync(Other, first, "confirm");

        Assert.Equal("RULE_SET_OUTDATED", await RefusedAsync(Other, second, "confirm"));
        await DecideAsync(Other, await ProposeAsync(new() { ["review.returnEffect"] = "RESTART" }), "confirm");
        var settings = (await RulesAsync()).GetProperty("settings").EnumerateArray().ToDictionary(s => s.GetProperty("key").GetString()!, s => s.GetProperty("value").GetString());
        Assert.Equal(("3", "RESTART"), (settings["review.maxReturns"], settings["review.returnEffect"]));
    }

    [Fact]
    public async Task A_version_has_its_days()
    {
        await DecideAsync(Other, await ProposeAsync(new() { ["review.maxReturns"] = "3" }, from: "2030-01-01", to: "2030-12-31"), "confirm");

        Assert.Equal(["1", "2", "1"], await Task.WhenAll(new[] { "2029-12-31", "2030-06-01", "2031-01-01" }.Select(async d => (await RulesAsync(d)).GetProperty("version").GetString()!.Split('.')[1])));
    }

    [Theory]
    [InlineData("review.maxReturns", "99", "SETTING_INVALID")]
    [InlineData("review.mood", "good", "SETTING_UNKNOWN")]
    [InlineData("route.COUNTY_LEGAL_BODY", "COUNTY_LEGAL", "SETTING_INVALID")]
    public async Task What_cannot_be_is_refused_with_its_field(string key, string value, string code)
    {
        var (status, problem, _) = await _office.PostAsync(One, "rule-sets", Body(new() { [key] = value }, Today, null));
        Assert.Equal((422, code, "changes"), (status, problem.GetProperty("code").GetString(), problem.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task It_stands_in_the_audit_chain()
    {
        await DecideAsync(Other, await ProposeAsync(new() { ["review.maxReturns"] = "3" }), "confirm");
        Assert.Equal("RuleSetProposed,RuleSetConfirmed", await _office.Database.ReadAsync<string>("select string_agg(action, ',' order by number) from intake.audit_entry where action like 'RuleSet%'"));
    }

    private static object Body(Dictionary<string, string> changes, string from, string? to) => new { changes, validFrom = from, validTo = to, reason = "见联席会议纪要" };

    private async Task<Guid> ProposeAsync(Dictionary<string, string> changes, string? from = null, string? to = null)
    {
        var (status, body, _) = await _office.PostAsync(One, "rule-sets", Body(changes, from ?? Today, to));
        Assert.True(status == 200, body.ToString());
        return body.GetProperty("id").GetGuid();
    }

    private async Task DecideAsync(Person who, Guid id, string how)
    {
        var (status, body, _) = await _office.PostAsync(who, $"rule-sets/{id}/{how}", new { reason = "同意" });
        Assert.True(status == 200, body.ToString());
    }

    private async Task<string?> RefusedAsync(Person who, Guid id, string how) =>
        (await _office.PostAsync(who, $"rule-sets/{id}/{how}", new { reason = "同意" })).Body.GetProperty("code").GetString();

    private async Task<JsonElement> RulesAsync(string? on = null)
    {
        using var client = _office.Service.As(One);
        using var answer = await client.GetAsync(new Uri($"/api/intake/rule-sets{(on is null ? "" : $"?on={on}")}", UriKind.Relative));
        return await answer.JsonAsync();
    }

    private Task<string> FactAsync(Guid caseId, string fact) =>
        _office.Database.ReadAsync<string>($"select coalesce((select slice->'facts'->>'{fact}' from intake.case_slice where case_id = '{caseId}' and owner = 'intake'), '')");
}
