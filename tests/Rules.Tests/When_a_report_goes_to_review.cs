namespace LostCases.Rules.Tests;

/// <summary>Submitting, returning and supplementing the report (报审、退回补充), T06, T08, T09.</summary>
[Trait("Clause", "N2.5.2")]
public sealed class When_a_report_goes_to_review
{
    [Fact]
    [Trait("Clause", "NA-n1")]
    public void Stamp_report_and_judgment_are_enough_for_one_body() =>
        Says.Accepted(InvestigationRules.Submit([Given.Agency], [Given.Agency], ["JUDGMENT", "REPORT", "EVIDENCE"]), "N2.5.2-a", "NA-n1");

    [Theory]
    [Trait("Clause", "NA-n1")]
    [InlineData("REPORT", "JUDGMENT")]
    [InlineData("JUDGMENT", "REPORT")]
    public void Each_attachment_is_needed(string there, string missing) => Says.Refused(
        "ATTACHMENT_MISSING", "NA-n1", InvestigationRules.Submit([Given.Agency], [Given.Agency], [there]), missing);

    [Fact]
    [Trait("Clause", "NA-n4")]
    public void Both_bodies_stamp_where_they_differ()
    {
        Guid[] both = [Given.Agency, Given.Implementing];
        Says.Refused("STAMP_MISSING", "NA-n4", InvestigationRules.Submit(both, [Given.Agency], ["REPORT", "JUDGMENT"]), Given.Implementing.ToString());
        Says.Refused("STAMP_MISSING", "NA-n4", InvestigationRules.Submit(both, [Given.Implementing], ["REPORT", "JUDGMENT"]), Given.Agency.ToString());
        Says.Accepted(InvestigationRules.Submit(both, [Given.Implementing, Given.Agency], ["REPORT", "JUDGMENT"]));
    }

    [Fact]
    [Trait("Clause", "NA-f3")]
    public void The_losing_agency_stamps() =>
        Says.Refused("STAMP_MISSING", "NA-f3", InvestigationRules.Submit([Given.Agency], [], ["REPORT", "JUDGMENT"]));

    [Theory]
    [Trait("Clause", "7.1")]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, false)]
    public void Nobody_reviews_who_took_part_or_belongs_to_the_losing_agency(bool restricted, bool member, bool lawful) =>
        Assert.Equal(lawful, ReviewRules.Accept(restricted, member) is Accepted);

    [Fact]
    [Trait("Clause", "GAP-07")]
    public void A_return_lists_its_defects()
    {
        Says.Accepted(ReviewRules.Return(["未说明理由"], 0, Policy.Default), "GAP-07");
        Says.Refused("DEFECTS_MISSING", "GAP-07", ReviewRules.Return([], 0, Policy.Default));
        Says.Refused("DEFECTS_MISSING", "GAP-07", ReviewRules.Return(["未说明理由", " "], 0, Policy.Default));
    }

    [Theory]
    [Trait("Clause", "GAP-07")]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void A_report_is_returned_twice_at_most(int before, bool lawful)
    {
        Assert.Equal(lawful, ReviewRules.Return(["未说明理由"], before, Policy.Default) is Accepted);
        Assert.IsType<Accepted>(ReviewRules.Return(["未说明理由"], before, Policy.Default with { MaxReturns = before + 1 }));
    }

    [Fact]
    [Trait("Clause", "GAP-07")]
    public void Every_defect_is_answered_in_its_place()
    {
        Says.Accepted(InvestigationRules.Resubmit(2, ["已补充", "已更正"]), "GAP-07");
        Says.Refused("DEFECT_UNANSWERED", "GAP-07", InvestigationRules.Resubmit(2, ["已补充"]));
        Says.Refused("DEFECT_UNANSWERED", "GAP-07", InvestigationRules.Resubmit(2, ["", "已更正", "另附说明"]));
        Says.Refused("DEFECT_UNKNOWN", "GAP-07", InvestigationRules.Resubmit(2, ["已补充", "已更正", "另附说明"]));
    }
}
