using LostCases.Governance.Data;
using LostCases.Governance.Definitions;
using LostCases.Governance.Reconciling;
using LostCases.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LostCases.Governance.Hosting;

/// <summary>Runs a workflow host, or one of its errands: <c>--migrate</c>, <c>--reconcile</c>, <c>--switch</c>, <c>--settle</c>.</summary>
public static class WorkflowHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs it to its end.</summary>
    /// <param name="app">The host.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="migrated">What the engine does besides once the schema is up to date.</param>
    public static async Task RunWorkflowAsync(this WebApplication app, string[] args, Func<IServiceProvider, WorkflowDbContext, Task>? migrated = null)
    {
        if (args.Contains("--reconcile"))
        {
            await ReconcileAsync(app);
            return;
        }

        if (args.Contains("--switch"))
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<EngineDesk>().BeginAsync(CancellationToken.None);
            return;
        }

        if (args.Contains("--settle"))
        {
            Environment.ExitCode = await SettleAsync(app) ? 0 : 1;
            return;
        }

        await app.RunOrMigrateAsync<WorkflowDbContext>(args, async (services, db) =>
        {
            await services.GetRequiredService<EngineDesk>().RecordAsync(CancellationToken.None);
            await DefinitionImport.RunAsync(app.Configuration["LostCases:Definitions"], db, services.GetRequiredService<DefinitionPublisher>());
            await (migrated?.Invoke(services, db) ?? Task.CompletedTask);
        });
    }

    /// <summary>Asks every owner; the running process sends what is written here, and repairs.</summary>
    private static async Task ReconcileAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Reconciler>().Begin(caseId: null);
        await scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().SaveChangesAsync();
    }

    /// <summary>Waits until the engine has every running instance.</summary>
    private static async Task<bool> SettleAsync(WebApplication app)
    {
        for (var until = DateTime.UtcNow + Patience; ; await Task.Delay(TimeSpan.FromSeconds(1)))
        {
            await using var scope = app.Services.CreateAsyncScope();
            var behind = await scope.ServiceProvider.GetRequiredService<EngineDesk>().SettleAsync(CancellationToken.None);
            if (behind == 0 || DateTime.UtcNow > until)
            {
                Console.WriteLine($"instances the engine does not have: {behind}");
                return behind == 0;
            }
        }
    }
}
