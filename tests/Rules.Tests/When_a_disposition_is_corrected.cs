namespace LostCases.Rules.Tests;

/// <summary>Correction and new disposition (纠正、重新处理), T20, T21; N5.2-d, N5.2-e.</summary>
[Trait("Clause", "N5.2")]
public sealed class When_a_disposition_is_corrected
{
    private static readonly FindingToDecide Finding = new(Guid.NewGuid(), Conclusion.NotPursued, PersonnelAuthority.Agency);
    private static readonly FindingDecision Before = new() { FindingId = Finding.Id, Result = Conclusion.NotPursued };
    private static readonly FindingDecision Changed = Before with { Result = Conclusion.Pursue, Sanctions = [SanctionType.WrittenSelfCriticism] };

    [Fact]
    [Trait("Clause", "N5.2-d")]
    public void The_conference_gives_its_reasons() => Says.Refused("REASON_REQUIRED", "N5.2-d", CorrectionRules.Order(" ", true));

    [Fact]
    [Trait("Clause", "N5.2-e")]
    public void It_is_addressed_to_a_responsible_unit()
    {
        Says.Accepted(CorrectionRules.Order("不予追责理由不成立", true), "N5.2-d", "N5.2-e");
        Says.Refused("CORRECTION_ADDRESSEE_WRONG", "N5.2-e", CorrectionRules.Order("不予追责理由不成立", false));
    }

    [Theory]
    [Trait("Clause", "GAP-12")]
    [InlineData(20, 20)]
    [InlineData(null, 30)]
    [InlineData(1, 1)]
    public void Its_limit_is_what_the_opinion_sets_or_else_thirty_working_days(int? set, int length) => Assert.Equal(
        new ClockTerms(length, DayUnit.WorkingDays, ClockNature.Configured, "GAP-12"), CorrectionRules.Limit(set, Policy.Default));

    [Fact]
    public void A_limit_of_no_days_is_none() => Assert.Throws<ArgumentOutOfRangeException>(() => CorrectionRules.Limit(0, Policy.Default));

    [Fact]
    [Trait("Clause", "N5.2-e")]
    public void The_opinion_is_answered() => Says.Refused(
        "CORRECTION_UNANSWERED", "N5.2-e", CorrectionRules.Redispose([Finding], [Before], [Changed], " "));

    [Fact]
    [Trait("Clause", "N5.2-e")]
    public void What_changes_needs_no_more_and_what_stays_needs_its_reason()
    {
        Says.Accepted(CorrectionRules.Redispose([Finding], [Before], [Changed], "已重新处理"), "N5.2-e");
        Says.Refused("REDISPOSITION_UNJUSTIFIED", "N5.2-e", CorrectionRules.Redispose([Finding], [Before], [Before], "维持"), Finding.Id.ToString());
        Says.Accepted(CorrectionRules.Redispose([Finding], [Before], [Before with { DeviationReason = "新证据证明无过错" }], "维持"));
    }

    [Fact]
    [Trait("Clause", "N5.2-e")]
    public void Another_order_of_the_same_sanctions_is_no_change()
    {
        var two = Changed with { Sanctions = [SanctionType.WrittenSelfCriticism, SanctionType.CircularCriticism] };
        var swapped = Changed with { Sanctions = [SanctionType.CircularCriticism, SanctionType.WrittenSelfCriticism] };
        Says.Refused("REDISPOSITION_UNJUSTIFIED", "N5.2-e", CorrectionRules.Redispose([Finding], [two], [swapped], "维持"));
        Says.Accepted(CorrectionRules.Redispose([Finding], [two], [Changed], "减轻"));
    }

    [Fact]
    [Trait("Clause", "N2.5.1-i")]
    public void The_new_disposition_is_as_lawful_as_the_first_had_to_be()
    {
        var outside = Finding with { Authority = PersonnelAuthority.MuniOrgDept };
        Says.Refused("PERSON_OUTSIDE_AUTHORITY", "N2.5.1-i", CorrectionRules.Redispose([outside], [], [Changed], "已重新处理"));
        Says.Refused("SANCTION_MISSING", "N2.4-b", CorrectionRules.Redispose([Finding], [Before], [Changed with { Sanctions = [] }], "已重新处理"));
        Says.Refused("DECISION_MISSING", "N2.5.3-a", CorrectionRules.Redispose([Finding], [Before], [], "已重新处理"));
    }
}
