namespace LostCases.Rules;

/// <summary>
/// The main state of a case as a pure function of its facts, whatever order they arrived in. What an owner has told implies what
/// others must have done before, so a later fact is believed although an earlier one has not arrived yet.
/// </summary>
public static class MainState
{
    /// <summary>The state.</summary>
    public static CaseState Of(CaseFacts facts) =>
        facts.Is(Fact.Terminated) ? CaseState.Terminated
        : facts.Text(Fact.Scope) == "OUT" ? CaseState.OutOfScope
        : facts.Is(Fact.Suspended) ? CaseState.Suspended
        : WithoutSuspension(facts);

    /// <summary>The state a suspended case returns to (T23).</summary>
    public static CaseState WithoutSuspension(CaseFacts facts)
    {
        var closed = facts.Count(Fact.ClosedVersion);
        var version = Math.Max(facts.Count(Fact.DispositionVersion), closed);
        return facts switch
        {
            _ when facts.Count(Fact.Corrections) > facts.Count(Fact.Redispositions) => CaseState.Correction,
            _ when version > 0 && facts.Count(Fact.TransfersPending) > 0 => CaseState.Transferred,
            _ when version > 0 && closed == version => CaseState.Closed,
            _ when version > 0 => CaseState.Disposed,
            _ when facts.Is(Fact.OwnPartDone) => CaseState.Transferred,
            _ when facts.Is(Fact.FeedbackReceived) => CaseState.Disposing,
            _ when facts.Is(Fact.FeedbackSent) => CaseState.FeedbackSent,
            _ when facts.Is(Fact.Reviewed) => CaseState.Reviewed,
            _ => BeforeReview(facts),
        };
    }

    private static CaseState BeforeReview(CaseFacts facts)
    {
        var submissions = facts.Count(Fact.Submissions);
        var returns = facts.Count(Fact.Returns);
        return facts switch
        {
            _ when facts.Count(Fact.JointStarted) > facts.Count(Fact.JointConcluded) => CaseState.JointReview,
            _ when returns > 0 && returns >= submissions => CaseState.Returned,
            _ when facts.Is(Fact.Accepted) || submissions > 1 => CaseState.UnderReview,
            _ when submissions > 0 => CaseState.Submitted,
            _ when facts.Is(Fact.InvestigationCompleted) => CaseState.ReportReady,
            _ when facts.Text(Fact.Scope) == "IN" => CaseState.Investigating,
            _ => CaseState.Registered,
        };
    }
}
