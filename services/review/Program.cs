using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Review.Approvals;
using LostCases.Review.Cases;
using LostCases.Review.Data;
using LostCases.Rules;

var builder = WebApplication.CreateBuilder(args);
Permit reviewers = new(Relations.ReviewBody, Roles.Reviewer, Roles.ReviewLeader);
Permit leader = new(Relations.ReviewBody, Roles.ReviewLeader);
Permit filing = new(Relations.FilingBody, Roles.Reviewer, Roles.ReviewLeader);
Permit agency = new(Relations.LosingAgency, Roles.AgencyOfficer, Roles.AgencyHead);
builder.AddPlatform<ReviewDbContext>(
    new PlatformOptions
    {
        Owner = Owners.Review,
        Steps =
        {
            new StepOwned("Review", [reviewers], ClockKind.Review),
            new StepOwned("JointReview", [leader]),
            new StepOwned("SendFeedback", [reviewers], ClockKind.Feedback),
            new StepOwned("FileWithCity", [reviewers], ClockKind.Filing),
            new StepOwned("Approval", [leader]),
        },
    },
    typeof(ReportSubmittedConsumer));

var app = builder.Build().UsePlatform();
var cases = app.MapGroup("/api/review/cases");
cases.MapAct("accept-report", AcceptReport.HandleAsync, reviewers);
cases.MapAct("complete-review", CompleteReview.HandleAsync, leader);
cases.MapAct("send-feedback", SendFeedback.HandleAsync, reviewers);
cases.MapAct("file-with-city", FileWithCity.HandleAsync, reviewers);
cases.MapAct("vote", CastVoteAct.HandleAsync, new Permit(Permit.Anyone, Roles.Reviewer, Roles.ReviewLeader, Roles.AgencyOfficer, Roles.AgencyHead, Roles.CourtLiaison, Roles.OrgLiaison, Roles.DisciplineLiaison, Roles.Secretariat));
Permit[] readers = [reviewers, filing, agency, new Permit(Permit.Anyone, Roles.Secretariat)];
cases.MapGet("/{caseId:guid}", (Guid caseId, ReviewDbContext db, HttpContext http, CancellationToken ct) =>
    ReviewCaseView.GetAsync(caseId, db, readers, http, ct)).RequireAuthorization().WithName("review-case").Produces<ReviewCaseView>().ProducesProblem(403).ProducesProblem(404);
cases.MapDocuments(readers);

await app.RunOrMigrateAsync<ReviewDbContext>(args);
