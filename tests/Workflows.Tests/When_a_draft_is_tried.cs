using System.Diagnostics;
using System.Text.Json;

namespace LostCases.Workflows.Tests;

/// <summary>A draft is walked with a sample, and closed cases are replayed through it, without anything happening.</summary>
public sealed class When_a_draft_is_tried(ChainOffice office) : IClassFixture<ChainOffice>
{
    private static readonly Dictionary<string, string> County = new() { ["route"] = "COUNTY_LEGAL", ["county"] = "TRUE", ["jointRequired"] = "FALSE" };

    [Fact]
    public async Task A_sample_is_walked_step_by_step_and_nobody_is_asked()
    {
        await office.SaveAsync(new Edited().Approve("vote", "review", "Completed").Set("review", ("limitWorkingDays", "20")).Model, publish: false);
        var heard = office.Wire.Of<Contracts.OpenStep>().Count;

        var first = await TryAsync([]);
        var review = await TryAsync([Answer("investigate"), Answer("submit-report")]);
        var vote = await TryAsync([Answer("investigate"), Answer("submit-report"), Answer("review", "Completed")]);
        var forked = await TryAsync([Answer("investigate"), Answer("submit-report"), Answer("review", "Completed"), Answer("vote", "Approved")]);

        Assert.Equal(["investigate"], Waits(first));
        Assert.Equal((20, "审核机构"), (review.GetProperty("waits")[0].GetProperty("limitWorkingDays").GetInt32(), review.GetProperty("waits")[0].GetProperty("office").GetString()));
        Assert.Equal(["vote"], Waits(vote));
        Assert.Equal(["send-feedback", "file-with-city"], Waits(forked));
        Assert.Contains(forked.GetProperty("journal").EnumerateArray(), l => l.GetProperty("detail").GetString() == "county=TRUE");
        Assert.Equal(heard, office.Wire.Of<Contracts.OpenStep>().Count);
        Assert.Equal(400, (await office.PostAsync("lostcases/tryouts", new { versionId = await LatestAsync(), facts = County, answers = new[] { Answer("dispose") } })).Status);
    }

    [Fact]
    public async Task A_thousand_closed_cases_are_replayed_in_seconds()
    {
        var closed = await new ChainCase(office).ReviewedAsync();
        await closed.FinishAsync();
        await office.Database.RunAsync($"""
            insert into workflow.workflow_instance (id, definition_version_id, case_id, name, state, seen, journal_length, created_at, updated_at, finished_at)
            select md5(n::text)::uuid, definition_version_id, case_id, 'BS-' || n, state, seen, journal_length, created_at, updated_at, finished_at
            from workflow.workflow_instance, generate_series(1, 999) n where id = '{closed.Instance}';
            insert into workflow.recorded_answer (instance_id, request_id, number, step_id, step, outcome, facts)
            select md5(n::text)::uuid, request_id, number, step_id, step, outcome, facts
            from workflow.recorded_answer, generate_series(1, 999) n where instance_id = '{closed.Instance}'
            """);
        await office.SaveAsync(new Edited().Approve("vote", "review", "Completed").Set("review", ("limitWorkingDays", "20")).Drop("receive-feedback").Model, publish: false);

        var clock = Stopwatch.StartNew();
        var (status, body) = await office.PostAsync("lostcases/backtests", new { versionId = await LatestAsync() });

        Assert.Equal(200, status);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 30);
        Assert.Equal((1000, 1000), (body.GetProperty("cases").GetInt32(), body.GetProperty("changed").GetInt32()));
        var kinds = body.GetProperty("kinds").EnumerateArray().ToDictionary(k => k.GetProperty("text").GetString()!, k => k.GetProperty("count").GetInt32());
        Assert.Equal(1000, kinds["增加“会签”：无记录，按默认出口“同意”。"]);
        Assert.Equal(1000, kinds["“审核”的期限由 30 个工作日改为 20 个工作日。"]);
        Assert.Equal(1000, kinds["不再经过“签收反馈”（完成）。"]);
    }

    [Fact]
    public async Task A_version_replayed_through_itself_changes_nothing()
    {
        var closed = await new ChainCase(office, county: false).ReviewedAsync();
        await closed.FinishAsync();
        var (_, body) = await office.PostAsync("lostcases/backtests", new { versionId = "case-accountability:1" });
        Assert.DoesNotContain(body.GetProperty("items").EnumerateArray(), i => i.GetProperty("instanceId").GetGuid() == closed.Instance);
    }

    private static object Answer(string stepId, string port = "Done") => new { stepId, port };

    private async Task<JsonElement> TryAsync(object[] answers)
    {
        var (status, body) = await office.PostAsync("lostcases/tryouts", new { versionId = await LatestAsync(), facts = County, answers });
        Assert.Equal(200, status);
        return body;
    }

    private static IEnumerable<string> Waits(JsonElement tried) => tried.GetProperty("waits").EnumerateArray().Select(w => w.GetProperty("stepId").GetString()!);

    private async Task<string> LatestAsync() => (await office.GetAsync("lostcases/definitions/case-accountability/draft")).GetProperty("versionId").GetString()!;
}
