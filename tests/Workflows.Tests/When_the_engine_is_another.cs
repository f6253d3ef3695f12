using LostCases.Governance.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LostCases.Workflows.Tests;

public sealed class When_the_engine_is_another : IAsyncLifetime
{
    private readonly ChainOffice _office = new();

    public Task InitializeAsync() => _office.InitializeAsync();

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_one_of_the_first_start_is_recorded() => Assert.Contains(await NameAsync(), new[] { "local", "elsa" });

    [Fact]
    public async Task A_host_for_another_does_not_start_and_says_what_to_do()
    {
        await _office.Database.RunAsync("update workflow.engine set name = 'another'");
        var refused = await Assert.ThrowsAnyAsync<Exception>(StartAsync);
        Assert.Contains("deploy/switch-engine", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_is_switched_either_may_run_and_the_new_one_is_recorded_when_it_has_every_case()
    {
        var own = await NameAsync();
        await new ChainCase(_office).StartAsync();
        await _office.Database.RunAsync("update workflow.engine set name = 'another'");
        await using var scope = _office.Service.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<EngineDesk>();

        await desk.BeginAsync(CancellationToken.None);
        await (await StartAsync()).DisposeAsync();
        Assert.Equal("another", await NameAsync());

        Assert.Equal(0, await desk.SettleAsync(CancellationToken.None));
        Assert.Equal(own, await NameAsync());
        Assert.Equal(0, await _office.Database.CountAsync("workflow.engine", "switching_to is not null"));
    }

    private Task<Service<Program>> StartAsync() => Service.StartAsync<Program>(new Start { Database = _office.Database.App });

    private Task<string> NameAsync() => _office.Database.ReadAsync<string>("select name from workflow.engine");
}
