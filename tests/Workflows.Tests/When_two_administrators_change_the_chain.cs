using System.Text.Json.Nodes;

namespace LostCases.Workflows.Tests;

public sealed class When_two_administrators_change_the_chain : IAsyncLifetime
{
    private readonly ChainOffice _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Nothing_is_in_force_before_the_other_has_approved_it()
    {
        var (status, refusal) = await _office.SaveAsync(Drawing.WithApproval(), publish: true);

        Assert.Equal(400, status);
        Assert.Contains("另一名流程管理员", refusal.GetProperty("errors").GetProperty("publish")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("1", await PublishedAsync());

        Assert.Equal(200, await DecideAsync(refusal.GetProperty("changeId").GetString()!, "approve", ChainOffice.Colleague));
        Assert.Equal("2", await PublishedAsync());
    }

    [Fact]
    public async Task Nobody_approves_their_own_change()
    {
        var (_, refusal) = await _office.SaveAsync(Drawing.WithApproval(), publish: true);
        Assert.Equal(403, await DecideAsync(refusal.GetProperty("changeId").GetString()!, "approve", ChainOffice.Administrator));
        Assert.Equal("1", await PublishedAsync());
    }

    [Fact]
    public async Task A_draft_that_has_changed_since_is_not_what_was_asked_for()
    {
        var (_, refusal) = await _office.SaveAsync(Drawing.WithApproval(), publish: true);
        var other = Drawing.WithApproval();
        other["description"] = "改过";
        Assert.Equal(200, (await _office.SaveAsync(other, publish: false)).Status);

        Assert.Equal(409, await DecideAsync(refusal.GetProperty("changeId").GetString()!, "approve", ChainOffice.Colleague));
        Assert.Equal("1", await PublishedAsync());
    }

    [Fact]
    public async Task A_rejection_needs_its_reason_and_is_kept_with_it()
    {
        var id = (await _office.SaveAsync(Drawing.WithApproval(), publish: true)).Body.GetProperty("changeId").GetString()!;
        Assert.Equal(400, await DecideAsync(id, "reject", ChainOffice.Colleague));
        Assert.Equal(200, (await _office.PostAsync($"lostcases/changes/{id}/reject", new { reason = "会签人选不当" }, ChainOffice.Colleague)).Status);
        Assert.Equal("会签人选不当", await _office.Database.ReadAsync<string>($"select reason from workflow.change_request where id = '{id}' and status = 'Rejected'"));
        Assert.Equal(409, await DecideAsync(id, "approve", ChainOffice.Colleague));
    }

    [Fact]
    public async Task A_page_without_the_right_to_edit_saves_nothing()
    {
        var early = await _office.LeaseAsync();
        Assert.Equal(409, (await _office.PostAsync("lostcases/definitions/case-accountability/lease", null, ChainOffice.Colleague)).Status);
        Assert.Equal(409, (await SaveAsync(null, ChainOffice.Administrator)).Status);
        Assert.Equal(409, (await SaveAsync(early, ChainOffice.Colleague)).Status);

        var late = await _office.LeaseAsync();
        var (status, refusal) = await SaveAsync(early, ChainOffice.Administrator);
        Assert.Equal((409, "LEASE_LOST"), (status, refusal.GetProperty("code").GetString()));
        Assert.Equal(200, (await SaveAsync(late, ChainOffice.Administrator)).Status);
    }

    [Fact]
    public async Task The_right_to_edit_can_be_renewed_given_back_and_taken_by_the_other()
    {
        var lease = await _office.LeaseAsync();
        Assert.Equal(200, (await _office.SendAsync(HttpMethod.Put, "lostcases/definitions/case-accountability/lease", null, ChainOffice.Administrator, lease)).Status);
        Assert.Equal(409, (await _office.SendAsync(HttpMethod.Put, "lostcases/definitions/case-accountability/lease", null, ChainOffice.Colleague, lease)).Status);

        await _office.SendAsync(HttpMethod.Delete, "lostcases/definitions/case-accountability/lease", null, ChainOffice.Administrator, lease);
        await _office.LeaseAsync(ChainOffice.Colleague);
    }

    [Fact]
    public async Task Whoever_cannot_edit_is_shown_a_readonly_chain()
    {
        const string Path = "workflow-definitions/by-definition-id/case-accountability?versionOptions=Latest";
        var lease = await _office.LeaseAsync();
        Assert.False((await _office.SendAsync(HttpMethod.Get, Path, null, ChainOffice.Administrator, lease)).Body.GetProperty("isReadonly").GetBoolean());
        Assert.True((await _office.SendAsync(HttpMethod.Get, Path, null, ChainOffice.Colleague)).Body.GetProperty("isReadonly").GetBoolean());
    }

    [Theory]
    [InlineData("POST", "workflow-definitions/case-accountability/retract", 400)]
    [InlineData("POST", "workflow-definitions/case-accountability/publish", 400)]
    [InlineData("POST", "workflow-definitions/case-accountability/execute", 400)]
    [InlineData("POST", "workflow-definitions/case-accountability/revert/1", 400)]
    [InlineData("DELETE", "workflow-definitions/case-accountability", 400)]
    [InlineData("DELETE", "workflow-definition-versions/case-accountability:1", 400)]
    [InlineData("POST", "bulk-actions/delete/workflow-definitions/by-definition-id", 400)]
    [InlineData("POST", "bulk-actions/cancel/workflow-instances/by-id", 403)]
    [InlineData("DELETE", "workflow-instances/1", 403)]
    public async Task What_is_not_one_persons_to_do_is_refused_in_words(string method, string path, int status)
    {
        var (answered, refusal) = await _office.SendAsync(new HttpMethod(method), path, method == "POST" ? new { } : null, ChainOffice.Administrator);
        Assert.Equal(status, answered);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", refusal.GetProperty("title").GetString());
        Assert.Equal("1", await PublishedAsync());
    }

    [Fact]
    public async Task Participants_ticked_in_a_list_are_asked()
    {
        var model = Drawing.WithApproval();
        var approval = model["root"]!["activities"]!.AsArray().Single(a => a!["id"]!.GetValue<string>() == "approve")!;
        approval["participants"] = new JsonObject
        {
            ["typeName"] = "ICollection<String>",
            ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = "[\"REVIEW_BODY:REVIEWER\",\"REVIEW_BODY:REVIEW_LEADER\"]" },
        };
        await _office.PublishAsync(model);
        var known = await new ChainCase(_office).StartAsync();
        await known.AnswerAsync("Investigate");

        var asked = await Probe.UntilAsync("the approval is asked for", () => known.Asked.Find(o => o.Step == "Approval"), o => o is not null);
        Assert.Equal(["REVIEW_BODY:REVIEWER", "REVIEW_BODY:REVIEW_LEADER"], asked!.Participants);
    }

    [Theory]
    [InlineData("type", "Elsa.RunJavaScript", "Elsa.RunJavaScript 不允许使用")]
    [InlineData("type", "Elsa.RunCSharp", "Elsa.RunCSharp 不允许使用")]
    [InlineData("type", "Elsa.HttpEndpoint", "Elsa.HttpEndpoint 不允许使用")]
    [InlineData("type", "Elsa.SendHttpRequest", "Elsa.SendHttpRequest 不允许使用")]
    [InlineData("type", "Elsa.WriteFile", "Elsa.WriteFile 不允许使用")]
    [InlineData("type", "Elsa.Timer", "Elsa.Timer 不允许使用")]
    [InlineData("type", "Elsa.Delay", "Elsa.Delay 不允许使用")]
    [InlineData("type", "Elsa.DispatchWorkflow", "Elsa.DispatchWorkflow 不允许使用")]
    [InlineData("template", "JavaScript", "只能填写固定值")]
    [InlineData("template", "CSharp", "只能填写固定值")]
    [InlineData("template", "Liquid", "只能填写固定值")]
    public async Task What_runs_code_calls_out_or_sets_timers_is_not_even_kept_as_a_draft(string what, string value, string reason)
    {
        var model = Drawing.WithApproval();
        model["root"]!["activities"]!.AsArray().Single(a => a!["id"]!.GetValue<string>() == "approve")![what] = what == "type"
            ? value
            : new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = value, ["value"] = "1" } };

        foreach (var publish in new[] { false, true })
        {
            var (status, refusal) = await _office.SaveAsync(model, publish);
            Assert.Equal((400, "DEFINITION_NOT_SOUND"), (status, refusal.GetProperty("code").GetString()));
            Assert.Contains(reason, refusal.GetProperty("title").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(1, await _office.Database.CountAsync("workflow.definition_version", "definition_id = 'case-accountability'"));
    }

    [Theory]
    [InlineData("zh-CN", "审核", "表决方式", "票签：达到同意票数")]
    [InlineData("en", "Review", "How it is decided", "A number of votes")]
    public async Task The_palette_speaks_the_callers_language(string language, string review, string mode, string count)
    {
        var items = (await _office.SendAsync(HttpMethod.Get, "descriptors/activities", null, ChainOffice.Administrator, language: language)).Body.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(review, items.Single(i => i.GetProperty("typeName").GetString() == "LostCases.Review").GetProperty("displayName").GetString());
        var input = items.Single(i => i.GetProperty("typeName").GetString() == "LostCases.Approval").GetProperty("inputs").EnumerateArray().Single(i => i.GetProperty("name").GetString() == "Mode");
        Assert.Equal(mode, input.GetProperty("displayName").GetString());
        Assert.Contains(count, input.GetProperty("uiSpecifications").GetProperty("dropdown").GetProperty("selectList").GetProperty("items").EnumerateArray().Select(i => i.GetProperty("text").GetString()));
    }

    private Task<(int Status, System.Text.Json.JsonElement Body)> SaveAsync(string? lease, Person who) =>
        _office.PostAsync("workflow-definitions", new { model = Drawing.WithApproval(), publish = false }, who, lease);

    private async Task<int> DecideAsync(string id, string act, Person who) => (await _office.PostAsync($"lostcases/changes/{id}/{act}", new { }, who)).Status;

    private Task<string> PublishedAsync() =>
        _office.Database.ReadAsync<string>("select string_agg(version::text, ',') from workflow.definition_version where is_published and definition_id = 'case-accountability'");
}
