using LostCases.Contracts;
using LostCases.Workflows.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LostCases.Elsa.Tests;

/// <summary>Several hosts share one queue and one database: what is published on one is used on all, and a killed one takes nothing with it.</summary>
public sealed class When_several_hosts_run : IAsyncLifetime
{
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("LOSTCASES_TEST_CASES"), out var n) ? n : 40;
    private readonly ChainOffice _office = new();
    private int _kills;

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_definition_published_on_one_is_used_on_the_other()
    {
        await using var other = await Node.StartAsync(_office);
        var clerks = new Clerks(_office);
        await clerks.FinishAsync(10, TimeSpan.FromMinutes(2)); // both know version 1 by now

        await _office.PublishAsync(Drawing.WithApproval());
        var cases = await clerks.FinishAsync(20, TimeSpan.FromMinutes(3));

        Assert.Equal(20, _office.Wire.Of<OpenStep>().Where(o => o.Step == "Approval" && o.DefinitionVersion == 2).Select(o => o.CaseId).Distinct().Count(cases.Contains));
        Assert.DoesNotContain(_office.Wire.Of<OpenStep>(), o => cases.Contains(o.CaseId) && o.DefinitionVersion != 2);
        var (here, all) = (_office.Service.Deliveries.Total, await _office.Database.CountAsync("workflow.inbox_mark"));
        Assert.True(here > 0 && here < all, $"of {all} messages this one took {here}");
    }

    [Fact]
    public async Task Killing_hosts_again_and_again_loses_nothing_and_does_nothing_twice()
    {
        await using var first = await Node.StartAsync(_office);
        await using var second = await Node.StartAsync(_office);
        await _office.Service.Services.GetRequiredService<IHost>().StopAsync();
        using var stop = new CancellationTokenSource();
        var killing = KillAsync([first, second], stop.Token);

        var (clerks, cases) = (new Clerks(_office), 0);
        while (cases == 0 || _kills < 6)
        {
            cases += (await clerks.FinishAsync(Cases, TimeSpan.FromMinutes(3) + (Cases * TimeSpan.FromSeconds(2)))).Count;
        }

        await stop.CancelAsync();
        await killing;

        Assert.Equal(cases, await _office.Database.CountAsync("workflow.workflow_instance"));
        Assert.Equal(cases, await _office.Database.CountAsync("workflow.\"WorkflowInstances\"", "\"Status\" = 'Finished'"));
        Assert.Equal(0, await _office.Database.CountAsync("workflow.\"Bookmarks\""));
        Assert.Equal(0, await _office.Database.ReadAsync<long>("select count(*) from (select 1 from workflow.journal_entry where event = 'Completed' group by instance_id, activity_id having count(*) > 1) twice"));
        Assert.Equal(0, await _office.Database.ReadAsync<long>("""select count(*) from (select 1 from workflow."WorkflowExecutionLogRecords" where "EventName" = 'Completed' group by "WorkflowInstanceId", "ActivityInstanceId" having count(*) > 1) twice"""));
    }

    /// <summary>Kills one every few seconds, so that one at least is up, and starts it again.</summary>
    private async Task KillAsync(Node[] nodes, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(2), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var node = nodes[_kills++ % nodes.Length];
            await node.KillAsync();
            await node.RestartAsync();
        }
    }
}
