using Elsa.Extensions;
using Elsa.Features;
using Elsa.Persistence.EFCore.Extensions;
using Elsa.Persistence.EFCore.Modules.Management;
using Elsa.Persistence.EFCore.Modules.Runtime;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Activities.Flowchart.Activities;
using Elsa.Workflows.Activities.Flowchart.Models;
using Elsa.Workflows.Activities.Flowchart.Options;
using Elsa.Workflows.IncidentStrategies;
using Elsa.Workflows.Management.Options;
using Elsa.Workflows.Options;
using Elsa.Workflows.Runtime.Distributed.Extensions;
using LostCases.Elsa.Data;
using LostCases.Elsa.Running;
using LostCases.Elsa.Steps;
using LostCases.Governance.Running;
using LostCases.Platform;
using Medallion.Threading.Postgres;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Elsa;

/// <summary>Elsa as this system wants it: our steps and the flow elements, one transaction, locks in PostgreSQL.</summary>
internal static class ElsaSetup
{
    private static readonly Type[] FlowElements =
        [typeof(Workflow), typeof(Flowchart), typeof(Start), typeof(End), typeof(FlowFork), typeof(FlowJoin), typeof(NotFoundActivity)];

    /// <summary>Adds Elsa and the engine that drives it.</summary>
    internal static IServiceCollection AddElsaEngine(this IServiceCollection services)
    {
        // The join reads this, the flowchart the option below: both have to be said.
        Flowchart.UseTokenFlow = true;
        services.AddElsa(elsa =>
        {
            elsa.Configure<ElsaFeature>(e => e.DisableAutomaticActivityRegistration = true);
            elsa.UseWorkflowManagement(m => m.UseEntityFrameworkCore(ef =>
            {
                ef.RunMigrations = false;
                ef.UsePostgreSql(Database);
            }));
            elsa.UseWorkflowRuntime(r =>
            {
                r.DistributedLockProvider = sp => new PostgresDistributedSynchronizationProvider(Database(sp));
                r.UseDistributedRuntime();
                r.UseEntityFrameworkCore(ef =>
                {
                    ef.RunMigrations = false;
                    ef.UsePostgreSql(Database);
                });
            });
        });
        services.Configure<FlowchartOptions>(o => o.DefaultExecutionMode = FlowchartExecutionMode.TokenBased);
        services.Configure<IncidentOptions>(o => o.DefaultIncidentStrategy = typeof(ContinueWithIncidentsStrategy));
        services.PostConfigure<ManagementOptions>(o =>
        {
            o.ActivityTypes.Clear();
            o.ActivityTypes.UnionWith(FlowElements);
        });
        services.AddActivityProvider<StepProvider>();
        services.AddScoped<IDbContextFactory<ManagementElsaDbContext>, OneTransaction<ManagementElsaDbContext>>();
        services.AddScoped<IDbContextFactory<RuntimeElsaDbContext>, OneTransaction<RuntimeElsaDbContext>>();
        return services.AddScoped<Graphs>().AddScoped<IEngine, ElsaEngine>().AddHostedService<Retention>();
    }

    private static string Database(IServiceProvider services) => services.GetRequiredService<PlatformOptions>().Database;
}
