using System.Text.Json;
using System.Text.Json.Nodes;

namespace LostCases.Workflows.Tests;

/// <summary>
/// The calls recorded from Studio against Elsa's own server, made here: whatever Elsa answered, this host answers too, in the same
/// shape. A field is excused only where Studio does nothing with it.
/// </summary>
public sealed class When_Studio_calls : IAsyncLifetime
{
    /// <summary>Fields of Elsa's answers that a host without Elsa's types, tenants and stored variables has no content for.</summary>
    private static readonly string[] Excused =
        ["clrType", "tenantId", "links", "callStackDepth", "description", "FlowScope", "_type", "defaultValue", "finishedAt", "completionCallbacks", "scheduledActivities"];

    private readonly ChainOffice _office = new();
    private ChainCase _case = null!;

    public static TheoryData<string> Calls { get; } = [.. Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!)
        .Where(n => !n.Contains("hubs", StringComparison.Ordinal) && !n.EndsWith("publish", StringComparison.Ordinal) && !n.EndsWith("execute", StringComparison.Ordinal))];

    private static string Folder => Path.Combine(Servers.Repository, "tests", "Workflows.Tests", "Recorded");

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        _case = await new ChainCase(_office).StartAsync();
        await _case.AnswerAsync("Investigate");
        await Probe.UntilAsync("the report waits", _case.WaitsAsync, w => w == "submit-report#1");
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task It_is_answered_in_the_shape_that_was_recorded(string name)
    {
        var recorded = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.json")))!;
        var (status, body) = await CallAsync(recorded);

        Assert.Equal(recorded["status"]!.GetValue<int>(), status);
        Assert.Empty(Missing(recorded["response"]!, JsonNode.Parse(body.GetRawText())!, ""));
    }

    [Fact]
    public async Task Every_call_without_the_permission_is_refused_and_without_a_token_not_heard()
    {
        var nobody = new Person(null, "REVIEWER");
        foreach (var file in Directory.EnumerateFiles(Folder, "*.json").Where(f => !f.Contains("hubs", StringComparison.Ordinal)))
        {
            var recorded = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
            Assert.Equal((Path.GetFileName(file), 403), (Path.GetFileName(file), (await CallAsync(recorded, nobody)).Status));
            Assert.Equal(401, (await _office.SendAsync(new HttpMethod(recorded["method"]!.GetValue<string>()), Address(recorded), Body(recorded), who: null)).Status);
        }
    }

    private async Task<(int Status, JsonElement Body)> CallAsync(JsonNode recorded, Person? who = null) => await _office.SendAsync(
        new HttpMethod(recorded["method"]!.GetValue<string>()), Address(recorded), Body(recorded), who ?? ChainOffice.Administrator, await _office.LeaseAsync());

    /// <summary>The recorded address with our definition, version, case and box in place of the recorded ones.</summary>
    private string Address(JsonNode recorded)
    {
        var path = recorded["path"]!.GetValue<string>()["/elsa/api/".Length..];
        var instance = _case.Instance.ToString();
        var ours = path.Split('/') switch
        {
            ["workflow-definitions", "by-definition-id", _] => "workflow-definitions/by-definition-id/case-accountability",
            ["workflow-definitions", "by-id", _] => "workflow-definitions/by-id/case-accountability:1",
            ["workflow-instances", _, .. var rest] => string.Join('/', ["workflow-instances", instance, .. rest]),
            _ => path,
        };
        var query = recorded["query"]!.GetValue<string>();
        return ours + (ours switch
        {
            "activity-executions/list" or "activity-execution-summaries/list" => $"?WorkflowInstanceId={instance}&ActivityNodeId=case-accountability:root:investigate",
            "activity-executions/by-id" => $"?id={_case.Instance:N}-3",
            _ => query,
        });
    }

    private JsonNode? Body(JsonNode recorded)
    {
        var body = recorded["request"]?.DeepClone();
        if (body?["model"] is not null)
        {
            body["model"] = Drawing.WithApproval();
        }

        if (body?["workflowInstanceId"] is not null)
        {
            (body["workflowInstanceId"], body["activityNodeIds"]) = (_case.Instance.ToString(), null);
        }

        if (body?["filter"] is { } filter)
        {
            filter["activityNodeIds"] = null;
        }

        return body;
    }

    /// <summary>Paths of what was recorded and is not here; of lists the first element stands for all, where we have any.</summary>
    private static IEnumerable<string> Missing(JsonNode recorded, JsonNode? ours, string path) => (recorded, ours) switch
    {
        (JsonObject expected, JsonObject actual) => expected.Where(p => !Excused.Contains(p.Key)).SelectMany(p =>
            !actual.ContainsKey(p.Key) ? [$"{path}.{p.Key}"]
            : p.Key is "root" or "workflowState" or "properties" or "customProperties" or "uiSpecifications" or "payload" or "metadata" or "input" or "output" || p.Value is null ? []
            : Missing(p.Value, actual[p.Key], $"{path}.{p.Key}")),
        (JsonArray { Count: > 0 } expected, JsonArray { Count: > 0 } actual) => Missing(expected[0]!, actual[0], $"{path}[0]"),
        (JsonArray, JsonArray) => [],
        (JsonObject or JsonArray, _) => [$"{path} is another kind of thing"],
        _ => [],
    };
}
