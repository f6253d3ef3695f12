namespace LostCases.Rules.Tests;

/// <summary>Not acting by the notice (不按通知执行), 五（三）, N5.3-b.</summary>
[Trait("Clause", "N5.3-b")]
public sealed class When_the_notice_is_not_followed
{
    private static readonly SanctionType[] Both = [SanctionType.CircularCriticism, SanctionType.WrittenSelfCriticism];

    [Fact]
    public void Criticism_and_self_criticism_follow_together() => Says.Accepted(NonComplianceRules.Record("逾期未重新处理", Both, "全市"), "N5.3-b");

    [Theory]
    [InlineData(SanctionType.CircularCriticism)]
    [InlineData(SanctionType.WrittenSelfCriticism)]
    public void One_of_them_alone_is_not_enough(SanctionType only) =>
        Says.Refused("NON_COMPLIANCE_MISMATCH", "N5.3-b", NonComplianceRules.Record("逾期未重新处理", [only], "全市"));

    [Fact]
    public void Nothing_else_may_be_added() =>
        Says.Refused("NON_COMPLIANCE_MISMATCH", "N5.3-b", NonComplianceRules.Record("逾期未重新处理", [.. Both, SanctionType.TransferPost], "全市"));

    [Fact]
    public void What_was_not_done_is_stated() => Says.Refused("REASON_REQUIRED", "N5.3-b", NonComplianceRules.Record(" ", Both, "全市"));

    [Fact]
    [Trait("Clause", "GAP-22")]
    public void The_range_of_publication_is_recorded() => Says.Refused("RANGE_MISSING", "GAP-22", NonComplianceRules.Record("逾期未重新处理", Both, null));

    [Theory]
    [Trait("Clause", "N5.2-c")]
    [InlineData("2026-01-01", "2026H1")]
    [InlineData("2026-06-30", "2026H1")]
    [InlineData("2026-07-01", "2026H2")]
    [InlineData("2026-12-31", "2026H2")]
    public void A_meeting_counts_for_the_half_year_it_is_held_in(string day, string half)
    {
        Assert.Equal(half, ConferenceHalves.Of(Days.Day(day)));
        Assert.True(Days.Day(day) <= ConferenceHalves.LastDay(2026, half[^1] - '0'));
    }
}
