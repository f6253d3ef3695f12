using LostCases.Contracts;

namespace LostCases.Workflows.Tests;

/// <summary>Instances that are stuck are listed with the reason, and two people do something about them.</summary>
public sealed class When_an_instance_is_stuck(ChainOffice office) : IClassFixture<ChainOffice>
{
    [Fact]
    public async Task It_is_listed_and_two_people_set_it_to_a_step()
    {
        var known = await new ChainCase(office).ReviewedAsync();
        await office.Database.RunAsync($$"""update workflow.workflow_instance set state = state || '{"waits": [], "incidents": [{"stepId": "review", "message": "出口“X”没有去向。"}]}' where id = '{{known.Instance}}'""");
        var listed = (await office.GetAsync("lostcases/troubles")).GetProperty("items").EnumerateArray().Single(i => i.GetProperty("instanceId").GetGuid() == known.Instance);
        Assert.Equal(("Failed", "“审核”：出口“X”没有去向。"), (listed.GetProperty("kind").GetString(), listed.GetProperty("reason").GetString()));

        var path = $"lostcases/instances/{known.Instance}/repairs";
        Assert.Equal(400, (await office.PostAsync(path, new { action = "SET_TO_STEP", stepId = "send-feedback" })).Status);
        Assert.Equal(400, (await office.PostAsync(path, new { action = "SET_TO_STEP", stepId = "join", reason = "卡住" })).Status);
        var (asked, repair) = await office.PostAsync(path, new { action = "SET_TO_STEP", stepId = "send-feedback", reason = "卡住" });
        Assert.Equal(200, asked);
        Assert.Equal(409, (await office.PostAsync(path, new { action = "RETRY", reason = "再试" })).Status);
        var decide = $"lostcases/repairs/{repair.GetProperty("id").GetString()}/approve";
        Assert.Equal(403, (await office.PostAsync(decide, new { })).Status);
        Assert.Equal(200, (await office.PostAsync(decide, new { }, ChainOffice.Colleague)).Status);
        Assert.Equal(409, (await office.PostAsync(decide, new { }, ChainOffice.Colleague)).Status);

        Assert.Equal("send-feedback#2", await known.WaitsAsync());
        await Probe.UntilAsync("its owner is asked", () => known.Asked.Exists(o => o is { Step: "SendFeedback", Round: 2 }), found => found);
        Assert.DoesNotContain((await office.GetAsync("lostcases/troubles")).GetProperty("items").EnumerateArray(), i => i.GetProperty("instanceId").GetGuid() == known.Instance);
    }

    [Fact]
    public async Task An_instance_that_was_set_goes_on_to_its_end_and_no_reconciliation_sets_it_back()
    {
        var known = await new ChainCase(office).ReviewedAsync();
        await known.HeardAsync();
        await SetAsync(known, "review");
        Assert.Equal("review#2", await known.WaitsAsync());
        var withdrawn = await Probe.UntilAsync("both branches are withdrawn", () => office.Wire.Of<CancelSteps>().Where(c => c.CaseId == known.Id).SelectMany(c => c.RequestIds).ToHashSet(), c => c.Count == 2);
        known.Forget(withdrawn);
        await known.ReconcileAsync();
        Assert.Equal("review#2", await known.WaitsAsync());

        await known.AnswerAsync("Review", "Completed", ("opinion", "AGREE"));
        await known.AnswerAsync("SendFeedback");
        await known.HeardAsync();
        await SetAsync(known, "send-feedback");
        Assert.Equal("file-with-city#2 send-feedback#3", await known.WaitsAsync());
        withdrawn = await Probe.UntilAsync("one step is withdrawn", () => office.Wire.Of<CancelSteps>().Where(c => c.CaseId == known.Id).SelectMany(c => c.RequestIds).ToHashSet(), c => c.Count == 3);
        known.Forget(withdrawn);
        await known.ReconcileAsync();
        Assert.Equal("file-with-city#2 send-feedback#3", await known.WaitsAsync());
        await known.FinishAsync();
        Assert.Equal(0, await office.Database.CountAsync("workflow.journal_entry", $"instance_id = '{known.Instance}' and event = 'Rebuilt'"));
    }

    [Fact]
    public async Task An_instance_that_was_set_and_whose_answers_were_lost_is_set_again_where_it_was()
    {
        var known = await new ChainCase(office).ReviewedAsync();
        await known.HeardAsync();
        await SetAsync(known, "review");
        await known.RecordAsync("SendFeedback"); // its withdrawal came too late
        await known.RecordAsync("Review", "Completed", ("opinion", "AGREE"));

        await known.ReconcileAsync();

        Assert.Equal("file-with-city#2 send-feedback#2", await known.WaitsAsync());
        Assert.Equal(1, await office.Database.CountAsync("workflow.journal_entry", $"instance_id = '{known.Instance}' and event = 'Rebuilt'"));
        known.Forget([.. known.Asked.Where(o => o is { Step: "FileWithCity", Round: 1 }).Select(o => o.RequestId)]);
        await known.FinishAsync();
    }

    private async Task SetAsync(ChainCase known, string step)
    {
        var (asked, repair) = await office.PostAsync($"lostcases/instances/{known.Instance}/repairs", new { action = "SET_TO_STEP", stepId = step, reason = "卡住" });
        Assert.Equal(200, asked);
        Assert.Equal(200, (await office.PostAsync($"lostcases/repairs/{repair.GetProperty("id").GetString()}/approve", new { }, ChainOffice.Colleague)).Status);
    }

    [Fact]
    public async Task Many_are_listed_a_page_at_a_time_and_those_that_move_are_left_out()
    {
        var known = await new ChainCase(office).StartAsync();
        await office.Database.RunAsync($$"""
            insert into workflow.workflow_instance (id, definition_version_id, case_id, name, state, seen, journal_length, created_at, updated_at)
            select gen_random_uuid(), definition_version_id, gen_random_uuid(), 'stuck-' || n, state || '{"waits": []}', seen, 0, created_at, created_at - interval '1 minute' * (n % 7)
            from workflow.workflow_instance, generate_series(1, 120) n where id = '{{known.Instance}}'
            """);
        var (seen, next, pages) = (new List<string>(), (string?)null, 0);
        do
        {
            var page = await office.GetAsync("lostcases/troubles" + (next is null ? "" : $"?after={Uri.EscapeDataString(next)}"));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()!));
            (next, pages) = (page.GetProperty("next").GetString(), pages + 1);
        }
        while (next is not null);

        Assert.True(pages >= 3, $"{pages} pages");
        Assert.Equal(120, seen.Count(n => n.StartsWith("stuck-", StringComparison.Ordinal)));
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.DoesNotContain("BS-339924-2026-000001", seen);
        await office.Database.RunAsync("delete from workflow.workflow_instance where name like 'stuck-%'");
    }

    [Fact]
    public async Task Trying_again_asks_the_owner_of_the_step_again()
    {
        var known = await new ChainCase(office).StartAsync();
        await known.HeardAsync();
        var (_, repair) = await office.PostAsync($"lostcases/instances/{known.Instance}/repairs", new { action = "RETRY", reason = "承办单位没有收到" });
        Assert.Equal(200, (await office.PostAsync($"lostcases/repairs/{repair.GetProperty("id").GetString()}/approve", new { }, ChainOffice.Colleague)).Status);
        await Probe.UntilAsync("it is asked twice", () => office.Wire.Of<OpenStep>().Count(o => o.CaseId == known.Id), n => n == 2);
        Assert.Single(known.Asked);
    }

    [Fact]
    public async Task A_reconciliation_leaves_a_report()
    {
        var known = await new ChainCase(office).ReviewedAsync();
        await known.HeardAsync();
        await office.ForgetInstancesAsync();
        await known.ReconcileAsync();
        var report = (await office.GetAsync("lostcases/reconciliations")).GetProperty("items").EnumerateArray().First(r => r.GetProperty("caseId").GetGuid() == known.Id);
        Assert.Equal([known.Instance], report.GetProperty("made").EnumerateArray().Select(i => i.GetGuid()));
        Assert.Equal(1, report.GetProperty("compared").GetInt32());
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, report.GetProperty("endedAt").ValueKind);
    }
}
