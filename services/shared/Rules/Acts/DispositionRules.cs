namespace LostCases.Rules;

/// <summary>A finding that has to be decided.</summary>
/// <param name="Id">The finding.</param>
/// <param name="Proposed">Conclusion of the investigation, which the review opinion judged.</param>
/// <param name="Authority">Who has personnel authority.</param>
/// <param name="ResultIn">Whether the organ it was transferred to has decided.</param>
/// <param name="Transferred">Whether it was transferred to that organ (T15).</param>
/// <param name="OpinionDisagrees">Whether the review opinion disagrees with the proposed conclusion.</param>
/// <param name="Returned">Whether that organ sent it back for want of authority, and it has not gone to another.</param>
public sealed record FindingToDecide(
    Guid Id, Conclusion Proposed, PersonnelAuthority Authority, bool ResultIn = false, bool Transferred = false, bool OpinionDisagrees = false,
    bool Returned = false)
{
    /// <summary>Whether the losing agency decides itself (N2.5.1-i).</summary>
    internal bool IsOwn => Authority == PersonnelAuthority.Agency;

    /// <summary>Whether another organ still has to decide.</summary>
    internal bool IsPending => !IsOwn && !ResultIn;
}

/// <summary>What the agency decides on one finding (处理决定).</summary>
public sealed record FindingDecision
{
    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>Result.</summary>
    public required Conclusion Result { get; init; }

    /// <summary>Forms of responsibility.</summary>
    public IReadOnlyList<SanctionType> Sanctions { get; init; } = [];

    /// <summary>The form in words where it is <see cref="SanctionType.Other"/> (N2.4-b).</summary>
    public string? OtherSanction { get; init; }

    /// <summary>Reason where the result departs from what was reviewed (GAP-17), or from what the conference asked (GAP-12).</summary>
    public string? DeviationReason { get; init; }
}

/// <summary>Disposition, N2.4, N2.5.1-i, N2.5.3.</summary>
public static class DispositionRules
{
    /// <summary>T18: every finding is decided by the organ that holds the authority and no transfer is pending.</summary>
    public static Decision Record(IReadOnlyList<FindingToDecide> findings, IReadOnlyList<FindingDecision> decisions, Policy? policy = null) =>
        Undecided(findings, decisions, policy)
            ?? Deviating(findings, decisions, policy ?? Policy.Default)
            ?? (findings.Any(f => f.IsPending) ? new Refused("TRANSFER_RESULT_PENDING", "N2.5.3-b") : (Decision)new Accepted("N2.5.3-a"));

    /// <summary>T16: the agency's own part is decided, the rest is transferred, and at least one transfer has no result yet.</summary>
    public static Decision RecordOwnPart(IReadOnlyList<FindingToDecide> findings, IReadOnlyList<FindingDecision> decisions, Policy? policy = null) =>
        Undecided(findings, decisions, policy)
            ?? Deviating(findings, decisions, policy ?? Policy.Default)
            ?? (findings.FirstOrDefault(f => f is { IsPending: true, Transferred: false } or { IsPending: true, Returned: true }) is { } kept
                ? new Refused("TRANSFER_MISSING", "N2.5.3-b", kept.Id.ToString())
                : findings.Any(f => f.IsPending) ? new Accepted("N2.5.3-b") : (Decision)new Refused("NO_TRANSFER_PENDING", "N2.5.3-b"));

    /// <summary>Whether the time for disposing ends when the own part is decided and the rest transferred, or only with the last result (GAP-10).</summary>
    public static bool EndsWithOwnPart(Policy policy) => policy.DispositionEndsWithOwnPart;

    /// <summary>T18b: no transferred finding is without a result.</summary>
    public static Decision AllResultsIn(IReadOnlyList<FindingToDecide> findings) =>
        findings.Any(f => f.IsPending) ? new Refused("TRANSFER_RESULT_PENDING", "N2.5.3-b") : new Accepted("N2.5.3-b");

    /// <summary>Unknown finding, decided twice, outside the authority, a decision that cannot be, or an own finding left out.</summary>
    internal static Refused? Undecided(IReadOnlyList<FindingToDecide> findings, IReadOnlyList<FindingDecision> decisions, Policy? policy) =>
        decisions.Select(d => Unlawful(findings.FirstOrDefault(f => f.Id == d.FindingId), d, policy ?? Policy.Default)).FirstOrDefault(r => r is not null)
            ?? (decisions.GroupBy(d => d.FindingId).FirstOrDefault(g => g.Count() > 1) is { } twice
                ? new Refused("DECISION_DUPLICATED", "N2.5.3-a", twice.Key.ToString())
                : findings.FirstOrDefault(f => f.IsOwn && decisions.All(d => d.FindingId != f.Id)) is { } missing
                    ? new Refused("DECISION_MISSING", "N2.5.3-a", missing.Id.ToString())
                    : null);

    /// <summary>Who is pursued is ordered something, and nobody else is (N2.4-b).</summary>
    internal static Refused? Unfit(Conclusion result, IReadOnlyList<SanctionType> sanctions) => (result, sanctions.Count) switch
    {
        (Conclusion.Pursue, 0) => new Refused("SANCTION_MISSING", "N2.4-b"),
        (not Conclusion.Pursue, > 0) => new Refused("SANCTION_NOT_ALLOWED", "N2.4-b"),
        _ => null,
    };

    private static Refused? Unlawful(FindingToDecide? finding, FindingDecision decision, Policy policy) => decision switch
    {
        _ when finding is null => new Refused("FINDING_UNKNOWN", "N2.5.3-a", decision.FindingId.ToString()),
        _ when !finding.IsOwn => new Refused("PERSON_OUTSIDE_AUTHORITY", "N2.5.1-i"),
        { Result: Conclusion.Transferred } => new Refused("PERSON_OUTSIDE_AUTHORITY", "N2.5.3-b"),
        _ when Unfit(decision.Result, decision.Sanctions) is { } unfit => unfit,
        _ when decision.Sanctions.Contains(SanctionType.Other) && string.IsNullOrWhiteSpace(decision.OtherSanction) =>
            new Refused("SANCTION_TEXT_MISSING", "N2.4-b"),
        _ when !policy.CumulationAllowed && decision.Sanctions.Count > 1 => new Refused("SANCTIONS_CUMULATED", "GAP-11"),
        _ => null,
    };

    /// <summary>Keeping what the opinion disagreed with, or changing what it agreed with, needs a reason, or is not allowed (GAP-17).</summary>
    private static Refused? Deviating(IReadOnlyList<FindingToDecide> findings, IReadOnlyList<FindingDecision> decisions, Policy policy)
    {
        var deviating = decisions.Where(d => Deviates(findings.First(f => f.Id == d.FindingId), d)).ToList();
        return policy.Deviation switch
        {
            DeviationRule.Free => null,
            DeviationRule.Forbidden when deviating.Count > 0 => new Refused("DEVIATION_FORBIDDEN", "GAP-17"),
            DeviationRule.Forbidden or DeviationRule.Reasoned => deviating.Exists(d => string.IsNullOrWhiteSpace(d.DeviationReason))
                ? new Refused("DEVIATION_REASON_REQUIRED", "GAP-17")
                : null,
        };
    }

    /// <summary>Whether a result follows the review opinion: what it agreed with was kept, what it disagreed with was changed (GAP-17).</summary>
    public static bool Follows(Conclusion proposed, bool opinionDisagrees, Conclusion result) => result == proposed != opinionDisagrees;

    private static bool Deviates(FindingToDecide finding, FindingDecision decision) => !Follows(finding.Proposed, finding.OpinionDisagrees, decision.Result);
}
