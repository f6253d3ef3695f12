using LostCases.Contracts;
using LostCases.Rules;

namespace LostCases.Check;

/// <summary>The events a case's chains are replayed from, and the transitions they record.</summary>
internal static class CaseEvents
{
    /// <summary>Names of all case events; an audit entry's action is one of them.</summary>
    internal static IReadOnlySet<string> Names { get; } = typeof(ICaseEvent).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ICaseEvent)))
        .Select(t => t.Name)
        .ToHashSet();

    /// <summary>The transitions the event may record; none for events that leave the main line alone.</summary>
    internal static IReadOnlyList<Transition> Transitions(string name) => Known.GetValueOrDefault(name, []);

    private static readonly Dictionary<string, Transition[]> Known = new()
    {
        [nameof(CaseRegistered)] = [Transition.RegisterJudgment],
        [nameof(PastCaseImported)] = [Transition.RegisterJudgment],
        [nameof(CaseConfirmedInScope)] = [Transition.ConfirmInScope],
        [nameof(CaseDecidedOutOfScope)] = [Transition.ConfirmOutOfScope],
        [nameof(CaseScopeReopened)] = [Transition.ReopenScope],
        [nameof(InvestigationCompleted)] = [Transition.CompleteInvestigation],
        [nameof(ReportSubmitted)] = [Transition.SubmitReport],
        [nameof(ReportAccepted)] = [Transition.AcceptReport],
        [nameof(ReportReturned)] = [Transition.ReturnForSupplement],
        [nameof(ReportResubmitted)] = [Transition.ResubmitReport],
        [nameof(JointReviewStarted)] = [Transition.StartJointReview],
        [nameof(JointReviewConcluded)] = [Transition.ConcludeJointReview],
        [nameof(ReviewCompleted)] = [Transition.CompleteReview],
        [nameof(FeedbackSent)] = [Transition.SendFeedback],
        [nameof(FeedbackReceived)] = [Transition.ReceiveFeedback],
        [nameof(FeedbackDeemedReceived)] = [Transition.ReceiveFeedback],
        [nameof(FindingTransferred)] = [Transition.TransferFinding],
        [nameof(OwnPartDisposed)] = [Transition.RecordDispositionPendingTransfer, Transition.RecordRedisposition],
        [nameof(TransferResultRecorded)] = [Transition.RecordTransferResult],
        [nameof(Disposed)] = [Transition.RecordDisposition, Transition.AllTransferResultsIn, Transition.RecordRedisposition],
        [nameof(CaseClosed)] = [Transition.CloseCase],
        [nameof(CorrectionOrdered)] = [Transition.ConferenceCorrect],
        [nameof(CaseSuspended)] = [Transition.Suspend],
        [nameof(CaseResumed)] = [Transition.Resume],
        [nameof(CaseTerminated)] = [Transition.Terminate],
    };
}
