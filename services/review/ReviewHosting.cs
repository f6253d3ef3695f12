using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Review.Approvals;
using LostCases.Review.Cases;
using LostCases.Review.Data;
using LostCases.Rules;

namespace LostCases.Review;

/// <summary>Steps, consumers and acts of the review (审核), and who may do what.</summary>
internal static class ReviewHosting
{
    private static readonly Permit Reviewers = new(Relations.ReviewBody, Roles.Reviewer, Roles.ReviewLeader);
    private static readonly Permit Leader = new(Relations.ReviewBody, Roles.ReviewLeader);
    private static readonly Permit Filing = new(Relations.FilingBody, Roles.Reviewer, Roles.ReviewLeader);
    private static readonly Permit Agency = new(Relations.LosingAgency, Roles.AgencyOfficer, Roles.AgencyHead);
    private static readonly Permit Members = new(
        Relations.JointMember, Roles.CourtLiaison, Roles.OrgLiaison, Roles.DisciplineLiaison, Roles.AgencyOfficer, Roles.AgencyHead);

    private static readonly Permit Voters = new(
        Permit.Anyone, Roles.Reviewer, Roles.ReviewLeader, Roles.AgencyOfficer, Roles.AgencyHead, Roles.CourtLiaison, Roles.OrgLiaison,
        Roles.DisciplineLiaison, Roles.Secretariat, Roles.SuperiorHandler);

    private static readonly Permit[] Readers = [Reviewers, Filing, Agency, Members, new Permit(Permit.Anyone, Roles.Secretariat)];

    internal static void AddReview(this WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService<AbsentSweep>();
        builder.AddPlatform<ReviewDbContext>(
            new PlatformOptions
            {
                Owner = Owners.Review,
                Documents = new() { Keep = Readers },
                Steps =
                {
                    new StepOwned("Review", [Reviewers], ClockKind.Review),
                    new StepOwned("JointReview", [Reviewers]),
                    new StepOwned("SendFeedback", [Reviewers], ClockKind.Feedback),
                    new StepOwned("FileWithCity", [Reviewers], ClockKind.Filing),
                    new StepOwned("Approval", [Leader]),
                },
            },
            typeof(ReportSubmittedConsumer),
            typeof(ReportResubmittedConsumer),
            typeof(OrganisationConsumer));
    }

    internal static void MapReview(this WebApplication app)
    {
        var cases = app.MapGroup("/api/review/cases");
        cases.MapAct("accept-report", AcceptReport.HandleAsync, new ActMoment(Transition.AcceptReport, "Review"), Reviewers);
        cases.MapAct("return-for-supplement", ReturnForSupplement.HandleAsync, new ActMoment(Transition.ReturnForSupplement, "Review"), Reviewers);
        cases.MapAct("start-joint-review", StartJointReview.HandleAsync, new ActMoment(Transition.StartJointReview, "Review"), Leader);
        cases.MapAct("give-joint-opinion", GiveJointOpinion.HandleAsync, new ActMoment(Transition.ConcludeJointReview), Members);
        cases.MapAct("conclude-joint-review", ConcludeJointReview.HandleAsync, new ActMoment(Transition.ConcludeJointReview, "JointReview"), Reviewers);
        cases.MapAct("complete-review", CompleteReview.HandleAsync, new ActMoment(Transition.CompleteReview, "Review"), Leader);
        cases.MapAct("send-feedback", SendFeedback.HandleAsync, new ActMoment(Transition.SendFeedback, "SendFeedback"), Reviewers);
        cases.MapAct("file-with-city", FileWithCity.HandleAsync, new ActMoment(Step: "FileWithCity"), Reviewers);
        cases.MapAct("vote", CastVoteAct.HandleAsync, new ActMoment(Step: CastVoteAct.Step), Voters);
        cases.MapPossibleActs();
        cases.MapGet("/{caseId:guid}", ReviewCaseView.GetAsync).Produces<ReviewCaseView>().OfCase("review-case", Readers).NotesReading("ReviewRead");
        cases.MapDocuments();
    }
}
