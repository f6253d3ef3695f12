using LostCases.Contracts;
using LostCases.Governance;
using LostCases.Governance.Data;
using LostCases.Governance.Definitions;
using LostCases.Governance.Reconciling;
using LostCases.Governance.Running;
using LostCases.Governance.Studio;
using LostCases.Local;
using LostCases.Local.Definitions;
using LostCases.Local.Live;
using LostCases.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform<WorkflowDbContext>(new PlatformOptions { Owner = Owners.Workflow }, WorkflowEndpoints.Consumers);
builder.Services.AddGovernance().AddScoped<IEngine, SimulatedEngine>().AddScoped<Import>().AddLiveInstances();

var app = builder.Build().UsePlatform();
app.MapGovernance();
app.MapElsa();
app.MapLiveInstances();
app.MapStudio();
if (args.Contains("--reconcile"))
{
    // The rows written here are sent by the running process.
    await using var scope = app.Services.CreateAsyncScope();
    scope.ServiceProvider.GetRequiredService<Reconciler>().Begin(caseId: null);
    await scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().SaveChangesAsync();
    return;
}

await app.RunOrMigrateAsync<WorkflowDbContext>(args, (services, db) => DefinitionImport.RunAsync(
    builder.Configuration["LostCases:Definitions"], db, services.GetRequiredService<DefinitionPublisher>()));
