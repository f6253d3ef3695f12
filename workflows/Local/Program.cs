using LostCases.Contracts;
using LostCases.Governance;
using LostCases.Governance.Data;
using LostCases.Governance.Hosting;
using LostCases.Governance.Running;
using LostCases.Local;
using LostCases.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform<WorkflowDbContext>(new PlatformOptions { Owner = Owners.Workflow }, WorkflowEndpoints.Consumers);
builder.Services.AddGovernance().AddScoped<IEngine, SimulatedEngine>();

var app = builder.Build().UsePlatform();
app.MapGovernance();
await app.RunWorkflowAsync(args);
