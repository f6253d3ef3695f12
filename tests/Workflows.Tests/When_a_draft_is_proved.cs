using System.Text.Json;
using System.Text.Json.Nodes;
using LostCases.Governance.Definitions;
using LostCases.Governance.Gate;
using LostCases.Rules;

namespace LostCases.Workflows.Tests;

/// <summary>The gate finds what a drawn chain breaks, tells the way there, and lets unusual chains pass that keep the notice.</summary>
public sealed class When_a_draft_is_proved
{
    public static TheoryData<string> Unlawful() => [.. Edits.Unlawful.Keys];

    public static TheoryData<string> Lawful() => [.. Edits.Lawful.Keys];

    [Theory]
    [MemberData(nameof(Unlawful))]
    public void What_breaks_the_notice_is_refused_for_that_and_nothing_else(string edit)
    {
        var (edited, rules) = Edits.Unlawful[edit];
        Assert.Equal(rules.Order(), LawfulEditGate.Examine(edited.Read()).Select(f => f.Rule).Order());
    }

    [Theory]
    [MemberData(nameof(Lawful))]
    public void What_keeps_the_notice_passes(string edit) => Assert.Empty(LawfulEditGate.Examine(Edits.Lawful[edit].Read()));

    [Fact]
    public void There_are_enough_of_both()
    {
        Assert.InRange(Edits.Unlawful.Count, 25, 100);
        Assert.InRange(Edits.Lawful.Count, 15, 100);
    }

    [Fact]
    public void A_refusal_names_the_invariant_the_clause_and_the_shortest_path()
    {
        var finding = Assert.Single(LawfulEditGate.Examine(new Edited().Drop("file-with-city").Read()));
        Assert.Equal(
            "县级审核的案件未报市备案，不得办结（N2.5.2-i）：县级审核的案件，路径：开始 → 调查（完成） → 报审（完成） → 审核（审核完成） → 是否县级审核（是） → 反馈（完成） → 签收反馈（完成） → 处理（完成） → 办结归档。",
            finding.Zh);
        Assert.Contains("No case of a county closes without filing", finding.En, StringComparison.Ordinal);
        Assert.Equal(["start", "investigate"], finding.Path.Take(2));
        Assert.Equal("close-case", finding.Path[^1]);
    }

    [Theory]
    [MemberData(nameof(Unlawful))]
    public void The_simulator_walks_every_counter_example_to_where_it_breaks(string edit)
    {
        var definition = Edits.Unlawful[edit].Edit.Read();
        foreach (var finding in LawfulEditGate.Examine(definition).Where(f => f.Path.Count > 1 && f.Rule != ChainRule.LoopWaits))
        {
            var walk = new Walk(definition, [.. finding.Start.Select(f => (f.Key, f.Value))]);
            foreach (var answer in finding.Answers)
            {
                walk.Answer(answer.StepId, answer.Port, [.. answer.Facts.Select(f => (f.Key, f.Value))]);
            }

            Assert.Contains(walk.Journal, l => l.ActivityId == finding.Path[^1]);
        }
    }

    [Fact]
    public void Too_many_ways_are_refused_in_words_and_in_time()
    {
        var edited = new Edited().Set("fork", ("branches", "[\"反馈处理\",\"备案\",\"b0\",\"b1\",\"b2\",\"b3\",\"b4\",\"b5\",\"b6\",\"b7\",\"b8\"]"));
        for (var branch = 0; branch < 9; branch++)
        {
            edited.Box($"v{branch}", "Approval").Box($"w{branch}", "Approval").Box($"x{branch}", "Approval")
                .Lead($"fork:b{branch} v{branch}", $"v{branch}:Approved w{branch}", $"v{branch}:Rejected w{branch}", $"w{branch}:Approved x{branch}", $"w{branch}:Rejected x{branch}", $"x{branch}:Approved m{branch}", $"x{branch}:Rejected m{branch}")
                .Box($"m{branch}", "LostCases.Meet").Lead($"m{branch} join");
        }

        var started = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(ChainRule.Provable, LawfulEditGate.Examine(edited.Read())[^1].Rule);
        Assert.InRange(started.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void Ten_thousand_boxes_are_refused_at_once()
    {
        var boxes = new JsonArray([.. Enumerable.Range(0, 10_000).Select(n => (JsonNode)new JsonObject { ["id"] = $"n{n}", ["type"] = "LostCases.Meet" })]);
        var model = new JsonObject { ["definitionId"] = "case-accountability", ["root"] = new JsonObject { ["type"] = "Elsa.Flowchart", ["activities"] = boxes, ["connections"] = new JsonArray() } };
        var started = System.Diagnostics.Stopwatch.StartNew();
        Assert.Contains("流程定义过大", Assert.Single(DefinitionPublisher.Problems(JsonSerializer.SerializeToElement(model))), StringComparison.Ordinal);
        Assert.InRange(started.Elapsed.TotalSeconds, 0, 2);
    }

    [Fact]
    public void Forks_that_share_their_branches_or_lead_to_themselves_do_no_harm()
    {
        var shared = new Edited();
        var looped = new Edited().Box("inner", "Elsa.FlowFork", ("branches", "[\"x\",\"y\"]")).Lead("fork:反馈处理 inner", "inner:x inner", "inner:y send-feedback");
        for (var fork = 0; fork < 60; fork++)
        {
            shared.Box($"f{fork}", "Elsa.FlowFork", ("branches", "[\"x\",\"y\"]")).Lead($"f{fork}:x {(fork == 59 ? "send-feedback" : $"f{fork + 1}")}", $"f{fork}:y {(fork == 59 ? "send-feedback" : $"f{fork + 1}")}");
        }

        shared.Lead("fork:反馈处理 f0");
        var started = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotEmpty(DefinitionPublisher.Problems(JsonSerializer.SerializeToElement(shared.Model)));
        Assert.Contains(DefinitionPublisher.Problems(JsonSerializer.SerializeToElement(looped.Model)), p => p.Contains("循环不能跨越", StringComparison.Ordinal));
        Assert.InRange(started.Elapsed.TotalSeconds, 0, 5);
    }

    [Theory]
    [InlineData("Elsa.RunJavaScript", "不允许使用")]
    [InlineData("Elsa.SendHttpRequest", "不允许使用")]
    [InlineData("Elsa.ReadFile", "不允许使用")]
    [InlineData("Elsa.Delay", "不允许使用")]
    [InlineData("Elsa.Nowhere", "不允许使用")]
    public void What_runs_code_calls_out_reads_files_or_sets_timers_is_refused_with_its_name(string type, string why)
    {
        var edited = new Edited();
        edited.Model["root"]!["activities"]!.AsArray().Single(b => b!["id"]!.GetValue<string>() == "investigate")!["type"] = type;
        Assert.Contains(DefinitionPublisher.Problems(JsonSerializer.SerializeToElement(edited.Model)), p => p.Contains(type, StringComparison.Ordinal) && p.Contains(why, StringComparison.Ordinal));
    }
}
