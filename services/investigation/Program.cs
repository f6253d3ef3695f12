using LostCases.Investigation;
using LostCases.Investigation.Data;
using LostCases.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddInvestigation();

var app = builder.Build().UsePlatform();
app.MapInvestigation();
await app.RunOrMigrateAsync<InvestigationDbContext>(args);
