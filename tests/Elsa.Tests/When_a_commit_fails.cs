using LostCases.Contracts;
using LostCases.Workflows.Tests;

namespace LostCases.Elsa.Tests;

/// <summary>Elsa's rows and ours are one transaction: a failure of the last one leaves nothing of any.</summary>
public sealed class When_a_commit_fails : IAsyncLifetime
{
    private const string Elsas = """(select count(*) from workflow."WorkflowInstances") + (select count(*) from workflow."Bookmarks") + (select count(*) from workflow."ActivityExecutionRecords") + (select count(*) from workflow."WorkflowExecutionLogRecords")""";
    private readonly ChainOffice _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Nothing_is_left_of_a_start_and_its_repeat_has_its_effect_once()
    {
        // As often as it is tried; then it is put aside.
        await _office.Database.FailAsync("workflow.outbox_message", "insert", 7);
        var known = await new ChainCase(_office).StartAsync();
        Assert.Equal(0, await _office.Database.ReadAsync<long>($"select {Elsas} + (select count(*) from workflow.workflow_instance) + (select count(*) from workflow.inbox_mark)"));

        await known.StartAsync();

        Assert.Equal("investigate#1", await known.WaitsAsync());
        Assert.Equal(1, await _office.Database.CountAsync("workflow.\"Bookmarks\""));
        await Probe.UntilAsync("it is asked for", () => _office.Wire.Of<OpenStep>().Count(o => o.CaseId == known.Id), n => n == 1);
    }

    [Fact]
    public async Task Nothing_is_left_of_an_answer_that_failed_and_its_retry_takes_it()
    {
        var known = await new ChainCase(_office).StartAsync();
        await _office.Database.FailAsync("workflow.outbox_message", "insert", 2);

        await known.AnswerAsync("Investigate");

        Assert.Equal("submit-report#1", await known.WaitsAsync());
        Assert.Equal(1, await _office.Database.CountAsync("workflow.\"Bookmarks\""));
        Assert.Equal(1, await _office.Database.CountAsync("workflow.journal_entry", "activity_id = 'investigate' and event = 'Completed'"));
        Assert.Equal(1, await _office.Database.ReadAsync<long>("""select count(*) from workflow."WorkflowExecutionLogRecords" where "ActivityId" = 'investigate' and "EventName" = 'Completed'"""));
    }
}
