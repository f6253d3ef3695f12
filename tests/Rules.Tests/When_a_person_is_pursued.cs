namespace LostCases.Rules.Tests;

/// <summary>Pursuing a person (应当追责), 二（三）（四）, N2.3-a…c, N2.4.</summary>
[Trait("Clause", "N2.3")]
public sealed class When_a_person_is_pursued
{
    [Theory]
    [InlineData(MustGround.FailDuty, "N2.3-a")]
    [InlineData(MustGround.ImproperDuty, "N2.3-a")]
    [InlineData(MustGround.ImproperLitigationConduct, "N2.3-b")]
    public void Each_ground_alone_is_enough_and_is_the_basis(MustGround ground, string clause) =>
        Says.Accepted(Given.Judge(Given.Pursued with { MustGrounds = [ground] }), clause, "N2.5.1-f");

    [Fact]
    public void Without_a_ground_nobody_is_pursued() =>
        Says.Refused("NO_MUST_PURSUE_GROUND", "N2.3", Given.Judge(Given.Pursued with { MustGrounds = [] }));

    [Theory]
    [Trait("Clause", "N2.3-c")]
    [InlineData(FaultDegree.Intent, true, true)]
    [InlineData(FaultDegree.Gross, true, true)]
    [InlineData(FaultDegree.Negligent, true, false)]
    [InlineData(FaultDegree.Slight, true, false)]
    [InlineData(FaultDegree.None, true, false)]
    [InlineData(null, true, false)]
    [InlineData(FaultDegree.Intent, false, false)]
    [InlineData(FaultDegree.Gross, false, false)]
    public void The_third_ground_needs_intent_or_gross_negligence_and_serious_consequences(FaultDegree? degree, bool serious, bool lawful)
    {
        var judged = Given.Judge(Third with { FaultDegree = degree, SeriousConsequence = serious });
        if (lawful)
        {
            Says.Accepted(judged, "N2.3-c");
        }
        else
        {
            Says.Refused("GROUND3_NEEDS_BOTH", "N2.3-c", judged);
        }
    }

    [Fact]
    [Trait("Clause", "N2.3-c")]
    public void The_serious_consequences_are_described() =>
        Says.Refused("GROUND_DETAIL_MISSING", "N2.3-c", Given.Judge(Third with { ConsequenceText = " " }), "consequenceText");

    [Fact]
    [Trait("Clause", "N2.5.1-f")]
    public void The_form_of_responsibility_is_named() =>
        Says.Refused("SANCTION_MISSING", "N2.5.1-f", Given.Judge(Given.Pursued with { ProposedSanctions = [] }));

    public static TheoryData<string> Unweighed() => ["none", "scale 0", "scale 6", "no words"];

    [Theory]
    [Trait("Clause", "N2.4-a")]
    [MemberData(nameof(Unweighed))]
    public void The_three_factors_are_weighed_before_a_form_is_chosen(string how)
    {
        var factors = how switch
        {
            "none" => null,
            "scale 0" => Given.Factors with { Nature = new(0, "程序问题") },
            "scale 6" => Given.Factors with { Fault = new(6, "一般过失") },
            _ => Given.Factors with { Consequence = new(3, "") },
        };
        Says.Refused("FACTORS_MISSING", "N2.4-a", Given.Judge(Given.Pursued with { Factors = factors }));
    }

    [Fact]
    [Trait("Clause", "N2.4-b")]
    public void Several_forms_may_be_combined_and_another_form_is_named_in_words()
    {
        var several = Given.Pursued with { ProposedSanctions = [SanctionType.CircularCriticism, SanctionType.TransferPost, SanctionType.Other] };
        Says.Refused("SANCTION_TEXT_MISSING", "N2.4-b", Given.Judge(several));
        Says.Accepted(Given.Judge(several with { OtherSanction = "批评教育" }));
    }

    [Fact]
    [Trait("Clause", "N2.5.1-c")]
    public void The_reason_says_how_the_fault_led_to_the_loss() =>
        Says.Refused("REASON_REQUIRED", "N2.5.1-c", Given.Judge(Given.Pursued with { Reason = null }));

    [Fact]
    [Trait("Clause", "N2.3-h")]
    public void Grounds_of_both_kinds_are_weighed_against_each_other_in_writing()
    {
        var both = Given.Pursued with { NotPursueGrounds = [NotPursueGround.OtherUnsuitable] };
        Says.Refused("BALANCING_REASON_REQUIRED", "N2.3-h", Given.Judge(both));
        Says.Accepted(Given.Judge(both with { BalancingReason = "过错起主要作用" }), "N2.3-a", "N2.3-g");
    }

    [Fact]
    [Trait("Clause", "N1-c")]
    public void Whether_exemption_was_considered_is_answered_either_way()
    {
        Says.Refused("EXEMPTION_NOT_CONSIDERED", "N1-c", Given.Judge(Given.Pursued with { ExemptionConsidered = null }));
        Says.Accepted(Given.Judge(Given.Pursued with { ExemptionConsidered = false }));
    }

    [Theory]
    [Trait("Clause", "N3.1-d")]
    [InlineData(true, false, null, true)]
    [InlineData(true, false, " ", true)]
    [InlineData(true, false, "依法不得调解", false)]
    [InlineData(true, true, null, false)]
    [InlineData(false, false, null, false)]
    public void Refusing_mediation_is_a_ground_only_where_invited_absent_and_without_just_cause(bool invited, bool attended, string? cause, bool lawful)
    {
        var judged = Given.Judge(Given.Pursued with
        {
            MustGrounds = [MustGround.RefusedMediation],
            Invitation = invited ? new(attended, cause) : null,
        });
        if (lawful)
        {
            Says.Accepted(judged, "N3.1-d");
        }
        else
        {
            Says.Refused("REFUSED_MEDIATION_NOT_SHOWN", "N3.1-d", judged);
        }
    }

    [Fact]
    public void Whoever_is_without_fault_has_neither_ground_nor_sanction()
    {
        var free = new FindingFacts { Conclusion = Conclusion.NoFault, Reason = "未参与", ExemptionConsidered = false };
        Says.Accepted(Given.Judge(free), "N2.5.1-c");
        Says.Refused("GROUND_NOT_ALLOWED", "N2.3-a", Given.Judge(free with { MustGrounds = [MustGround.FailDuty] }));
        Says.Refused("SANCTION_NOT_ALLOWED", "N2.4-b", Given.Judge(free with { ProposedSanctions = [SanctionType.CircularCriticism] }));
    }

    [Fact]
    [Trait("Clause", "N2.5.1-i")]
    public void A_finding_for_another_organ_needs_a_reason_and_carries_the_proposal()
    {
        var transferred = Given.Pursued with { Conclusion = Conclusion.Transferred };
        Says.Accepted(Given.Judge(transferred), "N2.5.1-i");
        Says.Refused("REASON_REQUIRED", "N2.5.1-c", Given.Judge(transferred with { Reason = "" }));
    }

    private static FindingFacts Third => Given.Pursued with
    {
        MustGrounds = [MustGround.IntentOrGrossWithSeriousConsequence],
        FaultDegree = FaultDegree.Gross,
        SeriousConsequence = true,
        ConsequenceText = "群体性事件",
    };
}
