using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Exemption for mistakes (容错免责), 四, N4.</summary>
[Trait("Clause", "N4.2")]
public sealed class When_a_person_is_exempted
{
    [Theory]
    [InlineData(ExemptionCircumstance.InnovationUnclearPolicy, "N4.2-a")]
    [InlineData(ExemptionCircumstance.KeyWorkMistake, "N4.2-b")]
    [InlineData(ExemptionCircumstance.UrgentRiskyTaskMistake, "N4.2-c")]
    [InlineData(ExemptionCircumstance.OtherByRegulation, "N4.2-d")]
    public void Each_circumstance_allows_it_and_is_the_basis(ExemptionCircumstance circumstance, string clause)
    {
        var finding = Given.Exempted with { Exemption = circumstance };
        Says.Accepted(Given.Judge(finding), clause, "N4.3-b", "N2.5.1-g");
        Says.Accepted(ExemptionRules.Judge(finding, Given.ActDate), clause);
    }

    [Fact]
    public void Without_a_circumstance_nobody_is_exempted() =>
        Says.Refused("NO_EXEMPTION_GROUND", "N4.2", Given.Judge(Given.Exempted with { Exemption = null }));

    [Theory]
    [Trait("Clause", "N4.2-d")]
    [InlineData("2021-12-19", true, null)]
    [InlineData("2021-12-20", true, "RISK_FILING_NOT_PRIOR")]
    [InlineData("2021-12-21", true, "RISK_FILING_NOT_PRIOR")]
    [InlineData("", true, "RISK_FILING_NOT_PRIOR")]
    [InlineData("2021-12-19", false, "RISK_FILING_NOT_COVERING")]
    public void A_risk_filing_is_earlier_than_the_act_and_covers_it(string filed, bool covers, string? refused)
    {
        var judged = Given.Judge(Given.Exempted with
        {
            Exemption = ExemptionCircumstance.PriorRiskFiling,
            RiskFiledOn = DayOrNull(filed),
            RiskFilingCoversAct = covers,
        });
        if (refused is null)
        {
            Says.Accepted(judged, "N4.2-d");
        }
        else
        {
            Says.Refused(refused, "N4.2-d", judged);
        }
    }

    [Fact]
    [Trait("Clause", "N4.1-b")]
    public void Each_of_the_six_factors_is_assessed_in_words()
    {
        var six = Given.Exempted.Assessment!;
        Assert.All(
            new[]
            {
                null, six with { Motive = "" }, six with { Conditions = " " }, six with { Procedure = "" }, six with { Degree = "" },
                six with { Consequence = "" }, six with { Recovery = "" },
            },
            spoiled => Says.Refused("EXEMPTION_FACTORS_MISSING", "N4.1-b", Given.Judge(Given.Exempted with { Assessment = spoiled })));
    }

    [Fact]
    [Trait("Clause", "N4.1-a")]
    public void Tolerance_goes_with_correction() =>
        Says.Refused("CORRECTIVE_MEASURES_MISSING", "N4.1-a", Given.Judge(Given.Exempted with { CorrectiveMeasures = "" }));

    [Fact]
    [Trait("Clause", "N4.3-a")]
    public void The_red_line_is_asked_about_and_was_not_crossed()
    {
        Says.Refused("RED_LINE_UNANSWERED", "N4.3-a", Given.Judge(Given.Exempted with { RedLineCrossed = null }));
        Says.Refused("RED_LINE_CROSSED", "N4.3-a", Given.Judge(Given.Exempted with { RedLineCrossed = true }));
    }

    [Theory]
    [InlineData(ExemptionCircumstance.InnovationUnclearPolicy, "N4.2-a")]
    [InlineData(ExemptionCircumstance.KeyWorkMistake, "N4.2-b")]
    [InlineData(ExemptionCircumstance.OtherByRegulation, "N4.2-d")]
    public void The_policy_deployment_or_provision_relied_on_is_cited(ExemptionCircumstance circumstance, string clause) => Says.Refused(
        "GROUND_DETAIL_MISSING", clause, Given.Judge(Given.Exempted with { Exemption = circumstance, ExemptionBasis = null }), "exemptionBasis");

    [Fact]
    [Trait("Clause", "N2.4-b")]
    public void No_sanction_may_be_attached() => Says.Refused(
        "SANCTION_NOT_ALLOWED", "N2.4-b", Given.Judge(Given.Exempted with { ProposedSanctions = [SanctionType.TransferPost] }));

    [Fact]
    [Trait("Clause", "N2.5.1-g")]
    public void It_has_its_reason() => Says.Refused("REASON_REQUIRED", "N2.5.1-g", Given.Judge(Given.Exempted with { Reason = null }));

    [Theory]
    [Trait("Clause", "GAP-18")]
    [InlineData(PersonnelAuthority.Agency, RecognisingOrgan.LosingAgency, true)]
    [InlineData(PersonnelAuthority.Agency, RecognisingOrgan.TransferOrgan, false)]
    [InlineData(PersonnelAuthority.Agency, RecognisingOrgan.ReviewBody, false)]
    [InlineData(PersonnelAuthority.MuniOrgDept, RecognisingOrgan.TransferOrgan, true)]
    [InlineData(PersonnelAuthority.MuniOrgDept, RecognisingOrgan.LosingAgency, false)]
    [InlineData(PersonnelAuthority.CountyOrgDept, RecognisingOrgan.LosingAgency, false)]
    [InlineData(PersonnelAuthority.Vertical, RecognisingOrgan.ReviewBody, false)]
    public void The_organ_with_personnel_authority_recognises_it(PersonnelAuthority authority, RecognisingOrgan by, bool lawful)
    {
        Assert.Equal(lawful, ExemptionRules.Recognise(authority, by) is Accepted);
        Assert.Equal(by == RecognisingOrgan.ReviewBody, ExemptionRules.Recognise(authority, by, Policy.Default with { Recogniser = Recogniser.ReviewBody }) is Accepted);
    }

    [Theory]
    [Trait("Clause", "N4.3-b")]
    [InlineData(true, ExemptionStanding.Claimed, true, null, null)]
    [InlineData(true, ExemptionStanding.Claimed, false, "不符合情形", null)]
    [InlineData(true, ExemptionStanding.Cancelled, true, null, null)]
    [InlineData(false, ExemptionStanding.Claimed, true, null, "NOT_EXEMPTED")]
    [InlineData(true, ExemptionStanding.Recognised, true, null, "EXEMPTION_SETTLED")]
    [InlineData(true, ExemptionStanding.Refused, true, null, "EXEMPTION_SETTLED")]
    [InlineData(true, ExemptionStanding.Claimed, false, " ", "REASON_REQUIRED")]
    public void It_is_recognised_or_refused_once_and_a_refusal_has_its_reason(bool exempt, ExemptionStanding standing, bool recognised, string? reason, string? refused)
    {
        var said = ExemptionRules.Settle(exempt, standing, recognised, reason);
        if (refused is null)
        {
            Says.Accepted(said, "N4.3-b", "N4.3-c");
        }
        else
        {
            Says.Refused(refused, "N4.3-b", said);
        }
    }

    [Fact]
    [Trait("Clause", "N4.3-d")]
    public void A_deduction_is_from_somebody_recognised_and_has_its_reason()
    {
        Says.Accepted(ExemptionRules.Deduct(ExemptionStanding.Recognised, "考核办法第九条"), "N4.3-d");
        Says.Refused("REASON_REQUIRED", "N4.3-d", ExemptionRules.Deduct(ExemptionStanding.Recognised, " "));
        Says.Refused("EXEMPTION_NOT_RECOGNISED", "N4.3-d", ExemptionRules.Deduct(ExemptionStanding.Claimed, "考核办法第九条"));
    }

    [Fact]
    [Trait("Clause", "N4.3-c")]
    public void What_holds_is_cancelled_for_a_reason()
    {
        Says.Accepted(ExemptionRules.Cancel(ExemptionStanding.Recognised, "查实弄虚作假"), "N4.3-c");
        Says.Refused("REASON_REQUIRED", "N4.3-c", ExemptionRules.Cancel(ExemptionStanding.Recognised, null));
        Says.Refused("EXEMPTION_NOT_RECOGNISED", "N4.3-c", ExemptionRules.Cancel(ExemptionStanding.Cancelled, "查实弄虚作假"));
    }

    [Fact]
    [Trait("Clause", "N4.3-c")]
    public void Its_effects_are_those_of_the_notice() => Assert.Equal(
        new ExemptionEffects("NO_EFFECT", "NO_EFFECT", "NOT_NEGATIVE", "GENERALLY_NO_DEDUCTION"), ExemptionEffects.OfTheNotice);
}
