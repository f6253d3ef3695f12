namespace LostCases.Rules;

/// <summary>How long files are kept (保管期限), GAP-24.</summary>
public static class Retention
{
    /// <summary>The last day a file closed on a day is kept; null where for ever, as decisions against units may be.</summary>
    public static DateOnly? Until(DateOnly closedOn, bool unitDecided, Policy policy) =>
        unitDecided && policy.UnitDecisionsPermanent ? null : closedOn.AddYears(policy.RetentionYears);
}
