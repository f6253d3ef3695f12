using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Importing history (历史案件导入), N6-b: what is over may be kept, what is open is to be registered.</summary>
[Trait("Clause", "N6-b")]
public sealed class When_a_past_case_is_taken_over
{
    private static readonly DateOnly Today = Day("2024-06-01");

    [Theory]
    [InlineData("2020-03-02", "2021-01-15", null)]
    [InlineData("2020-03-02", null, "PAST_CASE_OPEN")]
    [InlineData("2018-12-13", null, null)]
    [InlineData("2018-12-14", null, "PAST_CASE_OPEN")]
    [InlineData("2018-12-13", "2019-02-01", null)]
    public void It_is_closed_or_the_notice_does_not_cover_it(string effective, string? closed, string? code) =>
        Assert.Equal(code, (Take(effective, closed) as Refused)?.Code);

    [Theory]
    [Trait("Clause", "4.1")]
    [InlineData("2024-06-02", null, "effectiveOn")]
    [InlineData("2018-01-01", null, "effectiveOn")]
    [InlineData("2020-03-02", "2020-03-01", "closedOn")]
    [InlineData("2020-03-02", "2024-06-02", "closedOn")]
    public void It_takes_effect_after_it_was_made_and_is_closed_after_that_and_not_tomorrow(string effective, string? closed, string field) =>
        Assert.Equal(new Refused("DATE_IMPOSSIBLE", "4.1", field), Take(effective, closed));

    [Fact]
    [Trait("Clause", "N2.1-b")]
    public void What_was_not_lost_is_no_lost_case() =>
        Assert.Equal("SCOPE:NOT_A_LOSS", Assert.IsType<Refused>(Take("2020-03-02", "2021-01-15", LossResult.ClaimDismissed)).FullCode);

    private static Decision Take(string effective, string? closed, LossResult result = LossResult.Revoked) => PastCaseRules.Take(
        new ScopeFacts { EffectiveOn = Day(effective), MadeOn = Day("2018-06-01"), ActDate = Day("2017-01-05"), Result = result, AgencyInCity = true },
        closed is null ? null : Day(closed), Today, Policy.Default);
}
