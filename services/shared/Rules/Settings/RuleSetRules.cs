namespace LostCases.Rules;

/// <summary>A version of the rules that is in force for new cases from a day on (规则版本); cases already begun keep theirs.</summary>
/// <param name="Version">Its name.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day; null where none is set.</param>
/// <param name="Values">Settings that are not the default.</param>
public sealed record RuleSet(string Version, DateOnly ValidFrom, DateOnly? ValidTo, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The policy it is.</summary>
    public Policy Policy => PolicySettings.Read(Version, Values);
}

/// <summary>Changing the rules: one administrator proposes, another confirms, each with a reason (7.1).</summary>
public static class RuleSetRules
{
    /// <summary>
    /// A change names settings that exist, values they can have and that differ from those in force, a reason, and a first day that has
    /// not passed: cases already registered are not touched.
    /// </summary>
    public static Decision Propose(IReadOnlyDictionary<string, string> changes, Policy current, DateOnly validFrom, DateOnly? validTo, DateOnly today, string? reason)
    {
        var unknown = changes.Keys.FirstOrDefault(k => PolicySettings.Find(k) is null);
        var invalid = changes.FirstOrDefault(c => PolicySettings.Find(c.Key)?.Write(current, c.Value) is null);
        return unknown is not null ? new Refused("SETTING_UNKNOWN", "7.1", unknown)
            : invalid.Key is not null ? new Refused("SETTING_INVALID", PolicySettings.Find(invalid.Key)!.Clause, invalid.Key)
            : changes.All(c => PolicySettings.Find(c.Key)!.Read(current) == c.Value) ? new Refused("SETTING_UNCHANGED", "7.1")
            : validFrom < today ? DateRules.Early("validFrom", today, "7.1")
            : validTo < validFrom ? DateRules.Early("validTo", validFrom, "7.1")
            : string.IsNullOrWhiteSpace(reason) ? new Refused("REASON_REQUIRED", "7.1")
            : new Accepted("7.1");
    }

    /// <summary>Another person decides, with a reason, once, and on what the rules are now.</summary>
    public static Decision Decide(Guid proposedBy, Guid decidedBy, bool isOpen, bool isCurrent, bool confirms, string? reason) =>
        !isOpen ? new Refused("RULE_SET_DECIDED", "7.1")
        : proposedBy == decidedBy && confirms ? new Refused("SECOND_PERSON_REQUIRED", "7.1")
        : confirms && !isCurrent ? new Refused("RULE_SET_OUTDATED", "7.1")
        : string.IsNullOrWhiteSpace(reason) ? new Refused("REASON_REQUIRED", "7.1")
        : new Accepted("7.1");

    /// <summary>The version a case registered on the day begins with: of those in force the newest; the built-in one where none is.</summary>
    public static RuleSet InForce(IEnumerable<RuleSet> confirmed, DateOnly on) =>
        confirmed.LastOrDefault(r => r.ValidFrom <= on && (r.ValidTo is not { } last || on <= last))
            ?? new(Policy.Default.VersionName, Policy.Default.NoticeInForce, null, new Dictionary<string, string>());
}
