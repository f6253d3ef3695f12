using LostCases.Elsa.Data;
using LostCases.Workflows.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace LostCases.Elsa.Tests;

/// <summary>What Elsa keeps of ended instances goes after its time; the case's way stays with Governance.</summary>
public sealed class When_instances_have_ended : IAsyncLifetime
{
    private readonly ChainOffice _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Elsas_copy_and_its_logs_are_deleted_and_nobody_misses_them()
    {
        var running = await new ChainCase(_office).StartAsync();
        var ended = await new ChainCase(_office, county: false).ReviewedAsync();
        await ended.FinishAsync();
        var scopes = _office.Service.Services.GetRequiredService<IServiceScopeFactory>();

        Assert.Equal(0, await Retention.DeleteAsync(scopes, DateTimeOffset.UtcNow.AddDays(-1), CancellationToken.None));
        Assert.Equal(1, await Retention.DeleteAsync(scopes, DateTimeOffset.UtcNow.AddMinutes(1), CancellationToken.None));

        foreach (var (table, column) in new[] { ("WorkflowInstances", "Id"), ("WorkflowExecutionLogRecords", "WorkflowInstanceId"), ("ActivityExecutionRecords", "WorkflowInstanceId"), ("Bookmarks", "WorkflowInstanceId") })
        {
            Assert.Equal((table, 0), (table, await _office.Database.CountAsync($"workflow.\"{table}\"", $"\"{column}\" = '{ended.Instance}'")));
            Assert.NotEqual((table, 0), (table, await _office.Database.CountAsync($"workflow.\"{table}\"", $"\"{column}\" = '{running.Instance}'")));
        }

        await ended.ReconcileAsync();
        Assert.Equal("FINISHED", await ended.StatusAsync());
        Assert.Equal(0, await _office.Database.CountAsync("workflow.journal_entry", $"instance_id = '{ended.Instance}' and event = 'Rebuilt'"));
        await running.FinishAsync();
    }

    [Fact]
    public async Task A_running_instance_that_Elsa_has_lost_is_made_again_by_its_next_answer()
    {
        var known = await new ChainCase(_office).StartAsync();
        await known.AnswerAsync("Investigate");
        await _office.Database.RunAsync("truncate workflow.\"WorkflowInstances\", workflow.\"Bookmarks\"");

        await known.AnswerAsync("SubmitReport", "Done", ("submissions", "1"));
        var asked = await Probe.UntilAsync("its owners are asked", () => _office.Wire.Of<Contracts.ReportSteps>().Where(r => r.CaseId == known.Id).ToList(), r => r.Count == 4);
        foreach (var page in known.Reports(asked[0].ReconciliationId))
        {
            await _office.TellAsync(page);
        }

        Assert.Equal("review#1", await known.WaitsAsync());
        Assert.Equal(0, await _office.Database.CountAsync("workflow.early_answer"));
        await known.FinishAsync();
    }
}
