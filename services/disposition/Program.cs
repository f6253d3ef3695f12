using LostCases.Contracts;
using LostCases.Disposition.Cases;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;

var builder = WebApplication.CreateBuilder(args);
Permit officer = new(Relations.LosingAgency, Roles.AgencyOfficer);
Permit agency = new(Relations.LosingAgency, Roles.AgencyOfficer, Roles.AgencyHead);
Permit reviewers = new(Relations.ReviewBody, Roles.Reviewer, Roles.ReviewLeader);
Permit filing = new(Relations.FilingBody, Roles.Reviewer, Roles.ReviewLeader);
builder.AddPlatform<DispositionDbContext>(new PlatformOptions
{
    Owner = Owners.Disposition,
    Steps =
    {
        new StepOwned("ReceiveFeedback", [officer]),
        new StepOwned("Dispose", [officer], ClockKind.Disposition),
        new StepOwned("AwaitTransferResults", [officer]),
    },
});

var app = builder.Build().UsePlatform();
var cases = app.MapGroup("/api/disposition/cases");
cases.MapAct("receive-feedback", ReceiveFeedback.HandleAsync, agency);
cases.MapAct("record-disposition", RecordDisposition.HandleAsync, agency);
Permit[] readers = [agency, reviewers, filing, new Permit(Permit.Anyone, Roles.Secretariat)];
cases.MapGet("/{caseId:guid}", (Guid caseId, DispositionDbContext db, HttpContext http, CancellationToken ct) =>
    DispositionCaseView.GetAsync(caseId, db, readers, http, ct)).RequireAuthorization().WithName("disposition-case").Produces<DispositionCaseView>().ProducesProblem(403).ProducesProblem(404);
cases.MapDocuments(readers);

await app.RunOrMigrateAsync<DispositionDbContext>(args);
