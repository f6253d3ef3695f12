namespace LostCases.Rules;

/// <summary>Taking over cases that were handled before (历史案件导入, N6-b).</summary>
public static class PastCaseRules
{
    /// <summary>
    /// Whether a case may be kept as history: the agency lost, the judgment has taken effect, and the handling is over. What the notice
    /// does not cover is taken without a day of closing; what it covers and is not closed is to be registered and handled.
    /// </summary>
    /// <param name="facts">What decides its scope.</param>
    /// <param name="closedOn">When the handling ended; null where there was none.</param>
    /// <param name="today">Today in Asia/Shanghai.</param>
    /// <param name="policy">The rules in force.</param>
    public static Decision Take(ScopeFacts facts, DateOnly? closedOn, DateOnly today, Policy policy)
    {
        if (facts.EffectiveOn > today || facts.EffectiveOn < facts.MadeOn)
        {
            return new Refused("DATE_IMPOSSIBLE", "4.1", "effectiveOn");
        }

        if (closedOn > today || closedOn < facts.EffectiveOn)
        {
            return new Refused("DATE_IMPOSSIBLE", "4.1", "closedOn");
        }

        return ScopeTest.Judge(facts, today, policy) switch
        {
            Refused { Code: "SCOPE", Subject: "JUDGMENT_BEFORE_NOTICE" or "ACT_BEFORE_2013_02_01" } => new Accepted("N6-b"),
            Refused refused => refused,
            _ when closedOn is null => new Refused("PAST_CASE_OPEN", "N2.5.1-a", "closedOn"),
            _ => new Accepted("N6-b"),
        };
    }
}
