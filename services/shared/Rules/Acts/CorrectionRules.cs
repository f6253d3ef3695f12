namespace LostCases.Rules;

/// <summary>Correction by the joint conference and the new disposition (纠正、重新处理), N5.2-d, N5.2-e.</summary>
public static class CorrectionRules
{
    /// <summary>T20: the opinion gives its reasons and is addressed to a responsible unit.</summary>
    public static Decision Order(string? reasons, bool addresseeIsResponsibleUnit) =>
        string.IsNullOrWhiteSpace(reasons) ? new Refused("REASON_REQUIRED", "N5.2-d")
        : !addresseeIsResponsibleUnit ? new Refused("CORRECTION_ADDRESSEE_WRONG", "N5.2-e")
        : new Accepted("N5.2-d", "N5.2-e");

    /// <summary>Limit of the new disposition, from receipt: as the opinion sets it, in working days, else the policy's (GAP-12).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The opinion sets less than one day.</exception>
    public static ClockTerms Limit(int? workingDays, Policy policy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays ?? 1, 1, nameof(workingDays));
        var terms = policy.Clock(ClockKind.Redisposition);
        return terms with { Length = workingDays ?? terms.Length };
    }

    /// <summary>T21: the opinion is answered, every own finding is decided anew, and what stays as it was is justified point by point.</summary>
    public static Decision Redispose(
        IReadOnlyList<FindingToDecide> findings, IReadOnlyList<FindingDecision> before, IReadOnlyList<FindingDecision> now, string? answer, Policy? policy = null) =>
        string.IsNullOrWhiteSpace(answer)
            ? new Refused("CORRECTION_UNANSWERED", "N5.2-e")
            : DispositionRules.Undecided(findings, now, policy)
                ?? (now.FirstOrDefault(d => string.IsNullOrWhiteSpace(d.DeviationReason) && before.Any(b => IsSame(b, d))) is { } kept
                    ? new Refused("REDISPOSITION_UNJUSTIFIED", "N5.2-e", kept.FindingId.ToString())
                    : (Decision)new Accepted("N5.2-e"));

    private static bool IsSame(FindingDecision before, FindingDecision now) =>
        before.FindingId == now.FindingId && before.Result == now.Result && before.Sanctions.ToHashSet().SetEquals(now.Sanctions)
        && before.OtherSanction == now.OtherSanction;
}
