namespace LostCases.Rules;

/// <summary>An interview with the head of an agency (约谈), N5.2-g: may be held, never must.</summary>
public static class InterviewRules
{
    /// <summary>
    /// Who was spoken with and what was said is recorded. A reason by number or rate is one the agency's figures show; any other is given
    /// in words. What was promised is looked at again on a later day, or no day is set.
    /// </summary>
    public static Decision Record(
        InterviewReason reason, IReadOnlyList<InterviewReason> reached, string? reasonText, string? person, string? record, DateOnly on, DateOnly? followUpOn) =>
        string.IsNullOrWhiteSpace(person) ? new Refused("INTERVIEW_PERSON_MISSING", "N5.2-g")
        : string.IsNullOrWhiteSpace(record) ? new Refused("INTERVIEW_RECORD_MISSING", "N5.2-g")
        : reason == InterviewReason.Other && string.IsNullOrWhiteSpace(reasonText) ? new Refused("REASON_REQUIRED", "N5.2-g")
        : reason != InterviewReason.Other && !reached.Contains(reason) ? new Refused("INTERVIEW_REASON_NOT_SHOWN", "GAP-15", Code.Of(reason))
        : followUpOn <= on ? new Refused("DATE_IMPOSSIBLE", "N5.2-g", "followUpOn")
        : new Accepted("N5.2-g");

    /// <summary>What came of it is recorded once, in words.</summary>
    public static Decision FollowUp(bool isFollowedUp, string? result) =>
        isFollowedUp ? new Refused("INTERVIEW_FOLLOWED_UP", "N5.2-g")
        : string.IsNullOrWhiteSpace(result) ? new Refused("REASON_REQUIRED", "N5.2-g")
        : new Accepted("N5.2-g");
}
