using LostCases.Contracts;
using LostCases.Oversight;
using LostCases.Oversight.Cases;
using LostCases.Oversight.Data;
using LostCases.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform<OversightDbContext>(new PlatformOptions { Owner = Owners.Oversight }, typeof(AgencyChangedConsumer));

var app = builder.Build().UsePlatform();
var cases = app.MapGroup("/api/oversight/cases").RequireAuthorization();
cases.MapGet("", CaseLines.GetAsync).WithName("list-cases").Produces<CaseLines>().ProducesProblem(400);
cases.MapGet("/{id:guid}", CasePage.GetAsync).WithName("case-page").Produces<CasePage>().ProducesProblem(400).ProducesProblem(404);

await app.RunOrMigrateAsync<OversightDbContext>(args);
