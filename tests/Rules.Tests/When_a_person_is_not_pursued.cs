using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Not pursuing a person (不予追责), N2.3-d…g, and immunity for mediation, N3.2.</summary>
[Trait("Clause", "N2.3")]
public sealed class When_a_person_is_not_pursued
{
    [Fact]
    [Trait("Clause", "N2.5.1-g")]
    public void A_ground_and_a_reason_are_needed()
    {
        Says.Accepted(Given.Judge(Given.NotPursued), "N2.3-d", "N2.5.1-g");
        Says.Refused("NO_NOT_PURSUE_GROUND", "N2.5.1-g", Given.Judge(Given.NotPursued with { NotPursueGrounds = [] }));
        Says.Refused("REASON_REQUIRED", "N2.5.1-g", Given.Judge(Given.NotPursued with { Reason = " " }));
    }

    [Fact]
    [Trait("Clause", "N2.3-d")]
    public void Another_reading_of_the_law_names_the_norm_it_rests_on() =>
        Says.Refused("GROUND_DETAIL_MISSING", "N2.3-d", Given.Judge(Given.NotPursued with { LegalSource = null }), "legalSource");

    [Fact]
    [Trait("Clause", "N2.3-e")]
    public void Diligence_describes_the_checks_that_were_made()
    {
        var diligent = Given.NotPursued with { NotPursueGrounds = [NotPursueGround.DiligentButUndetectable] };
        Says.Refused("GROUND_DETAIL_MISSING", "N2.3-e", Given.Judge(diligent), "checksMade");
        Says.Accepted(Given.Judge(diligent with { ChecksMade = "核验证件原件并函询发证机关" }), "N2.3-e");
    }

    [Theory]
    [Trait("Clause", "N2.3-f")]
    [InlineData("谈话记录", "2022-03-01", "2022-03-01", FaultDegree.Slight, null)]
    [InlineData("谈话记录", "2022-03-01", "2022-03-15", FaultDegree.Negligent, null)]
    [InlineData("", "2022-03-01", "2022-03-15", FaultDegree.Slight, "GROUND_DETAIL_MISSING")]
    [InlineData("谈话记录", "2022-03-01", "2022-02-28", FaultDegree.Slight, "CORRECTION_NOT_SHOWN")]
    [InlineData("谈话记录", "2022-03-01", "", FaultDegree.Slight, "CORRECTION_NOT_SHOWN")]
    [InlineData("谈话记录", "", "2022-03-15", FaultDegree.Slight, "CORRECTION_NOT_SHOWN")]
    [InlineData("谈话记录", "2022-03-01", "2022-03-15", FaultDegree.Gross, "CORRECTION_NOT_SHOWN")]
    [InlineData("谈话记录", "2022-03-01", "2022-03-15", FaultDegree.Intent, "CORRECTION_NOT_SHOWN")]
    [InlineData("谈话记录", "2022-03-01", "2022-03-15", null, "CORRECTION_NOT_SHOWN")]
    public void A_minor_fault_was_corrected_after_education_with_record_and_date(
        string record, string educated, string corrected, FaultDegree? degree, string? refused)
    {
        var judged = Given.Judge(Given.NotPursued with
        {
            NotPursueGrounds = [NotPursueGround.MinorCorrected],
            EducationRecord = record,
            EducatedOn = DayOrNull(educated),
            CorrectedOn = DayOrNull(corrected),
            FaultDegree = degree,
        });
        if (refused is null)
        {
            Says.Accepted(judged, "N2.3-f");
        }
        else
        {
            Says.Refused(refused, "N2.3-f", judged);
        }
    }

    [Fact]
    [Trait("Clause", "N2.3-g")]
    public void Another_unsuitable_circumstance_is_the_reason_in_words()
    {
        var other = Given.NotPursued with { NotPursueGrounds = [NotPursueGround.OtherUnsuitable] };
        Says.Accepted(Given.Judge(other), "N2.3-g");
        Says.Refused("REASON_REQUIRED", "N2.5.1-g", Given.Judge(other with { Reason = null }));
    }

    [Fact]
    [Trait("Clause", "N2.4-b")]
    public void No_sanction_may_be_attached() => Says.Refused(
        "SANCTION_NOT_ALLOWED", "N2.4-b", Given.Judge(Given.NotPursued with { ProposedSanctions = [SanctionType.WrittenSelfCriticism] }));

    [Theory]
    [Trait("Clause", "N3.2")]
    [InlineData(true, true, true, FaultDegree.Negligent, null)]
    [InlineData(true, true, true, FaultDegree.None, null)]
    [InlineData(false, true, true, FaultDegree.Negligent, "N3.2-a")]
    [InlineData(true, false, true, FaultDegree.Negligent, "N3.2-a")]
    [InlineData(true, true, false, FaultDegree.Negligent, "N3.2-a")]
    [InlineData(true, true, true, FaultDegree.Gross, "N3.2-c")]
    [InlineData(true, true, true, FaultDegree.Intent, "N3.2-c")]
    [InlineData(true, true, true, null, "N3.2-c")]
    public void Mediation_makes_immune_when_authorised_by_the_rules_court_led_and_not_grossly_improper(
        bool authorised, bool courtLed, bool byRules, FaultDegree? degree, string? refusedBy)
    {
        var finding = Given.Mediated with { MediationAuthorised = authorised, MediationCourtLed = courtLed, MediationByRules = byRules, FaultDegree = degree };
        if (refusedBy is null)
        {
            Says.Accepted(Given.Judge(finding), "N3.2-a");
            Says.Accepted(MediationRules.Immunity(finding), "N3.2-a", "N3.2-b");
        }
        else
        {
            Says.Refused("MEDIATION_IMMUNITY_NOT_AVAILABLE", refusedBy, Given.Judge(finding));
            Says.Refused("MEDIATION_IMMUNITY_NOT_AVAILABLE", refusedBy, MediationRules.Immunity(finding));
        }
    }

    [Fact]
    [Trait("Clause", "N3.1-a")]
    public void An_authorisation_after_the_mediation_does_not_cover_it()
    {
        var late = Given.Mediated with { MediationAuthorisedOn = Day("2023-05-11"), MediatedOn = Day("2023-05-10") };
        Says.Refused("MEDIATION_IMMUNITY_NOT_AVAILABLE", "N3.1-a", Given.Judge(late));
        Says.Accepted(Given.Judge(late with { MediationAuthorisedOn = Day("2023-05-10") }));
    }

    [Fact]
    [Trait("Clause", "N3.2-b")]
    public void Immunity_for_mediation_does_not_hide_a_ground_in_the_act_itself() => Says.Refused(
        "BALANCING_REASON_REQUIRED", "N2.3-h", Given.Judge(Given.Mediated with { MustGrounds = [MustGround.ImproperDuty] }));

    [Theory]
    [InlineData(false, null, true)]
    [InlineData(false, "未收到邀请的证明", false)]
    [InlineData(true, null, false)]
    public void An_absence_without_just_cause_is_a_refusal_to_mediate(bool attended, string? cause, bool refusal)
    {
        Assert.Equal(refusal, MediationRules.IsRefusal(new MediationInvitation(attended, cause)));
        Assert.False(MediationRules.IsRefusal(null));
    }
}
