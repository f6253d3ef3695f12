using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>One proposes, another confirms; a case begins with the version of its day.</summary>
[Trait("Clause", "7.1")]
public sealed class When_the_rules_are_changed
{
    private static readonly Guid One = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Other = Guid.Parse("00000000-0000-0000-0000-000000000002");
    private static readonly DateOnly Today = Day("2026-11-28");
    private static readonly Dictionary<string, string> Change = new() { ["review.maxReturns"] = "3" };

    [Fact]
    public void A_change_names_settings_values_a_day_to_come_and_a_reason()
    {
        Says.Accepted(Propose(Change), "7.1");
        Says.Refused("SETTING_UNKNOWN", "7.1", Propose(new() { ["review.mood"] = "good" }), "review.mood");
        Says.Refused("SETTING_INVALID", "GAP-07", Propose(new() { ["review.maxReturns"] = "99" }), "review.maxReturns");
        Says.Refused("SETTING_UNCHANGED", "7.1", Propose(new() { ["review.maxReturns"] = "2" }));
        Says.Refused("SETTING_UNCHANGED", "7.1", Propose([]));
        Says.Refused("DATE_IMPOSSIBLE", "7.1", Propose(Change, from: Today.AddDays(-1)));
        Says.Refused("DATE_IMPOSSIBLE", "7.1", Propose(Change, to: Today.AddDays(-1)));
        Says.Refused("REASON_REQUIRED", "7.1", Propose(Change, reason: " "));
    }

    [Fact]
    public void Another_administrator_confirms_with_a_reason_once_and_what_is_still_so()
    {
        Says.Accepted(Decide(Other), "7.1");
        Says.Refused("SECOND_PERSON_REQUIRED", "7.1", Decide(One));
        Says.Accepted(Decide(One, confirms: false));
        Says.Refused("RULE_SET_DECIDED", "7.1", Decide(Other, isOpen: false));
        Says.Refused("RULE_SET_OUTDATED", "7.1", Decide(Other, isCurrent: false));
        Says.Accepted(Decide(Other, isCurrent: false, confirms: false));
        Says.Refused("REASON_REQUIRED", "7.1", Decide(Other, reason: null));
    }

    [Fact]
    public void A_case_begins_with_the_newest_version_in_force_on_its_day()
    {
        RuleSet[] confirmed = [Version("2", "2026-01-01"), Version("3", "2026-06-01", "2026-06-30"), Version("4", "2026-12-01")];
        string At(string day) => RuleSetRules.InForce(confirmed, Day(day)).Version;
        Assert.Equal(Policy.Default.VersionName, At("2025-12-31"));
        Assert.Equal(["2", "3", "3", "2", "2", "4"], new[] { "2026-01-01", "2026-06-01", "2026-06-30", "2026-07-01", "2026-11-30", "2026-12-01" }.Select(At));
    }

    private static RuleSet Version(string name, string from, string? to = null) => new(name, Day(from), to is null ? null : Day(to), Change);

    private static Decision Propose(Dictionary<string, string> changes, DateOnly? from = null, DateOnly? to = null, string? reason = "见会议纪要") =>
        RuleSetRules.Propose(changes, Policy.Default, from ?? Today, to, Today, reason);

    private static Decision Decide(Guid by, bool isOpen = true, bool isCurrent = true, bool confirms = true, string? reason = "同意") =>
        RuleSetRules.Decide(One, by, isOpen, isCurrent, confirms, reason);
}
