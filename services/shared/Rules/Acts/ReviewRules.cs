namespace LostCases.Rules;

/// <summary>Review, feedback and filing, N2.5.2.</summary>
public static class ReviewRules
{
    private static readonly string[] Statutory = ["COURT", "ORG_DEPT"];

    /// <summary>T07: nobody reviews who wrote the report, handled the lawsuit or belongs to the losing agency (7.1).</summary>
    public static Decision Accept(bool isRestricted, bool belongsToLosingAgency) => isRestricted || belongsToLosingAgency
        ? new Refused("REVIEWER_CONFLICTED", "7.1")
        : new Accepted("N2.5.2-d");

    /// <summary>T08: a list of defects, and not more returns than allowed (GAP-07).</summary>
    public static Decision Return(IReadOnlyList<string> defects, int returns, Policy policy) => defects switch
    {
        _ when !defects.Any(d => !string.IsNullOrWhiteSpace(d)) => new Refused("DEFECTS_MISSING", "GAP-07"),
        _ when returns >= policy.MaxReturns => new Refused("RETURN_LIMIT_REACHED", "GAP-07"),
        _ => new Accepted("GAP-07"),
    };

    /// <summary>T10: court and organisation department take part (N2.5.2-f).</summary>
    public static Decision StartJoint(IReadOnlyList<string> participants, string? reason) => participants switch
    {
        _ when Statutory.Except(participants).Any() => new Refused("JOINT_PARTICIPANT_MISSING", "N2.5.2-f", Statutory.Except(participants).First()),
        _ when string.IsNullOrWhiteSpace(reason) => new Refused("REASON_REQUIRED", "N2.5.2-f"),
        _ => new Accepted("N2.5.2-f"),
    };

    /// <summary>T11: every participant has given an opinion.</summary>
    public static Decision ConcludeJoint(IReadOnlyList<string> participants, IReadOnlyList<string> withOpinion) =>
        participants.Except(withOpinion).FirstOrDefault() is { } missing
            ? new Refused("JOINT_OPINION_MISSING", "N2.5.2-f", missing)
            : new Accepted("N2.5.2-f");

    /// <summary>T12: a compulsory joint review is concluded; the opinion has its reasons.</summary>
    public static Decision Complete(CaseFacts facts, string? reasons) => facts switch
    {
        _ when (facts.Is(Fact.JointRequired) || facts.Is(Fact.JointFlagged)) && facts.Count(Fact.JointConcluded) == 0 =>
            new Refused("JOINT_REVIEW_REQUIRED", "N2.5.2-f"),
        _ when string.IsNullOrWhiteSpace(reasons) => new Refused("REASON_REQUIRED", "N2.5.2-g"),
        _ => new Accepted("N2.5.2-g"),
    };

    /// <summary>T13: the opinion document is attached.</summary>
    public static Decision SendFeedback(bool opinionAttached) => opinionAttached
        ? new Accepted("N2.5.2-h")
        : new Refused("ATTACHMENT_MISSING", "N2.5.2-h", "OPINION");

    /// <summary>Filing with the city (报备): county reviews only, after the review, once.</summary>
    public static Decision File(CaseFacts facts) => facts switch
    {
        _ when !facts.Is(Fact.County) => new Refused("FILING_NOT_APPLICABLE", "N2.5.2-i"),
        _ when !facts.Is(Fact.Reviewed) || facts.Is(Fact.Terminated) || facts.Is(Fact.Suspended) =>
            new Refused("ILLEGAL_TRANSITION", "N2.5.2-i", Code.Of(MainState.Of(facts))),
        _ when facts.Date(Fact.Filed) is not null => new Refused("ALREADY_FILED", "N2.5.2-i"),
        _ => new Accepted("N2.5.2-i"),
    };
}
