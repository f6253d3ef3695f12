namespace LostCases.Rules;

/// <summary>Not acting by the notice (不按通知执行), N5.3-b; suggested by late clocks, never concluded by them.</summary>
public static class NonComplianceRules
{
    /// <summary>Both consequences follow, circular criticism and written self-criticism, and the range of publication is recorded (GAP-22).</summary>
    public static Decision Record(string? facts, IReadOnlyList<SanctionType> consequences, string? range, Policy? policy = null) =>
        string.IsNullOrWhiteSpace(facts) ? new Refused("REASON_REQUIRED", "N5.3-b")
        : !UnitRules.Lawful(serious: true).ToHashSet().SetEquals(consequences) ? new Refused("NON_COMPLIANCE_MISMATCH", "N5.3-b")
        : string.IsNullOrWhiteSpace(range) ? new Refused("RANGE_MISSING", "GAP-22")
        : policy is { CriticismRanges.Count: > 0 } && !policy.CriticismRanges.Contains(range.Trim()) ? new Refused("RANGE_NOT_ALLOWED", "GAP-22", string.Join('、', policy.CriticismRanges))
        : new Accepted("N5.3-b");
}
