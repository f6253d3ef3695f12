using LostCases.Governance.Data;
using LostCases.Governance.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LostCases.Governance.Hosting;

/// <summary>
/// Ends a process whose engine is not the database's, before it takes a message. While the database is away nothing is taken either;
/// then it looks again.
/// </summary>
internal sealed class EngineGuard(IServiceScopeFactory scopes, ILogger<EngineGuard> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await IsKnownAsync(cancellationToken))
        {
            await base.StartAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        do
        {
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (!stoppingToken.IsCancellationRequested && !await IsKnownAsync(stoppingToken));
    }

    /// <summary>Whether the database has said which engine it is.</summary>
    private async Task<bool> IsKnownAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var own = scope.ServiceProvider.GetRequiredService<IEngine>().Name;
            var recorded = await scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().Engines.AsNoTracking().SingleOrDefaultAsync(ct);
            if (recorded is not null && !recorded.Admits(own))
            {
                log.OtherEngine(own, recorded.Name);
                throw new OtherEngineException(own, recorded.Name);
            }

            return true;
        }
        catch (Exception failure) when (failure is NpgsqlException || failure.InnerException is NpgsqlException)
        {
            return false;
        }
    }
}

/// <summary>A process was started on a database that another engine runs.</summary>
public sealed class OtherEngineException(string own, string recorded)
    : Exception($"This database runs on the engine {recorded}; deploy/switch-engine {own} moves it. (此数据库使用流程引擎 {recorded}，请运行 deploy/switch-engine {own} 切换。)");
