using LostCases.Contracts;
using LostCases.Elsa;
using LostCases.Elsa.Data;
using LostCases.Governance;
using LostCases.Governance.Data;
using LostCases.Governance.Definitions;
using LostCases.Governance.Reconciling;
using LostCases.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform<WorkflowDbContext>(new PlatformOptions { Owner = Owners.Workflow }, WorkflowEndpoints.Consumers);
builder.Services.AddGovernance().AddElsaEngine().AddElsaTelemetry();

var app = builder.Build().UsePlatform();
app.MapGovernance();
if (args.Contains("--reconcile"))
{
    // The rows written here are sent by the running process.
    await using var scope = app.Services.CreateAsyncScope();
    scope.ServiceProvider.GetRequiredService<Reconciler>().Begin(caseId: null);
    await scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().SaveChangesAsync();
    return;
}

if (args.Contains("--migrate"))
{
    await ElsaSchema.MigrateAsync(app.Services);
}

await app.RunOrMigrateAsync<WorkflowDbContext>(args, async (services, db) =>
{
    await DefinitionImport.RunAsync(builder.Configuration["LostCases:Definitions"], db, services.GetRequiredService<DefinitionPublisher>());
    await ElsaSchema.TakeOverAsync(services, db);
});
