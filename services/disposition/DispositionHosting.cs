using LostCases.Contracts;
using LostCases.Disposition.Cases;
using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Disposition;

/// <summary>Steps, consumers and acts of the disposition (处理), and who may do what.</summary>
internal static class DispositionHosting
{
    private static readonly Permit Officer = new(Relations.LosingAgency, Roles.AgencyOfficer);
    private static readonly Permit Agency = new(Relations.LosingAgency, Roles.AgencyOfficer, Roles.AgencyHead);
    private static readonly Permit Implementing = new(Relations.ImplementingBody, Roles.AgencyOfficer, Roles.AgencyHead);
    private static readonly Permit Reviewers = new(Relations.ReviewBody, Roles.Reviewer, Roles.ReviewLeader);
    private static readonly Permit Filing = new(Relations.FilingBody, Roles.Reviewer, Roles.ReviewLeader);
    private static readonly Permit Receiving = new(Relations.TransferOrgan, Roles.OrgLiaison, Roles.DisciplineLiaison, Roles.SuperiorHandler);
    private static readonly Permit Secretariat = new(Permit.Anyone, Roles.Secretariat);
    private static readonly Permit[] Concerned = [Agency, Reviewers, Filing, Secretariat];

    internal static void AddDisposition(this WebApplicationBuilder builder)
    {
        builder.AddPlatform<DispositionDbContext>(
            new PlatformOptions
            {
                Owner = Owners.Disposition,
                Documents = new() { Keep = Concerned, Share = [new DocumentShare(Receiving, "EVIDENCE")] },
                Steps =
                {
                    new StepOwned("ReceiveFeedback", [Officer]),
                    new StepOwned("Dispose", [Officer], ClockKind.Disposition),
                    new StepOwned("AwaitTransferResults", [Officer]),
                    new StepOwned("Redispose", [Officer], ClockKind.Redisposition),
                },
            },
            typeof(OrganisationConsumer));
        builder.Services.AddHostedService<DeemedReceiptSweep>();
        builder.Services.AddScoped<IStartSource, CorrectionStarts>();
        builder.Services.AddSingleton(new CaseReaders(Concerned));
    }

    internal static void MapDisposition(this WebApplication app)
    {
        var cases = app.MapGroup("/api/disposition/cases");
        cases.MapAct("receive-feedback", ReceiveFeedback.HandleAsync, new ActMoment(Transition.ReceiveFeedback, "ReceiveFeedback"), Agency);
        cases.MapAct("transfer-finding", TransferFinding.HandleAsync, new ActMoment(Transition.TransferFinding), Agency);
        cases.MapAct("record-disposition", RecordDisposition.HandleAsync, new ActMoment(Transition.RecordDisposition, "Dispose"), Agency);
        cases.MapAct("record-disposition-pending-transfer", RecordDisposition.HandleOwnPartAsync, new ActMoment(Transition.RecordDispositionPendingTransfer, "Dispose"), Agency);
        cases.MapAct("record-transfer-result", RecordTransferResult.HandleAsync, new ActMoment(Transition.RecordTransferResult), Agency, Receiving);
        cases.MapAct("acknowledge-transfer", AcknowledgeTransfer.HandleAsync, new ActMoment(Transition.RecordTransferResult) { Waits = HasTransfer }, Agency, Receiving);
        cases.MapAct("return-transfer", ReturnTransfer.HandleAsync, new ActMoment(Transition.RecordTransferResult) { Waits = HasTransfer }, Agency, Receiving);
        cases.MapAct("redirect-transfer", RedirectTransfer.HandleAsync, new ActMoment(Transition.RecordTransferResult) { Waits = c => c.Facts().Count(Fact.TransfersReturned) > 0 }, Agency);
        cases.MapAct("all-transfer-results-in", AllTransferResultsIn.HandleAsync, new ActMoment(Transition.AllTransferResultsIn), Agency, Receiving);
        cases.MapAct("order-correction", OrderCorrection.HandleAsync, new ActMoment(Transition.ConferenceCorrect), Secretariat);
        cases.MapAct("receive-correction", ReceiveCorrection.HandleAsync, new ActMoment(Transition.RecordRedisposition), Agency, Implementing);
        cases.MapAct("record-redisposition", RecordRedisposition.HandleAsync, new ActMoment(Transition.RecordRedisposition, "Redispose"), Agency);
        cases.MapAct("revoke-sanctions", RevokeSanctions.HandleAsync, new ActMoment { Waits = c => c.Decisions.Any() }, Agency);
        cases.MapAct("recognise-exemption", RecogniseExemption.HandleAsync, new ActMoment { Waits = c => IsOpen(c, Fact.ExemptionsToRecognise) }, Agency, Receiving, Reviewers);
        cases.MapAct("cancel-exemption", CancelExemption.HandleAsync, new ActMoment { Waits = c => IsOpen(c, Fact.ExemptionsRecognised) }, Agency, Receiving, Reviewers);
        cases.MapAct("record-deduction", RecordDeduction.HandleAsync, new ActMoment { Waits = c => IsOpen(c, Fact.ExemptionsRecognised) }, Agency, Receiving);
        cases.MapPossibleActs();
        cases.MapGet("/{caseId:guid}", DispositionCaseView.GetAsync).Produces<DispositionCaseView>().OfCase("disposition-case", [.. Concerned, Receiving]).NotesReading("DispositionRead");
        cases.MapDocuments();
    }

    /// <summary>Whether a transfer waits for its organ.</summary>
    private static bool HasTransfer(CaseCard card) => card.Facts().Count(Fact.TransfersPending) > card.Facts().Count(Fact.TransfersReturned);

    /// <summary>Whether there is an exemption of the kind to be spoken on.</summary>
    private static bool IsOpen(CaseCard card, string fact) =>
        card.Facts().Count(fact) > 0 && ExemptionRules.Allow(card.State()) is Accepted;
}
