namespace LostCases.Rules;

/// <summary>Which transitions each state allows (domain 2.2).</summary>
public static class StateMachine
{
    private static readonly CaseState[] Active =
    [
        CaseState.Investigating, CaseState.ReportReady, CaseState.Submitted, CaseState.Returned, CaseState.UnderReview, CaseState.JointReview,
        CaseState.Reviewed, CaseState.FeedbackSent, CaseState.Disposing, CaseState.Transferred, CaseState.Correction,
    ];

    /// <summary>Whether the state allows the transition; ILLEGAL_TRANSITION otherwise.</summary>
    public static Decision Check(Transition transition, CaseState state) => From(transition).Contains(state)
        ? new Accepted()
        : new Refused("ILLEGAL_TRANSITION", "2.2", Code.Of(state));

    /// <summary>States the transition starts from; none for <see cref="Transition.RegisterJudgment"/>, which begins a case.</summary>
    public static IReadOnlyList<CaseState> From(Transition transition) => transition switch
    {
        Transition.RegisterJudgment => [],
        Transition.ConfirmInScope or Transition.ConfirmOutOfScope => [CaseState.Registered],
        Transition.ReopenScope => [CaseState.OutOfScope],
        Transition.CompleteInvestigation => [CaseState.Investigating],
        Transition.SubmitReport => [CaseState.ReportReady],
        Transition.AcceptReport => [CaseState.Submitted],
        Transition.ReturnForSupplement => [CaseState.Submitted, CaseState.UnderReview],
        Transition.ResubmitReport => [CaseState.Returned],
        Transition.StartJointReview => [CaseState.UnderReview],
        Transition.ConcludeJointReview => [CaseState.JointReview],
        Transition.CompleteReview => [CaseState.UnderReview],
        Transition.SendFeedback => [CaseState.Reviewed],
        Transition.ReceiveFeedback => [CaseState.FeedbackSent],
        Transition.TransferFinding or Transition.RecordDispositionPendingTransfer or Transition.RecordDisposition => [CaseState.Disposing],
        Transition.RecordTransferResult => [CaseState.Transferred, CaseState.Disposing],
        Transition.AllTransferResultsIn => [CaseState.Transferred],
        Transition.CloseCase => [CaseState.Disposed],
        Transition.ConferenceCorrect => [CaseState.Disposing, CaseState.Transferred, CaseState.Disposed, CaseState.Closed],
        Transition.RecordRedisposition => [CaseState.Correction],
        Transition.Suspend => Active,
        Transition.Resume => [CaseState.Suspended],
        Transition.Terminate => [CaseState.Registered, .. Active, CaseState.Suspended, CaseState.Disposed, CaseState.Closed],
    };
}
