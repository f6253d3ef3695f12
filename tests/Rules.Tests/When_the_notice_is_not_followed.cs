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
}
