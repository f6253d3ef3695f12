namespace LostCases.Rules.Tests;

/// <summary>Closing, suspension, resumption, termination (办结、中止、恢复、终止), T19, T22–T24; NA-n3, GAP-13.</summary>
[Trait("Clause", "T19")]
public sealed class When_a_case_ends
{
    private static readonly string[] Two = ["LOSING_AGENCY", "REVIEW_BODY"];
    private static readonly string[] Three = [.. Two, "FILING_BODY"];

    [Fact]
    [Trait("Clause", "N2.5.2-i")]
    public void A_county_case_closes_only_when_filed()
    {
        Says.Refused("FILING_MISSING", "N2.5.2-i", ClosingRules.Close(Given.Facts((Fact.County, "TRUE")), 0, Three));
        Says.Accepted(ClosingRules.Close(Given.Facts((Fact.County, "TRUE"), (Fact.Filed, "2023-09-11")), 0, Three), "NA-n3");
        Says.Accepted(ClosingRules.Close(Given.Facts((Fact.County, "FALSE")), 0, Two));
    }

    [Theory]
    [Trait("Clause", "N2.5.3-a")]
    [InlineData(0, 0, true)]
    [InlineData(2, 1, false)]
    [InlineData(2, 2, true)]
    public void Every_sanction_ordered_has_been_executed(int ordered, int executed, bool lawful)
    {
        var decision = ClosingRules.Close(Given.Facts((Fact.SanctionsOrdered, $"{ordered}")), executed, Two);
        Assert.Equal(lawful ? null : new Refused("SANCTION_NOT_EXECUTED", "N2.5.3-a"), decision as Refused);
    }

    [Fact]
    [Trait("Clause", "NA-n3")]
    public void Each_holder_has_its_copy()
    {
        Says.Refused("COPIES_NOT_ARCHIVED", "NA-n3", ClosingRules.Close(Given.Facts(), 0, ["LOSING_AGENCY"]), "REVIEW_BODY");
        Says.Refused(
            "COPIES_NOT_ARCHIVED", "NA-n3", ClosingRules.Close(Given.Facts((Fact.County, "TRUE"), (Fact.Filed, "2023-09-11")), 0, Two), "FILING_BODY");
        Assert.Equal(Two, ClosingRules.Holders(Given.Facts()));
        Assert.Equal(Three, ClosingRules.Holders(Given.Facts((Fact.County, "TRUE"))));
    }

    [Theory]
    [Trait("Clause", "GAP-13")]
    [InlineData(SuspensionGround.RetrialOrderedWithStay, null, null)]
    [InlineData(SuspensionGround.RetrialApplied, "已申请再审", "SUSPENSION_GROUND_INSUFFICIENT")]
    [InlineData(SuspensionGround.OtherLegalGround, " ", "REASON_REQUIRED")]
    [InlineData(SuspensionGround.OtherLegalGround, "等待相关裁判", null)]
    public void A_retrial_with_stay_or_another_stated_ground_suspends(SuspensionGround ground, string? reason, string? refused) =>
        Assert.Equal(refused, (SuspensionRules.Suspend(ground, reason) as Refused)?.Code);

    [Theory]
    [Trait("Clause", "GAP-13")]
    [InlineData(true, LossResult.Revoked, null)]
    [InlineData(true, LossResult.ConfirmedIllegal, null)]
    [InlineData(true, LossResult.ClaimDismissed, "LOSS_HAS_VANISHED")]
    [InlineData(false, LossResult.Revoked, "SUSPENSION_CONTINUES")]
    public void It_resumes_when_the_ground_has_ended_and_the_agency_still_loses(bool ended, LossResult result, string? refused) =>
        Assert.Equal(refused, (SuspensionRules.Resume(ended, result, Policy.Default) as Refused)?.Code);

    [Theory]
    [Trait("Clause", "GAP-13")]
    [InlineData(TerminationGround.RetrialReversed, LossResult.ClaimDismissed, true, null)]
    [InlineData(TerminationGround.RetrialReversed, LossResult.Varied, true, "LOSS_REMAINS")]
    [InlineData(TerminationGround.RetrialReversed, null, true, "LOSS_REMAINS")]
    [InlineData(TerminationGround.RetrialReversed, LossResult.ClaimDismissed, false, "ATTACHMENT_MISSING")]
    [InlineData(TerminationGround.JudgmentVacated, null, true, null)]
    [InlineData(TerminationGround.JudgmentVacated, null, false, "ATTACHMENT_MISSING")]
    [InlineData(TerminationGround.Duplicate, null, true, null)]
    public void It_is_terminated_when_the_loss_has_vanished_by_document(TerminationGround ground, LossResult? result, bool document, string? refused) =>
        Assert.Equal(refused, (SuspensionRules.Terminate(ground, result, document, Policy.Default) as Refused)?.Code);

    [Fact]
    [Trait("Clause", "7.1")]
    public void After_a_disposition_two_people_terminate()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var disposed = Given.Facts((Fact.DispositionVersion, "1"));
        Says.Refused("SECOND_PERSON_REQUIRED", "7.1", SuspensionRules.ConfirmTermination(disposed, first, null));
        Says.Refused("SECOND_PERSON_REQUIRED", "7.1", SuspensionRules.ConfirmTermination(disposed, first, first));
        Says.Accepted(SuspensionRules.ConfirmTermination(disposed, first, second));
        Says.Accepted(SuspensionRules.ConfirmTermination(Given.Facts(), first, null));
    }

    [Fact]
    [Trait("Clause", "GAP-13")]
    public void A_disposition_that_exists_has_to_be_revoked()
    {
        Assert.True(SuspensionRules.OpensRevocation(Given.Facts((Fact.DispositionVersion, "2"))));
        Assert.False(SuspensionRules.OpensRevocation(Given.Facts((Fact.FeedbackReceived, "TRUE"))));
    }
}
