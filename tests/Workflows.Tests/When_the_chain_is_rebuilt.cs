using LostCases.Contracts;

namespace LostCases.Workflows.Tests;

public sealed class When_the_chain_is_rebuilt(ChainOffice office) : IClassFixture<ChainOffice>
{
    public static TheoryData<string, string> States => new()
    {
        { "begun", "investigate#1" },
        { "under review", "review#1" },
        { "returned", "supplement#1" },
        { "reviewed again", "review#2" },
        { "forked", "file-with-city#1 send-feedback#1" },
        { "one branch done", "dispose#1" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_case_whose_instance_is_lost_stands_where_it_stood_and_still_closes(string state, string waits)
    {
        var known = await ReachAsync(state);
        Assert.Equal(waits, await known.WaitsAsync());
        await office.ForgetInstancesAsync();
        Assert.Equal("nothing", await known.WaitsAsync());

        await known.ReconcileAsync();

        Assert.Equal(waits, await known.WaitsAsync());
        await known.FinishAsync();
    }

    [Fact]
    public async Task A_journal_that_outlived_its_instance_is_continued()
    {
        var known = await ReachAsync("under review");
        await office.ForgetInstancesAsync("workflow_instance");

        await known.ReconcileAsync();

        Assert.Equal("review#1", await known.WaitsAsync());
        Assert.Equal(1, await JournalAsync(known, "Rebuilt"));
    }

    [Fact]
    public async Task Answers_that_were_lost_are_all_taken_in_one_step()
    {
        var known = await ReachAsync("forked");
        await known.RecordAsync("SendFeedback");
        await known.RecordAsync("FileWithCity", "Done", ("filed", "TRUE"));

        await known.ReconcileAsync();

        Assert.Equal("receive-feedback#1", await known.WaitsAsync());
        Assert.Equal(1, await JournalAsync(known, "Rebuilt"));
        await Probe.UntilAsync("the next step is asked for", () => known.Asked.Select(o => o.Step), a => a.Contains("ReceiveFeedback"));
        await known.FinishAsync();
    }

    [Fact]
    public async Task A_request_that_was_lost_is_made_again()
    {
        var known = await ReachAsync("under review");
        var lost = known.Asked.Single(o => o.Step == "Review").RequestId;
        foreach (var page in known.Reports(await known.BeginAsync()))
        {
            await office.TellAsync(page with { Steps = [.. page.Steps.Where(s => s.Request.RequestId != lost)] });
        }

        await Probe.UntilAsync("it is asked for again", () => office.Wire.Of<OpenStep>().Count(o => o.RequestId == lost), n => n == 2);
        Assert.Equal(0, await JournalAsync(known, "Rebuilt"));
    }

    [Fact]
    public async Task An_answer_that_comes_between_the_report_and_the_rebuilding_is_not_lost()
    {
        var known = await ReachAsync("under review");
        await office.ForgetInstancesAsync();
        var pages = known.Reports(await known.BeginAsync());
        await known.AnswerAsync("Review", "Returned", ("returns", "1"));

        foreach (var page in pages)
        {
            await office.TellAsync(page);
        }

        Assert.Equal("supplement#1", await known.WaitsAsync());
        await known.FinishAsync();
    }

    [Fact]
    public async Task An_instance_that_has_gone_further_than_the_report_is_left_alone()
    {
        var known = await ReachAsync("under review");
        var pages = known.Reports(await known.BeginAsync());
        await known.AnswerAsync("Review", "Returned", ("returns", "1"));
        var journal = await known.ReadAsync("journal_length");

        foreach (var page in pages)
        {
            await office.TellAsync(page);
        }

        Assert.Equal(("supplement#1", journal), (await known.WaitsAsync(), await known.ReadAsync("journal_length")));
    }

    [Fact]
    public async Task A_step_that_waits_without_reason_is_withdrawn()
    {
        var (known, stray) = (await ReachAsync("under review"), Guid.NewGuid());
        await office.Database.RunAsync(
            $$"""
            update workflow.workflow_instance
            set state = jsonb_set(state, '{waits,1}', '{"requestId": "{{stray}}", "stepId": "supplement", "step": "Supplement", "round": 1}')
            where id = '{{known.Instance}}'
            """);

        await known.ReconcileAsync();

        Assert.Equal("review#1", await known.WaitsAsync());
        var withdrawn = await Probe.UntilAsync("it is withdrawn", () => office.Wire.Of<CancelSteps>().Where(c => c.CaseId == known.Id).ToList(), c => c.Count > 0);
        Assert.Equal([stray], Assert.Single(withdrawn).RequestIds);
    }

    private Task<long> JournalAsync(ChainCase known, string what) =>
        office.Database.CountAsync("workflow.journal_entry", $"instance_id = '{known.Instance}' and event = '{what}'");

    private async Task<ChainCase> ReachAsync(string state)
    {
        var known = await GoAsync(new ChainCase(office), state);
        await known.HeardAsync();
        return known;
    }

    private static async Task<ChainCase> GoAsync(ChainCase known, string state)
    {
        if (state is "forked" or "one branch done")
        {
            await known.ReviewedAsync();
            if (state == "one branch done")
            {
                await known.AnswerAsync("FileWithCity", "Done", ("filed", "TRUE"));
                await known.AnswerAsync("SendFeedback");
                await known.AnswerAsync("ReceiveFeedback");
            }

            return known;
        }

        await known.StartAsync();
        if (state != "begun")
        {
            await known.AnswerAsync("Investigate");
            await known.AnswerAsync("SubmitReport", "Done", ("submissions", "1"));
        }

        if (state is "returned" or "reviewed again")
        {
            await known.AnswerAsync("Review", "Returned", ("returns", "1"));
        }

        if (state == "reviewed again")
        {
            await known.AnswerAsync("Supplement", "Done", ("submissions", "2"));
        }

        return known;
    }
}
