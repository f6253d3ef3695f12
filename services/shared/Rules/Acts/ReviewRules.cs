namespace LostCases.Rules;

/// <summary>Review, feedback and filing, N2.5.2.</summary>
public static class ReviewRules
{
    private static readonly string[] Statutory = ["COURT", "ORG_DEPT"];

    /// <summary>T07: nobody reviews who wrote the report, handled the lawsuit or belongs to the losing agency (7.1).</summary>
    public static Decision Accept(bool isRestricted, bool belongsToLosingAgency) => isRestricted || belongsToLosingAgency
        ? new Refused("REVIEWER_CONFLICTED", "7.1")
        : new Accepted("N2.5.2-e");

    /// <summary>T08: a list of defects, none of them empty, and not more returns than allowed (GAP-07).</summary>
    public static Decision Return(IReadOnlyList<string> defects, int returns, Policy policy) => defects switch
    {
        _ when defects.Count == 0 || defects.Any(string.IsNullOrWhiteSpace) => new Refused("DEFECTS_MISSING", "GAP-07"),
        _ when returns >= policy.MaxReturns => new Refused("RETURN_LIMIT_REACHED", "GAP-07"),
        _ => new Accepted("GAP-07"),
    };

    /// <summary>The day the time for reviewing runs from: receipt, or acceptance; null where that has not come yet (GAP-08).</summary>
    public static DateOnly? From(DateOnly receivedOn, DateOnly? acceptedOn, Policy policy) =>
        policy.ReviewStart == ReviewStart.Receipt ? receivedOn : acceptedOn;

    /// <summary>The day from which a return pauses the time for reviewing: that of the return, or all of it so far (GAP-07).</summary>
    public static DateOnly PausedFrom(DateOnly startedOn, DateOnly returnedOn, Policy policy) =>
        policy.ReturnEffect == ReturnEffect.Pause ? returnedOn : startedOn;

    /// <summary>Length and force of the time for reviewing, by whether it is reviewed jointly (N2.5.2-e, GAP-16).</summary>
    public static ClockTerms Limit(bool jointly, Policy policy)
    {
        var terms = policy.Clock(ClockKind.Review);
        return terms with { Length = terms.Length + (jointly ? policy.JointExtensionWorkingDays : 0) };
    }

    /// <summary>
    /// The legal body marks the case or says it needs no mark (N2.5.2-f). A mark needs its reason; so does none where one was
    /// suggested (GAP-16, <see cref="JointSuggestions"/>).
    /// </summary>
    public static Decision Mark(IReadOnlyCollection<JointMark> marks, bool suggested, string? reason) =>
        (marks.Count > 0 || suggested) && string.IsNullOrWhiteSpace(reason)
            ? new Refused("REASON_REQUIRED", marks.Count > 0 ? "N2.5.2-f" : "GAP-16")
            : new Accepted("N2.5.2-f");

    /// <summary>
    /// T10: court and organisation department take part (N2.5.2-g), for a stated reason and a mark (N2.5.2-f); whose act was judged does
    /// not review it (7.1).
    /// </summary>
    public static Decision StartJoint(IReadOnlyList<string> participants, string? reason, bool partyTakesPart = false, bool isMarked = true) => participants switch
    {
        _ when partyTakesPart => new Refused("REVIEWER_CONFLICTED", "7.1"),
        _ when Statutory.Except(participants).FirstOrDefault() is { } missing => new Refused("JOINT_PARTICIPANT_MISSING", "N2.5.2-g", missing),
        _ when string.IsNullOrWhiteSpace(reason) || !isMarked => new Refused("REASON_REQUIRED", "N2.5.2-f"),
        _ => new Accepted("N2.5.2-f", "N2.5.2-g"),
    };

    /// <summary>T11: every participant, in any case court and organisation department, has given an opinion; abstaining is one.</summary>
    public static Decision ConcludeJoint(IReadOnlyList<string> participants, IReadOnlyList<string> withOpinion) =>
        participants.Union(Statutory).Except(withOpinion).FirstOrDefault() is { } missing
            ? new Refused("JOINT_OPINION_MISSING", "N2.5.2-g", missing)
            : new Accepted("N2.5.2-g");

    /// <summary>T12: a compulsory joint review is concluded (N2.5.2-f); the opinion on the form has its reasons (NA-f4).</summary>
    public static Decision Complete(CaseFacts facts, string? reasons) => facts switch
    {
        _ when (facts.Is(Fact.JointRequired) || facts.Is(Fact.JointFlagged)) && facts.Count(Fact.JointConcluded) == 0 =>
            new Refused("JOINT_REVIEW_REQUIRED", facts.Is(Fact.JointFlagged) ? "N2.5.2-f" : "GAP-01"),
        _ when string.IsNullOrWhiteSpace(reasons) => new Refused("REASON_REQUIRED", "NA-f4"),
        _ => new Accepted("N2.5.2-e", "NA-f4"),
    };

    /// <summary>T13: the opinion document is attached.</summary>
    public static Decision SendFeedback(bool opinionAttached) => opinionAttached
        ? new Accepted("N2.5.2-h")
        : new Refused("ATTACHMENT_MISSING", "N2.5.2-h", "OPINION");

    /// <summary>The day feedback that nobody signs for counts as received (GAP-09).</summary>
    public static DateOnly DeemedReceivedOn(DateOnly sentOn, WorkingCalendar calendar, Policy policy) =>
        calendar.AddWorkingDays(sentOn, policy.DeemedReceiptWorkingDays);

    /// <summary>The day feedback counts as arrived: it was sent, the agency has it before it, and the case does not rest (GAP-09).</summary>
    public static DateOnly ArrivedOn(DateOnly sentOn, DateOnly before, DateOnly? resumedOn) =>
        new[] { sentOn, before, resumedOn ?? sentOn }.Max();

    /// <summary>The day feedback is received: that of the signature, but none later than the day it counts as received without one (N2.5.3-a, GAP-09).</summary>
    public static DateOnly ReceivedOn(DateOnly signedOn, DateOnly deemedOn) => signedOn < deemedOn ? signedOn : deemedOn;

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
