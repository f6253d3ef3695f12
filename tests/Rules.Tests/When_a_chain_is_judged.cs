namespace LostCases.Rules.Tests;

/// <summary>What the notice asks of any drawn chain, whatever its boxes are called.</summary>
[Trait("Clause", "2.2")]
public sealed class When_a_chain_is_judged
{
    private static readonly ChainHistory Fresh = new(ChainMarks.County);

    public static TheoryData<ChainRule> All() => [.. Enum.GetValues<ChainRule>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_invariant_has_its_clause_and_its_sentence_in_both_languages(ChainRule rule)
    {
        Assert.NotEmpty(ChainRules.Clause(rule));
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", ChainRules.Sentence(rule, english: false));
        Assert.Matches("^[A-Z]", ChainRules.Sentence(rule, english: true));
    }

    [Fact]
    public void The_procedure_as_the_notice_has_it_breaks_nothing()
    {
        var h = Fresh;
        foreach (var step in new[] { "Investigate", "SubmitReport", "Review:Returned", "Supplement", "Review:JointReview", "JointReview", "Review:Completed", "FileWithCity", "SendFeedback", "ReceiveFeedback", "Dispose:PendingTransfer", "AwaitTransferResults" })
        {
            var (name, port) = step.Split(':') is [var n, var p] ? (n, p) : (step, "Done");
            Assert.Empty(ChainLaw.Opening(name, h));
            Assert.True(ChainLaw.CanLeave(name, port, h, Policy.Default));
            Assert.True(ChainLaw.Belongs(ChainLaw.Main, name));
            h = ChainLaw.After(name, port, h);
        }

        Assert.Empty(ChainLaw.Closing(ChainLaw.Main, h));
        Assert.Equal([ChainRule.ClosingBeforeEnd], ChainLaw.Ending(ChainLaw.Main, h));
        h = ChainLaw.After("CloseCase", "Done", h);
        Assert.Empty(ChainLaw.Ending(ChainLaw.Main, h));
        Assert.Equal([ChainRule.DoneOnce], ChainLaw.Closing(ChainLaw.Main, h));
    }

    [Fact]
    [Trait("Clause", "N2.5.2-i")]
    public void A_county_case_does_not_close_before_it_is_filed_and_another_is_not_filed()
    {
        Assert.Contains(ChainRule.FilingBeforeClosing, ChainLaw.Closing(ChainLaw.Main, Fresh));
        Assert.DoesNotContain(ChainRule.FilingBeforeClosing, ChainLaw.Closing(ChainLaw.Main, default));
        Assert.Contains(ChainRule.FilingOfCountyOnly, ChainLaw.Opening("FileWithCity", default));
    }

    [Fact]
    [Trait("Clause", "GAP-01")]
    public void A_review_that_must_be_joint_is_completed_only_when_it_was()
    {
        var h = new ChainHistory(ChainMarks.JointRequired);
        Assert.False(ChainLaw.CanLeave("Review", "Completed", h, Policy.Default));
        h = ChainLaw.After("Review", "JointReview", h);
        Assert.Contains(ChainRule.JointReviewHeld, ChainLaw.Opening("Review", h));
        Assert.True(ChainLaw.CanLeave("Review", "Completed", ChainLaw.After("JointReview", "Done", h), Policy.Default));
    }

    [Fact]
    [Trait("Clause", "GAP-07")]
    public void A_report_is_returned_as_often_as_the_rules_allow()
    {
        var twice = ChainLaw.After("Review", "Returned", ChainLaw.After("Review", "Returned", Fresh));
        Assert.Equal(2, twice.Returns);
        Assert.False(ChainLaw.CanLeave("Review", "Returned", twice, Policy.Default));
    }

    [Fact]
    [Trait("Clause", "N2.5.1-h")]
    public void The_unit_is_decided_on_above_and_its_agency_takes_no_part()
    {
        Assert.Equal(ChainRule.UnitDecidedAbove, ChainLaw.Deciding(ChainLaw.Unit, "DecideUnit", "LOSING_AGENCY"));
        Assert.Equal(ChainRule.UnitDecidedAbove, ChainLaw.Deciding(ChainLaw.Unit, "Approval", "LOSING_AGENCY"));
        Assert.Null(ChainLaw.Deciding(ChainLaw.Unit, "DecideUnit", "SUPERIOR"));
        Assert.Null(ChainLaw.Deciding(ChainLaw.Main, "Approval", "LOSING_AGENCY"));
        Assert.Equal(ChainRule.LawfulDecider, ChainLaw.Deciding(ChainLaw.Main, "Review", "LOSING_AGENCY"));
        Assert.Equal([ChainRule.UnitDecisionBeforeEnd], ChainLaw.Ending(ChainLaw.Unit, default));
    }

    [Theory]
    [InlineData("Investigate", ClockKind.Investigation)]
    [InlineData("SendFeedback", ClockKind.Feedback)]
    [InlineData("FileWithCity", ClockKind.Filing)]
    [InlineData("CloseCase", null)]
    public void A_steps_limit_is_measured_by_its_clock(string step, ClockKind? clock) => Assert.Equal(clock, ChainLaw.Clock(step));
}
