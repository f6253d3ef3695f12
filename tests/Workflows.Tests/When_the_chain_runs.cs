using System.Text.Json;
using System.Text.Json.Nodes;
using LostCases.Contracts;

namespace LostCases.Workflows.Tests;

public sealed class When_the_chain_runs : IAsyncLifetime
{
    private readonly ChainOffice _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_case_started_twice_has_one_instance()
    {
        var known = await new ChainCase(_office).StartAsync();
        await known.StartAsync();
        await known.AnswerAsync("Investigate");

        await Probe.UntilAsync("the next step is asked for", () => known.Asked.Select(o => o.Step), a => a.Contains("SubmitReport"));
        Assert.Equal(1, await _office.Database.CountAsync("workflow.workflow_instance", $"case_id = '{known.Id}'"));
        Assert.Single(_office.Wire.Of<OpenStep>(), o => o.CaseId == known.Id && o.Step == "Investigate");
    }

    [Fact]
    public async Task What_is_asked_carries_what_the_chain_has_seen()
    {
        var known = await new ChainCase(_office).StartAsync();
        await known.AnswerAsync("Investigate");

        var asked = await Probe.UntilAsync("the report is asked for", () => known.Asked.Find(o => o.Step == "SubmitReport"), o => o is not null);

        Assert.Equal(["intake 2", "investigation 3"], asked!.After.Select(a => $"{a.Key} {a.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(("case-accountability", 1, "submit-report", 1, known.Instance), (asked.DefinitionId, asked.DefinitionVersion, asked.StepId, asked.Round, asked.InstanceId));
    }

    [Fact]
    public async Task An_answer_before_the_start_is_kept_for_it()
    {
        var known = new ChainCase(_office);
        await _office.TellAsync(new StepAnswered
        {
            RequestId = Steps.WorkflowIds.Request(known.Instance, "investigate", 1),
            InstanceId = known.Instance,
            CaseId = known.Id,
            Step = "Investigate",
            Outcome = "Done",
            Facts = new Dictionary<string, string>(),
            Owner = Owners.Investigation,
            Sequence = 1,
        });

        await known.StartAsync();

        Assert.Equal("submit-report#1", await known.WaitsAsync());
        Assert.Equal(0, await _office.Database.CountAsync("workflow.early_answer"));
    }

    [Fact]
    public async Task A_late_answer_leaves_the_end_as_it_is()
    {
        var known = await new ChainCase(_office, county: false).ReviewedAsync();
        await known.FinishAsync();
        var (finished, journal) = (await known.ReadAsync("finished_at"), await known.ReadAsync("journal_length"));

        await _office.TellAsync(new StepAnswered
        {
            RequestId = known.Asked[0].RequestId,
            InstanceId = known.Instance,
            CaseId = known.Id,
            Step = "Investigate",
            Outcome = "Done",
            Facts = new Dictionary<string, string>(),
            Owner = Owners.Investigation,
            Sequence = 99,
        });

        Assert.Equal((finished, journal), (await known.ReadAsync("finished_at"), await known.ReadAsync("journal_length")));
    }

    [Fact]
    public async Task A_running_case_keeps_its_version_after_a_new_one_is_published()
    {
        var before = await new ChainCase(_office).StartAsync();
        await _office.PublishAsync(Drawing.WithApproval());

        var after = await new ChainCase(_office).StartAsync();
        await before.AnswerAsync("Investigate");
        await after.AnswerAsync("Investigate");

        await Probe.UntilAsync("the old one asks for the report", () => before.Asked.Select(o => $"{o.Step} {o.DefinitionVersion}"), a => a.Contains("SubmitReport 1"));
        await Probe.UntilAsync("the new one asks for the approval", () => after.Asked.Select(o => $"{o.Step} {o.DefinitionVersion}"), a => a.Contains("Approval 2"));
        await before.FinishAsync();
    }

    [Fact]
    public async Task A_definition_with_problems_is_not_published_and_says_why()
    {
        var model = JsonNode.Parse(Drawing.Shipped)!;
        model["root"]!["connections"]!.AsArray().RemoveAt(0);

        var (status, body) = await _office.SaveAsync(model, publish: true);

        Assert.Equal(400, status);
        Assert.Contains("没有连线", body.GetProperty("validationErrors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, await _office.Database.CountAsync("workflow.definition_version", "definition_id = 'case-accountability' and is_published and version = 1"));
        Assert.Equal(0, await _office.Database.CountAsync("workflow.change_request"));
    }

    [Fact]
    public async Task Whoever_may_write_but_not_publish_is_refused()
    {
        var writer = new Person(null) { Permissions = ["write:workflow-definitions"] };

        Assert.Equal(403, (await _office.SaveAsync(Drawing.WithApproval(), publish: true, writer)).Status);
        Assert.Equal(200, (await _office.SaveAsync(Drawing.WithApproval(), publish: false, writer)).Status);
        Assert.Equal("1", await _office.Database.ReadAsync<string>("select string_agg(version::text, ',') from workflow.definition_version where is_published and definition_id = 'case-accountability'"));
    }

    [Fact]
    public async Task The_definition_is_given_back_with_the_fields_Studio_reads()
    {
        var definition = await _office.GetAsync("workflow-definitions/by-definition-id/case-accountability?versionOptions=Latest");
        var listed = (await _office.GetAsync("workflow-definitions?versionOptions=Latest")).GetProperty("items")[0];

        string[] fields = ["id", "definitionId", "name", "version", "toolVersion", "isLatest", "isPublished", "createdAt", "isReadonly"];
        Assert.Superset(fields.ToHashSet(), Names(listed));
        string[] whole = [.. fields, "isSystem", "description", "variables", "inputs", "outputs", "outcomes", "customProperties", "options", "root"];
        Assert.Superset(whole.ToHashSet(), Names(definition));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Drawing.Shipped)!["root"], JsonNode.Parse(definition.GetProperty("root").GetRawText())));
    }

    private static HashSet<string> Names(JsonElement json) => [.. json.EnumerateObject().Select(p => p.Name)];
}
