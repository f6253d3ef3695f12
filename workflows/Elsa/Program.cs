using LostCases.Contracts;
using LostCases.Elsa;
using LostCases.Elsa.Data;
using LostCases.Governance;
using LostCases.Governance.Data;
using LostCases.Governance.Hosting;
using LostCases.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform<WorkflowDbContext>(new PlatformOptions { Owner = Owners.Workflow }, WorkflowEndpoints.Consumers);
builder.Services.AddGovernance().AddElsaEngine().AddElsaTelemetry();

var app = builder.Build().UsePlatform();
app.MapGovernance();
if (args.Contains("--migrate"))
{
    await ElsaSchema.MigrateAsync(app.Services);
}

await app.RunWorkflowAsync(args, ElsaSchema.TakeOverAsync);
