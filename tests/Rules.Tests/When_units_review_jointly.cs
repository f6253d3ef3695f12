namespace LostCases.Rules.Tests;

/// <summary>What the members of a joint review do (联合审核), N2.5.2-g.</summary>
[Trait("Clause", "N2.5.2-g")]
public sealed class When_units_review_jointly
{
    private static readonly MemberFacts Court = new(MemberGroup.Court, JointOpinion.Agree);
    private static readonly MemberFacts OrgDept = new(MemberGroup.OrgDept, JointOpinion.Disagree);

    [Fact]
    public void A_unit_that_takes_no_part_does_not_speak() => Says.Refused("NOT_A_MEMBER", "N2.5.2-g", JointReviewRules.Speak(false, false, JointOpinion.Agree, null));

    [Fact]
    public void A_member_speaks_once() => Says.Refused("OPINION_ALREADY_GIVEN", "N2.5.2-g", JointReviewRules.Speak(true, true, JointOpinion.Agree, null));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Dissent_gives_its_reasons(string? text) => Says.Refused("REASON_REQUIRED", "N2.5.2-g", JointReviewRules.Speak(true, false, JointOpinion.Disagree, text));

    [Theory]
    [InlineData(JointOpinion.Agree)]
    [InlineData(JointOpinion.Abstain)]
    [InlineData(JointOpinion.AttendOnly)]
    public void The_other_opinions_need_no_words(JointOpinion opinion) => Assert.IsType<Accepted>(JointReviewRules.Speak(true, false, opinion, null));

    [Fact]
    public void Dissent_does_not_keep_it_from_being_concluded() => Assert.IsType<Accepted>(JointReviewRules.Conclude([Court, OrgDept], null, minutesAttached: true));

    [Fact]
    public void The_minutes_are_attached() => Says.Refused("MINUTES_MISSING", "N2.5.2-g", JointReviewRules.Conclude([Court, OrgDept], null, minutesAttached: false));

    [Fact]
    public void Who_only_attends_does_not_count_towards_the_quorum()
    {
        var silent = OrgDept with { Opinion = JointOpinion.AttendOnly };
        Says.Refused("JOINT_QUORUM_MISSING", "N2.5.2-g", JointReviewRules.Conclude([Court, silent], 1, minutesAttached: true));
    }

    [Fact]
    public void A_quorum_never_asks_for_more_units_than_there_are() =>
        Assert.IsType<Accepted>(JointReviewRules.Conclude([Court, OrgDept], 5, minutesAttached: true));
}
