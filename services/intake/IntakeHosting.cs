using LostCases.Contracts;
using LostCases.Intake.Agencies;
using LostCases.Intake.Cases;
using LostCases.Intake.Courts;
using LostCases.Intake.Data;
using LostCases.Intake.Judgments;
using LostCases.Intake.PastCases;
using LostCases.Intake.RuleSets;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Intake;

/// <summary>Steps and acts of intake (立案), and who may do what.</summary>
internal static class IntakeHosting
{
    private static readonly Permit Reviewers = new(Relations.ReviewBody, Roles.Reviewer, Roles.ReviewLeader);
    private static readonly Permit Agency = new(Relations.LosingAgency, Roles.AgencyOfficer);
    private static readonly Permit Court = new(Relations.Court, Roles.CourtLiaison);
    private static readonly Permit Secretariat = new(Permit.Anyone, Roles.Secretariat);
    private static readonly Permit Administrators = new(Permit.Anyone, Roles.SysAdmin);
    private static readonly Permit Registrars = new(Permit.Anyone, Roles.AgencyOfficer, Roles.CourtLiaison, Roles.Reviewer, Roles.ReviewLeader);

    // A court reads no personal findings outside a joint review (7.1): of what is kept here, judgments and its own uploads.
    private static readonly DocumentRights Documents = new()
    {
        Keep = [Agency, Reviewers],
        Read =
        [
            new(Relations.LosingAgency, Roles.AgencyHead),
            new(Relations.ImplementingBody, Roles.AgencyOfficer, Roles.AgencyHead),
            new(Relations.FilingBody, Roles.Reviewer, Roles.ReviewLeader),
            Secretariat,
        ],
        Share = [new DocumentShare(Court, "JUDGMENT")],
    };

    internal static void AddIntake(this WebApplicationBuilder builder)
    {
        builder.AddPlatform<IntakeDbContext>(new PlatformOptions
        {
            Owner = Owners.Intake,
            Steps = { new StepOwned(Screening.Step, [Reviewers]), new StepOwned("CloseCase", [Reviewers, Agency]) },
            Documents = Documents,
        });
        builder.Services.AddHostedService<PastImportSweep>().AddScoped<PastCaseTaking>();
        builder.Services.AddScoped<Registration>().AddScoped<IStartSource, ScopeStarts>();
    }

    internal static void MapIntake(this WebApplication app)
    {
        AgencyEndpoints.Map(app);
        app.MapGet("/api/intake/rule-sets", RulesInForce.GetAsync).RequireAuthorization().WithName("rules-in-force").Produces<RulesInForce>();
        app.MapPost("/api/intake/rule-sets", ProposeRuleSet.HandleAsync).AsAct<RuleSetView>("propose-rule-set", Administrators);
        app.MapPost("/api/intake/rule-sets/{id:guid}/confirm", DecideRuleSet.ConfirmAsync).AsAct<RuleSetView>("confirm-rule-set", Administrators);
        app.MapPost("/api/intake/rule-sets/{id:guid}/reject", DecideRuleSet.RejectAsync).AsAct<RuleSetView>("reject-rule-set", Administrators);
        app.MapPost("/api/intake/judgments", Registration.HandleAsync).AsAct("register-judgment", Registrars);
        app.MapPost("/api/intake/judgments/preview", JudgmentPreview.HandleAsync).AsQuestion<JudgmentPreview>("preview-judgment", Registrars);
        app.MapPost("/api/intake/judgments/read", ReadJudgment.HandleAsync).AsQuestion<JudgmentRead>("read-judgment", Registrars)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        app.MapPost("/api/intake/court-copies", SendCourtCopy.HandleAsync).AsAct<CourtCopyView>("send-court-copy", new Permit(Permit.Anyone, Roles.CourtLiaison));
        app.MapGet("/api/intake/court-copies", CourtCopyList.ListAsync).RequireAuthorization().WithName("list-court-copies").Produces<List<CourtCopyView>>();
        MapPastCases(app.MapGroup("/api/intake/past-cases"));
        var cases = app.MapGroup("/api/intake/cases");
        cases.MapAct("confirm-in-scope", ConfirmInScope.HandleAsync, new ActMoment(Transition.ConfirmInScope), Reviewers);
        cases.MapAct("confirm-out-of-scope", ConfirmOutOfScope.HandleAsync, new ActMoment(Transition.ConfirmOutOfScope), Reviewers);
        cases.MapAct("reopen-scope", ReopenScope.HandleAsync, new ActMoment(Transition.ReopenScope), Reviewers, Secretariat);
        cases.MapAct("close-case", CloseCase.HandleAsync, new ActMoment(Transition.CloseCase, "CloseCase"), Reviewers, Agency);
        cases.MapAct("suspend", SuspendCase.HandleAsync, new ActMoment(Transition.Suspend), Reviewers);
        cases.MapAct("resume", ResumeCase.HandleAsync, new ActMoment(Transition.Resume), Reviewers);
        cases.MapAct("record-retrial", RecordRetrial.HandleAsync, Reviewers, Court);
        cases.MapAct("terminate", TerminateCase.HandleAsync, new ActMoment(Transition.Terminate), Reviewers);
        cases.MapAct("confirm-termination", ConfirmTermination.HandleAsync, new ActMoment(Transition.Terminate) { Waits = c => c.Facts().Is(Fact.TerminationProposed) }, Reviewers);
        cases.MapAct("receive-judicial-suggestion", ReceiveJudicialSuggestion.HandleAsync, Reviewers, Court);
        cases.MapAct("reply-judicial-suggestion", ReplyJudicialSuggestion.HandleAsync, new ActMoment { Waits = AwaitsReply }, Agency, Reviewers);
        cases.MapPossibleActs();
        cases.MapGet("/{caseId:guid}", IntakeCaseView.GetAsync).Produces<IntakeCaseView>().OfCase("intake-case");
        cases.MapDocuments();
    }

    private static void MapPastCases(RouteGroupBuilder past)
    {
        past.RequireAuthorization();
        past.MapPost("", ImportPastCases.HandleAsync).WithName("import-past-cases").WithSummary("Takes a sheet with past cases (one file as multipart/form-data, CSV or xlsx).")
            .Produces<PastImportView>().Produces<PastImportView>(StatusCodes.Status202Accepted).TakesFile()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        past.MapGet("", PastImports.ListAsync).WithName("list-past-imports").Produces<List<PastImportView>>().ProducesProblem(403);
        past.MapGet("/template", PastImports.Template).WithName("past-cases-template").Produces(200, contentType: "text/csv").ProducesProblem(403);
        past.MapGet("/{id:guid}", PastImports.GetAsync).WithName("past-import").Produces<PastImportView>().ProducesProblem(403).ProducesProblem(404);
        past.MapGet("/{id:guid}/faults", PastImports.FaultsAsync).WithName("past-import-faults").Produces<List<PastRowFault>>().ProducesProblem(403).ProducesProblem(404);
        past.MapGet("/{id:guid}/report", PastImports.ReportAsync).WithName("past-import-report").Produces(200, contentType: "text/csv").ProducesProblem(403).ProducesProblem(404);
    }

    private static bool AwaitsReply(CaseCard card) => card.Slices.SelectMany(s => s.Slice.Clocks).Any(c => c.StoppedOn is null && c.Kind == Code.Of(ClockKind.SuggestionReply));
}
