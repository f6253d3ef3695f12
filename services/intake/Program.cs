using LostCases.Contracts;
using LostCases.Intake;
using LostCases.Intake.Agencies;
using LostCases.Intake.Cases;
using LostCases.Intake.Data;
using LostCases.Intake.Judgments;
using LostCases.Platform;

var builder = WebApplication.CreateBuilder(args);
Permit reviewers = new(Relations.ReviewBody, Roles.Reviewer, Roles.ReviewLeader);
Permit agency = new(Relations.LosingAgency, Roles.AgencyOfficer);
Permit court = new(Relations.Court, Roles.CourtLiaison);
builder.AddPlatform<IntakeDbContext>(new PlatformOptions
{
    Owner = Owners.Intake,
    Steps = { new StepOwned("CloseCase", [reviewers, agency]) },
});
builder.Services.AddScoped<Registration>().AddScoped<IStartSource, ScopeStarts>();

var app = builder.Build().UsePlatform();
AgencyEndpoints.Map(app);
app.MapPost("/api/intake/judgments", Registration.HandleAsync)
    .AsAct("register-judgment", new Permit(Permit.Anyone, Roles.AgencyOfficer, Roles.CourtLiaison, Roles.Reviewer, Roles.ReviewLeader));
var cases = app.MapGroup("/api/intake/cases");
cases.MapAct("confirm-in-scope", ConfirmInScope.HandleAsync, reviewers);
cases.MapAct("confirm-out-of-scope", ConfirmOutOfScope.HandleAsync, reviewers);
cases.MapAct("reopen-scope", ReopenScope.HandleAsync, reviewers, new Permit(Permit.Anyone, Roles.Secretariat));
cases.MapAct("close-case", CloseCase.HandleAsync, reviewers, agency);
cases.MapGet("/{caseId:guid}", IntakeCaseView.GetAsync).RequireAuthorization().WithName("intake-case").Produces<IntakeCaseView>().ProducesProblem(404);
cases.MapDocuments(agency, reviewers, court);

await app.RunOrMigrateAsync<IntakeDbContext>(args, (services, db) => AgencyImport.RunAsync(
    builder.Configuration["LostCases:Organisations"], db, services.GetRequiredService<Outbox>()));
