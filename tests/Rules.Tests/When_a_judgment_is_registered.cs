using CsCheck;
using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Registration (登记), T01, T04: who can be the defendant, and which dates can be.</summary>
[Trait("Clause", "T01")]
public sealed class When_a_judgment_is_registered
{
    private static readonly DateOnly Today = Day("2024-06-01");

    [Theory]
    [Trait("Clause", "N1-a")]
    [InlineData(AgencyKind.AdminOrgan, true)]
    [InlineData(AgencyKind.AuthorisedOrg, true)]
    [InlineData(AgencyKind.EntrustedOrg, false)]
    public void An_entrusted_organisation_is_never_the_defendant(AgencyKind kind, bool lawful) =>
        Assert.Equal(lawful ? null : new Refused("ENTRUSTED_NOT_DEFENDANT", "N1-a"), RegistrationRules.Defendant(kind) as Refused);

    [Theory]
    [Trait("Clause", "4.1")]
    [InlineData("2023-01-15", "2024-05-20", "2024-05-31", null)]
    [InlineData("2024-05-20", "2024-05-20", "2024-05-20", null)]
    [InlineData("2024-05-21", "2024-05-20", "2024-05-31", "日期不合理：行政行为日期不得晚于2024年5月20日。")]
    [InlineData("2023-01-15", "2024-06-02", "2024-06-02", "日期不合理：裁判作出日期不得晚于2024年6月1日。")]
    [InlineData("2023-01-15", "2024-05-20", "2024-05-19", "日期不合理：送达日期不得早于2024年5月20日。")]
    [InlineData("2023-01-15", "2024-05-20", "2024-06-02", "日期不合理：送达日期不得晚于2024年6月1日。")]
    public void The_act_comes_before_the_judgment_and_that_before_its_service_and_none_tomorrow(string act, string made, string served, string? sentence)
    {
        var decision = DateRules.Plausible(Day(act), Day(made), [Day("2024-05-30"), Day(served)], Today);
        Assert.Equal(sentence, decision is Refused { Code: "DATE_IMPOSSIBLE", Clause: "4.1" } refused ? Refusals.Sentence(refused, "zh-CN") : null);
    }

    [Fact]
    [Trait("Clause", "4.1")]
    public void What_is_not_known_yet_cannot_be_wrong()
    {
        Says.Accepted(DateRules.Plausible(null, null, [], Today));
        Says.Accepted(DateRules.Plausible(Day("2024-05-21"), null, [Day("2024-05-20")], Today));
        Says.Refused("DATE_IMPOSSIBLE", "4.1", DateRules.Plausible(null, null, [Day("2024-06-02")], Today));
    }

    [Theory]
    [Trait("Clause", "N2.5.1-b")]
    [InlineData("2024-05-20", "2024-05-20", "2024-05-20")]
    [InlineData("2024-06-05", "2024-05-20", "2024-06-05")]
    [InlineData("2024-05-20", "2024-05-28", "2024-05-28")]
    public void Investigating_runs_from_effect_or_service_whichever_is_later(string effective, string served, string from) =>
        Assert.Equal(Day(from), InvestigationRules.From(Day(effective), Day(served)));

    [Fact]
    [Trait("Clause", "4.1")]
    public void An_act_is_never_earlier_than_the_fact_it_builds_on() => Gen.Select(Sample.Date, Sample.Date).Sample((on, basis) =>
    {
        Assert.Equal(on < basis ? DateRules.Early("on", basis) : null, DateRules.NotBefore("on", on, basis) as Refused);
        Assert.IsType<Accepted>(DateRules.NotBefore("on", on, null));
    });

    [Fact]
    [Trait("Clause", "N2.1-e")]
    public void A_case_put_aside_comes_back_for_a_reason()
    {
        Says.Refused("REASON_REQUIRED", "N2.1-e", ScopeTest.Reopen(" "));
        Says.Accepted(ScopeTest.Reopen("行为日期更正"), "N2.1-e");
    }

    [Fact]
    [Trait("Clause", "GAP-04")]
    public void A_judgment_made_before_the_notice_and_effective_after_is_in_but_shown_to_be_confirmed()
    {
        var facts = new ScopeFacts
        {
            MadeOn = Day("2018-12-10"),
            EffectiveOn = Day("2018-12-26"),
            ActDate = Day("2017-05-05"),
            Result = LossResult.Revoked,
            AgencyInCity = true,
        };
        var byMaking = Policy.Default with { JudgmentDateBasis = JudgmentDateBasis.Made };
        Says.Accepted(ScopeTest.Judge(facts, Today, Policy.Default), "N2.1-a");
        Assert.True(ScopeTest.MadeBeforeNotice(facts, Policy.Default));
        Assert.False(ScopeTest.MadeBeforeNotice(facts with { MadeOn = Day("2018-12-14") }, Policy.Default));
        Assert.False(ScopeTest.MadeBeforeNotice(facts with { EffectiveOn = Day("2018-12-13") }, Policy.Default));
        Says.Refused("SCOPE", "N2.1-a", ScopeTest.Judge(facts, Today, byMaking), "JUDGMENT_BEFORE_NOTICE");
        Says.Accepted(ScopeTest.Judge(facts with { MadeOn = Day("2018-12-14") }, Today, byMaking));
    }
}
