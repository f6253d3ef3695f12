using System.Diagnostics;
using System.Text.Json.Nodes;
using LostCases.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LostCases.Workflows.Tests;

/// <summary>Definitions that were never drawn on a canvas, and people who have no business here: refused with reasons, quickly, and nothing is left behind.</summary>
public sealed class When_an_edit_is_hostile(ChainOffice office) : IClassFixture<ChainOffice>
{
    private const int Quickly = 5;

    public static TheoryData<string, string> Edits => new()
    {
        { "10,000 boxes", "流程定义过大" },
        { "10,000 arrows", "流程定义过大" },
        { "10,000 scripts", "流程定义过大" },
        { "300 scripts", "不允许使用" },
        { "a script in a setting", "不允许使用脚本或表达式" },
        { "a name of 100,000 letters", "流程名称不超过" },
    };

    public static TheoryData<string> Broken => ["a NUL", "no object", "a name that is a number"];

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task It_is_not_even_kept(string edit, string why)
    {
        var before = await CountAsync();
        var started = Stopwatch.StartNew();
        var (status, body) = await office.SaveAsync(Model(edit), publish: false);
        Assert.InRange(started.Elapsed.TotalSeconds, 0, Quickly);
        Assert.Equal((400, "DEFINITION_NOT_SOUND"), (status, body.GetProperty("code").GetString()));
        Assert.Contains(why, body.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.InRange(body.GetRawText().Length, 0, 20_000);
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task What_cannot_be_read_is_an_answer_and_no_failure(string edit)
    {
        var (status, _) = await office.SaveAsync(Model(edit), publish: false);
        Assert.True(status is 200 or 400, $"{edit}: {status}");
    }

    [Fact]
    public async Task A_loop_in_which_nobody_is_waited_for_is_a_draft_and_not_published()
    {
        var looped = new Edited().Box("a", "LostCases.Meet").Box("b", "LostCases.Decide", ("fact", "county"), ("operator", "Equals"), ("value", "TRUE"))
            .Lead("review:Completed a", "a b", "b:True a", "b:False fork");
        var (status, body) = await office.SaveAsync(looped.Model, publish: true);
        Assert.Equal((400, "DEFINITION_NOT_SOUND"), (status, body.GetProperty("code").GetString()));
        Assert.Contains("循环", body.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_permission_every_call_answers_403()
    {
        var nobody = new Person(null, Roles.WorkflowAdmin);
        var calls = office.Service.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("elsa/api/", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Select(m => (Method: m, Path: e.RoutePattern.RawText!.TrimStart('/'))) ?? [])
            .ToList();
        Assert.True(calls.Count > 50, $"{calls.Count} calls");
        foreach (var (method, path) in calls)
        {
            var named = System.Text.RegularExpressions.Regex.Replace(path["elsa/api/".Length..], @"\{[^}]*\}", m => m.Value.Contains("guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "1");
            var body = method == "GET" ? null : Bodies(named);
            var (status, _) = await office.SendAsync(new HttpMethod(method), named, body, nobody);
            Assert.Equal((method, path, 403), (method, path, status));
        }
    }

    /// <summary>What a call needs to be read at all.</summary>
    private static object Bodies(string path) => path switch
    {
        "workflow-definitions" => new { model = new { definitionId = "case-accountability" }, publish = false },
        _ when path.EndsWith("/repairs", StringComparison.Ordinal) => new { action = "RETRY", reason = "x" },
        _ => new { },
    };

    private static JsonNode Model(string edit)
    {
        var model = JsonNode.Parse(Drawing.Shipped)!;
        var (boxes, arrows) = (model["root"]!["activities"]!.AsArray(), model["root"]!["connections"]!.AsArray());
        void Boxes(int count, string type) => Enumerable.Range(0, count).ToList().ForEach(n => boxes.Add((JsonNode)new JsonObject { ["id"] = $"n{n}", ["type"] = type }));
        switch (edit)
        {
            case "10,000 boxes":
                Boxes(10_000, "LostCases.Meet");
                break;
            case "10,000 scripts":
                Boxes(10_000, "Elsa.RunJavaScript");
                break;
            case "300 scripts":
                Boxes(280, "Elsa.RunJavaScript");
                break;
            case "10,000 arrows":
                Enumerable.Range(0, 10_000).ToList().ForEach(_ => arrows.Add(arrows[0]!.DeepClone()));
                break;
            case "a script in a setting":
                boxes[1]!["limitWorkingDays"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "while(true){}" } };
                break;
            case "a name of 100,000 letters":
                model["name"] = new string('流', 100_000);
                break;
            case "a NUL":
                model["name"] = "a\0b";
                break;
            case "a name that is a number":
                model["name"] = 7;
                break;
            case "no object":
                model["root"] = 7;
                break;
        }

        return model;
    }

    private async Task<(long Versions, string Draft)> CountAsync() => (
        await office.Database.CountAsync("workflow.definition_version", "true"),
        await office.Database.ReadAsync<string>("select coalesce((select hash from workflow.definition_version where definition_id = 'case-accountability' and is_latest), '')"));
}
