using LostCases.Contracts;
using LostCases.Investigation.Cases;
using LostCases.Investigation.Data;
using LostCases.Investigation.Units;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Investigation;

/// <summary>Steps, consumers and acts of the investigation (调查), and who may do what.</summary>
internal static class InvestigationHosting
{
    private static readonly Permit Officer = new(Relations.LosingAgency, Roles.AgencyOfficer);
    private static readonly Permit Agency = new(Relations.LosingAgency, Roles.AgencyOfficer, Roles.AgencyHead);
    private static readonly Permit Implementing = new(Relations.ImplementingBody, Roles.AgencyOfficer, Roles.AgencyHead);
    private static readonly Permit Reviewers = new(Relations.ReviewBody, Roles.Reviewer, Roles.ReviewLeader);
    private static readonly Permit Filing = new(Relations.FilingBody, Roles.Reviewer, Roles.ReviewLeader);
    private static readonly Permit Superior = new(Relations.Superior, Roles.SuperiorHandler);
    private static readonly Permit Members = new(
        Relations.JointMember, Roles.CourtLiaison, Roles.OrgLiaison, Roles.DisciplineLiaison, Roles.AgencyOfficer, Roles.AgencyHead);

    private static readonly Permit[] Readers = [Agency, Implementing, Reviewers, Filing, Members, new Permit(Permit.Anyone, Roles.Secretariat)];
    private static readonly CaseReaders Concerned = new(Readers, Superior);

    internal static void AddInvestigation(this WebApplicationBuilder builder)
    {
        builder.AddPlatform<InvestigationDbContext>(
            new PlatformOptions
            {
                Owner = Owners.Investigation,
                Documents = new()
                {
                    Keep = Readers[..^1],
                    Read = [Readers[^1]],
                    Share = [new DocumentShare(Superior, "JUDGMENT", "EVIDENCE", "DECISION")],
                },
                Steps =
                {
                    new StepOwned("Investigate", [Officer], ClockKind.Investigation),
                    new StepOwned("SubmitReport", [Officer], ClockKind.Submit),
                    new StepOwned("Supplement", [Officer], ClockKind.Resubmit),
                    new StepOwned("DecideUnit", [Superior, Reviewers], ClockKind.UnitDecision),
                },
            },
            typeof(CaseConfirmedInScopeConsumer),
            typeof(ReportReturnedConsumer),
            typeof(OrganisationConsumer));
        builder.Services.AddScoped<IStartSource, UnitStarts>();
        builder.Services.AddSingleton(Concerned);
    }

    internal static void MapInvestigation(this WebApplication app)
    {
        var cases = app.MapGroup("/api/investigation/cases");
        cases.MapAct("complete-investigation", CompleteInvestigation.HandleAsync, new ActMoment(Transition.CompleteInvestigation, "Investigate"), Agency);
        cases.MapAct("submit-report", SubmitReport.HandleAsync, new ActMoment(Transition.SubmitReport, "SubmitReport"), Officer);
        cases.MapAct("resubmit-report", ResubmitReport.HandleAsync, new ActMoment(Transition.ResubmitReport, "Supplement"), Officer);
        cases.MapAct("refer-unit-inquiry", ReferUnitInquiry.HandleAsync, new ActMoment { Waits = c => UnitRules.Refer(c.State(), true, false) is Accepted }, Officer, Reviewers);
        // The losing agency is let in so that the law, not the door, tells it who decides (N2.5.1-h).
        cases.MapAct("decide-unit", DecideUnit.HandleAsync, new ActMoment(Step: "DecideUnit"), Superior, Agency, Implementing, Reviewers);
        cases.MapPossibleActs();
        cases.MapGet("/{caseId:guid}", InvestigationCaseView.GetAsync).Produces<InvestigationCaseView>().OfCase("investigation-case", Concerned.All).NotesReading("FindingsRead");
        cases.MapDocuments();
    }
}
