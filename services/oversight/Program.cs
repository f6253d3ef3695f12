using LostCases.Contracts;
using LostCases.Oversight;
using LostCases.Oversight.Cases;
using LostCases.Oversight.Conferences;
using LostCases.Oversight.Data;
using LostCases.Oversight.Settings;
using LostCases.Oversight.Timeline;
using LostCases.Platform;

var builder = WebApplication.CreateBuilder(args);
Permit secretariat = new(Permit.Anyone, Roles.Secretariat);
builder.AddPlatform<OversightDbContext>(new PlatformOptions { Owner = Owners.Oversight }, [typeof(OrganisationConsumer), typeof(RuleSetConsumer), .. TimelineConsumers.All]);
builder.Services.AddHostedService<ConferenceSweep>();

var app = builder.Build().UsePlatform();
app.MapFigures(secretariat);
app.MapConferences(secretariat);
var cases = app.MapGroup("/api/oversight/cases");
cases.MapAct("record-non-compliance", RecordNonCompliance.HandleAsync, secretariat);
cases.MapPossibleActs();
cases.MapGet("", CaseLines.GetAsync).RequireAuthorization().WithName("list-cases").Produces<CaseLines>().ProducesProblem(400);
cases.MapGet("/{caseId:guid}", CasePage.GetAsync).Produces<CasePage>().ProducesProblem(400).OfCase("case-page");
cases.MapGet("/{caseId:guid}/timeline", TimelinePage.OfCaseAsync).Produces<TimelinePage>().ProducesProblem(400).OfCase("case-timeline");
cases.MapGet("/{caseId:guid}/account", CaseAccount.GetAsync).Produces<CaseAccount>().OfCase("case-account");
app.MapGet("/api/oversight/clauses/{clause}/acts", TimelinePage.UnderClauseAsync).RequireAuthorization().WithName("acts-under-clause").Produces<TimelinePage>().ProducesProblem(400);
app.MapGet("/api/oversight/timeline", TimelinePage.NewsAsync).RequireAuthorization().WithName("list-news").Produces<TimelinePage>().ProducesProblem(400);

await app.RunOrMigrateAsync<OversightDbContext>(args);
