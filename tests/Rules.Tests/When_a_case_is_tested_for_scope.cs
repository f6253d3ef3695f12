using CsCheck;
using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Scope of the notice (败诉追责案件范围), 二（一）, N2.1.</summary>
[Trait("Clause", "N2.1")]
public sealed class When_a_case_is_tested_for_scope
{
    private static readonly DateOnly Today = Day("2026-06-01");

    [Theory]
    [Trait("Clause", "N2.1-a")]
    [InlineData("2018-12-13", "SCOPE:JUDGMENT_BEFORE_NOTICE")]
    [InlineData("2018-12-14", null)]
    [InlineData("2018-12-15", null)]
    public void A_judgment_counts_from_the_day_the_notice_was_in_force(string effective, string? refused) =>
        Assert.Equal(refused, Refusal(Facts() with { EffectiveOn = Day(effective) }));

    [Theory]
    [Trait("Clause", "N2.1-c")]
    [InlineData("2013-01-31", "SCOPE:ACT_BEFORE_2013_02_01")]
    [InlineData("2013-02-01", null)]
    [InlineData("2013-02-04", null)]
    public void An_act_counts_from_the_day_the_provincial_measure_was_in_force(string act, string? refused) =>
        Assert.Equal(refused, Refusal(Facts() with { ActDate = Day(act) }));

    [Fact]
    [Trait("Clause", "N2.1-b")]
    public void A_judgment_under_appeal_is_not_yet_a_loss() => Assert.Equal("SCOPE:NOT_EFFECTIVE", Refusal(Facts() with { EffectiveOn = null }));

    [Theory]
    [Trait("Clause", "N2.1-b")]
    [InlineData("2019-07-01", "NOT_YET_EFFECTIVE")]
    [InlineData("2019-07-02", null)]
    public void A_judgment_cannot_be_confirmed_before_its_effective_date(string on, string? refused) =>
        Assert.Equal(refused, Refusal(Facts() with { EffectiveOn = Day("2019-07-02") }, Day(on)));

    [Fact]
    [Trait("Clause", "N1-a")]
    public void An_agency_outside_the_city_is_out() => Assert.Equal("SCOPE:AGENCY_OUTSIDE_CITY", Refusal(Facts() with { AgencyInCity = false }));

    [Theory]
    [Trait("Clause", "GAP-05")]
    [InlineData(LossResult.Revoked, null)]
    [InlineData(LossResult.PartiallyRevoked, null)]
    [InlineData(LossResult.ConfirmedIllegal, null)]
    [InlineData(LossResult.ConfirmedInvalid, null)]
    [InlineData(LossResult.Varied, null)]
    [InlineData(LossResult.OrderedToPerform, null)]
    [InlineData(LossResult.OrderedToPay, null)]
    [InlineData(LossResult.Compensation, null)]
    [InlineData(LossResult.AgreementLiability, null)]
    [InlineData(LossResult.ReconDecisionRevoked, null)]
    [InlineData(LossResult.ClaimDismissed, "SCOPE:NOT_A_LOSS")]
    [InlineData(LossResult.SuitRejected, "SCOPE:NOT_A_LOSS")]
    [InlineData(LossResult.Withdrawn, "SCOPE:NOT_A_LOSS")]
    [InlineData(LossResult.MediationSettled, "SCOPE:NOT_A_LOSS")]
    [InlineData(LossResult.EnforcementRefused, "SCOPE:NON_LITIGATION_ENFORCEMENT")]
    public void Each_result_is_a_loss_or_not(LossResult result, string? refused) => Assert.Equal(refused, Refusal(Facts() with { Result = result }));

    [Fact]
    [Trait("Clause", "GAP-05")]
    public void A_refused_enforcement_is_a_loss_where_the_policy_says_so() => Assert.IsType<Accepted>(
        ScopeTest.Judge(Facts() with { Result = LossResult.EnforcementRefused }, Today, Policy.Default with { EnforcementRefusedIsLoss = true }));

    [Fact]
    public void Every_case_is_either_in_or_out_for_a_reason_that_also_allows_putting_it_aside() =>
        AnyFacts.Sample(facts =>
        {
            var judged = ScopeTest.Judge(facts, Today, Policy.Default);
            if (judged is Refused { Code: "SCOPE", Subject: { } subject })
            {
                Assert.True(Code.TryParse<ScopeReason>(subject, out var reason));
                Assert.IsType<Accepted>(ScopeTest.ConfirmOut(facts, reason, null, Today, Policy.Default));
            }
            else
            {
                Assert.All(Enum.GetValues<ScopeReason>(), r => Assert.IsType<Refused>(ScopeTest.ConfirmOut(facts, r, " ", Today, Policy.Default)));
            }
        });

    [Fact]
    public void It_is_in_exactly_when_all_tests_hold() =>
        AnyFacts.Sample(facts =>
        {
            var expected = facts.AgencyInCity && facts.Result <= LossResult.ReconDecisionRevoked && facts.ActDate >= Day("2013-02-01")
                && facts.EffectiveOn >= Day("2018-12-14") && facts.EffectiveOn <= Today;
            return expected == ScopeTest.Judge(facts, Today, Policy.Default) is Accepted;
        });

    [Fact]
    public void A_case_that_passes_every_test_is_put_aside_only_with_a_written_reason()
    {
        Assert.Equal(new Refused("REASON_REQUIRED", "N2.1"), ScopeTest.ConfirmOut(Facts(), ScopeReason.NotALoss, null, Today, Policy.Default));
        Assert.IsType<Accepted>(ScopeTest.ConfirmOut(Facts(), ScopeReason.Duplicate, "与已登记案件重复", Today, Policy.Default));
    }

    [Fact]
    public void A_reason_that_is_not_the_one_that_failed_is_not_enough()
    {
        var facts = Facts() with { ActDate = Day("2013-01-31") };
        Assert.IsType<Refused>(ScopeTest.ConfirmOut(facts, ScopeReason.JudgmentBeforeNotice, null, Today, Policy.Default));
    }

    [Theory]
    [Trait("Clause", "N2.1-e")]
    [InlineData(LossResult.Revoked, "2018-12-01", true)]
    [InlineData(LossResult.Revoked, "2019-04-01", true)]
    [InlineData(LossResult.Revoked, "", false)]
    [InlineData(LossResult.ClaimDismissed, "2019-04-01", false)]
    [InlineData(LossResult.MediationSettled, "2024-03-11", false)]
    public void A_loss_out_of_scope_is_still_counted(LossResult result, string effective, bool counted) =>
        Assert.Equal(counted, ScopeTest.CountedInLossRate(result, DayOrNull(effective), Policy.Default));

    private static Gen<ScopeFacts> AnyFacts { get; } =
        Gen.Select(Gen.Int[-400, 3000], Gen.Int[0, 4000], Sample.Any<LossResult>(), Gen.Frequency((9, true), (1, false)), Gen.Bool)
            .Select((effective, act, result, inCity, known) => new ScopeFacts
            {
                EffectiveOn = known ? Days.First.AddDays(effective) : null,
                ActDate = Day("2012-06-01").AddDays(act),
                Result = result,
                AgencyInCity = inCity,
            });

    private static ScopeFacts Facts() => new()
    {
        EffectiveOn = Day("2019-04-01"),
        ActDate = Day("2018-04-10"),
        Result = LossResult.Revoked,
        AgencyInCity = true,
    };

    private static string? Refusal(ScopeFacts facts, DateOnly? on = null) =>
        (ScopeTest.Judge(facts, on ?? Today, Policy.Default) as Refused)?.FullCode;
}
