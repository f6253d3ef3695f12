using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Joint review, completion, feedback and filing (联合审核、审核完成、反馈、备案), T10–T14.</summary>
[Trait("Clause", "N2.5.2")]
public sealed class When_a_report_is_reviewed
{
    [Theory]
    [Trait("Clause", "N2.5.2-g")]
    [InlineData("COURT", "ORG_DEPT")]
    [InlineData("ORG_DEPT", "COURT")]
    [InlineData("DISCIPLINE", "COURT")]
    public void Court_and_organisation_department_take_part(string only, string missing) =>
        Says.Refused("JOINT_PARTICIPANT_MISSING", "N2.5.2-g", ReviewRules.StartJoint([only], "争议较大"), missing);

    [Fact]
    [Trait("Clause", "N2.5.2-f")]
    public void Others_may_join_and_the_reason_is_stated()
    {
        Says.Accepted(ReviewRules.StartJoint(["DISCIPLINE", "ORG_DEPT", "COURT"], "争议较大"), "N2.5.2-f", "N2.5.2-g");
        Says.Refused("REASON_REQUIRED", "N2.5.2-f", ReviewRules.StartJoint(["COURT", "ORG_DEPT"], null));
        Says.Refused("REASON_REQUIRED", "N2.5.2-f", ReviewRules.StartJoint(["COURT", "ORG_DEPT"], "争议较大", isMarked: false));
        Says.Refused("REVIEWER_CONFLICTED", "7.1", ReviewRules.StartJoint(["COURT", "ORG_DEPT"], "争议较大", partyTakesPart: true));
    }

    [Fact]
    [Trait("Clause", "N2.5.2-g")]
    public void It_is_concluded_when_every_participant_has_spoken()
    {
        Says.Refused("JOINT_OPINION_MISSING", "N2.5.2-g", ReviewRules.ConcludeJoint(["COURT", "ORG_DEPT"], ["COURT"]), "ORG_DEPT");
        Says.Refused("JOINT_OPINION_MISSING", "N2.5.2-g", ReviewRules.ConcludeJoint(["COURT", "ORG_DEPT", "DISCIPLINE"], ["ORG_DEPT", "COURT"]), "DISCIPLINE");
        Says.Refused("JOINT_OPINION_MISSING", "N2.5.2-g", ReviewRules.ConcludeJoint(["COURT"], ["COURT"]), "ORG_DEPT");
        Says.Accepted(ReviewRules.ConcludeJoint(["COURT", "ORG_DEPT"], ["ORG_DEPT", "COURT"]), "N2.5.2-g");
    }

    [Fact]
    [Trait("Clause", "N2.5.2-f")]
    public void A_mark_needs_its_reason_and_so_does_none_where_one_was_suggested()
    {
        Says.Refused("REASON_REQUIRED", "N2.5.2-f", ReviewRules.Mark([JointMark.Major], suggested: false, " "));
        Says.Refused("REASON_REQUIRED", "GAP-16", ReviewRules.Mark([], suggested: true, null));
        Says.Accepted(ReviewRules.Mark([], suggested: true, "争议不大"));
        Says.Accepted(ReviewRules.Mark([], suggested: false, null));
        Assert.All(Enum.GetValues<JointMark>(), mark => Says.Accepted(ReviewRules.Mark([mark], suggested: false, "有争议"), "N2.5.2-f"));
    }

    [Theory]
    [Trait("Clause", "N2.5.2-f")]
    [InlineData(Fact.JointRequired, 0, "GAP-01")]
    [InlineData(Fact.JointFlagged, 0, "N2.5.2-f")]
    [InlineData(Fact.JointRequired, 1, null)]
    [InlineData(Fact.JointFlagged, 1, null)]
    public void A_compulsory_joint_review_is_concluded_before_the_review_is(string why, int concluded, string? clause)
    {
        var decision = ReviewRules.Complete(Given.Facts((why, "TRUE"), (Fact.JointConcluded, $"{concluded}")), "事实清楚");
        if (clause is null)
        {
            Says.Accepted(decision, "N2.5.2-e");
        }
        else
        {
            Says.Refused("JOINT_REVIEW_REQUIRED", clause, decision);
        }
    }

    [Fact]
    [Trait("Clause", "NA-f4")]
    public void The_opinion_has_its_reasons()
    {
        Says.Refused("REASON_REQUIRED", "NA-f4", ReviewRules.Complete(Given.Facts(), " "));
        Says.Accepted(ReviewRules.Complete(Given.Facts(), "事实清楚"), "NA-f4");
    }

    [Fact]
    [Trait("Clause", "N2.5.2-h")]
    public void Feedback_carries_the_opinion()
    {
        Says.Refused("ATTACHMENT_MISSING", "N2.5.2-h", ReviewRules.SendFeedback(false), "OPINION");
        Says.Accepted(ReviewRules.SendFeedback(true), "N2.5.2-h");
    }

    [Fact]
    [Trait("Clause", "GAP-09")]
    public void Feedback_nobody_signs_for_counts_as_received_after_two_working_days() => Assert.Equal(
        Day("2024-05-07"), ReviewRules.DeemedReceivedOn(Day("2024-04-30"), WorkingCalendar.National, Policy.Default));

    [Theory]
    [Trait("Clause", "GAP-09")]
    [InlineData("2024-04-30", "2024-04-29", "", "2024-04-30")]
    [InlineData("2024-04-30", "2024-05-06", "", "2024-05-06")]
    [InlineData("2024-04-30", "2024-05-06", "2024-06-03", "2024-06-03")]
    public void Feedback_has_arrived_when_it_is_sent_lies_before_the_agency_and_the_case_does_not_rest(string sent, string before, string resumed, string arrived) =>
        Assert.Equal(Day(arrived), ReviewRules.ArrivedOn(Day(sent), Day(before), DayOrNull(resumed)));

    [Theory]
    [Trait("Clause", "N2.5.3-a")]
    [InlineData("2024-05-06", "2024-05-06")]
    [InlineData("2024-05-07", "2024-05-07")]
    [InlineData("2024-05-08", "2024-05-07")]
    public void Signing_late_does_not_move_the_day_of_receipt(string on, string received) =>
        Assert.Equal(Day(received), ReviewRules.ReceivedOn(Day(on), Day("2024-05-07")));

    [Fact]
    [Trait("Clause", "N2.5.2-i")]
    public void A_county_review_is_filed_once_it_is_complete()
    {
        (string, string)[] reviewed = [(Fact.County, "TRUE"), (Fact.Reviewed, "TRUE")];
        Says.Accepted(ReviewRules.File(Given.Facts(reviewed)), "N2.5.2-i");
        Says.Refused("FILING_NOT_APPLICABLE", "N2.5.2-i", ReviewRules.File(Given.Facts((Fact.Reviewed, "TRUE"))));
        Says.Refused("ILLEGAL_TRANSITION", "N2.5.2-i", ReviewRules.File(Given.Facts((Fact.County, "TRUE"), (Fact.Scope, "IN"))), "INVESTIGATING");
        Says.Refused("ALREADY_FILED", "N2.5.2-i", ReviewRules.File(Given.Facts([.. reviewed, (Fact.Filed, "2023-08-08")])));
        Says.Refused("ILLEGAL_TRANSITION", "N2.5.2-i", ReviewRules.File(Given.Facts([.. reviewed, (Fact.Suspended, "TRUE")])), "SUSPENDED");
        Says.Refused("ILLEGAL_TRANSITION", "N2.5.2-i", ReviewRules.File(Given.Facts([.. reviewed, (Fact.Terminated, "TRUE")])), "TERMINATED");
    }

    [Fact]
    [Trait("Clause", "N2.5.2-i")]
    public void Filing_runs_beside_feedback_and_disposition() => Assert.All(
        new[] { Fact.FeedbackSent, Fact.FeedbackReceived, Fact.OwnPartDone },
        later => Says.Accepted(ReviewRules.File(Given.Facts((Fact.County, "TRUE"), (Fact.Reviewed, "TRUE"), (later, "TRUE")))));

    public static TheoryData<JointReason> Reasons() => [.. Enum.GetValues<JointReason>()];

    [Theory]
    [Trait("Clause", "GAP-16")]
    [MemberData(nameof(Reasons))]
    public void Joint_review_is_suggested_for_exactly_the_sign_there_is(JointReason reason) =>
        Assert.Equal([reason], JointSuggestions.Of(Sign(reason), Policy.Default));

    [Fact]
    [Trait("Clause", "GAP-16")]
    public void Nothing_is_suggested_for_an_ordinary_case() => Assert.Empty(JointSuggestions.Of(Ordinary with { Plaintiffs = 9 }, Policy.Default));

    private static JointSigns Ordinary => new() { LosingAgency = AgencyLevel.CountyUnit, Findings = [Given.Pursued, Given.NotPursued], Plaintiffs = 1 };

    [Fact]
    [Trait("Clause", "GAP-16")]
    public void What_every_owner_knows_suggests_it_together()
    {
        var facts = Given.Facts((Fact.AgencyLevel, "MUNI_GOV"), (Fact.SuggestJointReview, "TRUE"), (Fact.JointSigns, "MUNICIPAL_GOVERNMENT+UNIT_SERIOUS+NO_SUCH_CODE"));
        Assert.Equal([JointReason.JudicialSuggestion, JointReason.MunicipalGovernment, JointReason.UnitSerious], JointSuggestions.Known(facts, Policy.Default));
        Assert.Empty(JointSuggestions.Known(Given.Facts((Fact.AgencyLevel, "COUNTY_UNIT"), (Fact.JointSigns, "")), Policy.Default));
    }

    private static JointSigns Sign(JointReason reason) => reason switch
    {
        JointReason.JudicialSuggestion => Ordinary with { JudicialSuggestion = true },
        JointReason.MunicipalGovernment => Ordinary with { LosingAgency = AgencyLevel.MuniGov },
        JointReason.GroundsCollide => Ordinary with { Findings = [Given.Pursued with { NotPursueGrounds = [NotPursueGround.MinorCorrected] }] },
        JointReason.OtherUnsuitable => Ordinary with { Findings = [Given.NotPursued with { NotPursueGrounds = [NotPursueGround.OtherUnsuitable] }] },
        JointReason.ExemptionClaimed => Ordinary with { Findings = [Given.Exempted] },
        JointReason.UnitSerious => Ordinary with { UnitSerious = true },
        JointReason.BodiesDisagree => Ordinary with { BodiesDisagree = true },
        JointReason.ManyPlaintiffsOrSeries => Ordinary with { Plaintiffs = 10 },
        JointReason.GraveSanction => Ordinary with { Findings = [Given.Pursued with { ProposedSanctions = [SanctionType.TransferPost] }] },
        JointReason.AgencyObjects => Ordinary with { AgencyObjects = true },
    };
}
