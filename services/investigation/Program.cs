using LostCases.Contracts;
using LostCases.Investigation.Cases;
using LostCases.Investigation.Data;
using LostCases.Platform;
using LostCases.Rules;

var builder = WebApplication.CreateBuilder(args);
Permit agency = new(Relations.LosingAgency, Roles.AgencyOfficer, Roles.AgencyHead);
Permit implementing = new(Relations.ImplementingBody, Roles.AgencyOfficer, Roles.AgencyHead);
Permit reviewers = new(Relations.ReviewBody, Roles.Reviewer, Roles.ReviewLeader);
Permit filing = new(Relations.FilingBody, Roles.Reviewer, Roles.ReviewLeader);
Permit officer = new(Relations.LosingAgency, Roles.AgencyOfficer);
builder.AddPlatform<InvestigationDbContext>(
    new PlatformOptions
    {
        Owner = Owners.Investigation,
        Steps =
        {
            new StepOwned("Investigate", [officer], ClockKind.Investigation),
            new StepOwned("SubmitReport", [officer], ClockKind.Submit),
            new StepOwned("Supplement", [officer], ClockKind.Resubmit),
        },
    },
    typeof(CaseConfirmedInScopeConsumer));
builder.Services.AddSingleton(new CaseReaders(agency, implementing, reviewers, filing, new Permit(Permit.Anyone, Roles.Secretariat)));

var app = builder.Build().UsePlatform();
var cases = app.MapGroup("/api/investigation/cases");
cases.MapAct("complete-investigation", CompleteInvestigation.HandleAsync, agency);
cases.MapAct("submit-report", SubmitReport.HandleAsync, officer);
cases.MapGet("/{caseId:guid}", InvestigationCaseView.GetAsync).RequireAuthorization().WithName("investigation-case").Produces<InvestigationCaseView>().ProducesProblem(403).ProducesProblem(404);
cases.MapDocuments(agency, implementing, reviewers, filing);

await app.RunOrMigrateAsync<InvestigationDbContext>(args);
