namespace LostCases.Rules.Tests;

/// <summary>Completing the investigation (调查完成), T05; N2.2, N2.5.1.</summary>
[Trait("Clause", "N2.5.1")]
public sealed class When_an_investigation_is_completed
{
    private static readonly InvestigationFacts TwoBodies = Given.Investigation with
    {
        ImplementingBody = Given.Implementing,
        Persons = [new(Given.Implementing, Given.Pursued)],
        NominalAtFault = false,
    };

    [Fact]
    public void Causes_persons_and_answers_make_it_complete() => Says.Accepted(InvestigationRules.Complete(Given.Investigation), "N2.5.1-c", "N2.5.1-d");

    [Fact]
    [Trait("Clause", "N2.5.1-c")]
    public void A_cause_that_exists_is_named()
    {
        Says.Refused("CAUSE_ANALYSIS_MISSING", "N2.5.1-c", InvestigationRules.Complete(Given.Investigation with { Causes = [] }));
        Says.Refused("CAUSE_UNKNOWN", "N2.5.1-c", InvestigationRules.Complete(Given.Investigation with { Causes = ["C-LAW", "C-LUCK"] }), "C-LUCK");
    }

    [Fact]
    [Trait("Clause", "N2.2-a")]
    public void Somebody_is_examined_or_there_is_a_reason_why_nobody_is()
    {
        var nobody = Given.Investigation with { Persons = [] };
        Says.Refused("PERSON_MISSING", "N2.2-a", InvestigationRules.Complete(nobody));
        Says.Accepted(InvestigationRules.Complete(nobody with { NoPersonReason = "当事人均已死亡" }));
    }

    [Fact]
    [Trait("Clause", "N2.5.1-c")]
    public void Every_person_has_a_conclusion() => Says.Refused("FINDING_MISSING", "N2.5.1-c", InvestigationRules.Complete(
        Given.Investigation with { Persons = [new(Given.Agency, Given.Pursued), new(Given.Agency, null)] }));

    [Fact]
    public void One_unlawful_finding_holds_it_up() => Says.Refused("NO_MUST_PURSUE_GROUND", "N2.3", InvestigationRules.Complete(
        Given.Investigation with { Persons = [new(Given.Agency, Given.NotPursued), new(Given.Agency, Given.Pursued with { MustGrounds = [] })] }));

    [Fact]
    [Trait("Clause", "N2.5.1-h")]
    public void Responsibility_of_the_unit_is_proposed_or_denied()
    {
        Says.Refused("UNIT_PROPOSAL_MISSING", "N2.5.1-h", InvestigationRules.Complete(Given.Investigation with { UnitProposed = null }));
        Says.Accepted(InvestigationRules.Complete(Given.Investigation with { UnitProposed = true }));
    }

    [Fact]
    [Trait("Clause", "N2.2-b")]
    public void Persons_of_the_implementing_body_are_listed_where_it_is_another()
    {
        Says.Accepted(InvestigationRules.Complete(TwoBodies));
        Says.Refused("IMPLEMENTING_PERSON_MISSING", "N2.2-b", InvestigationRules.Complete(
            TwoBodies with { Persons = [new(Given.Agency, Given.Pursued)] }));
        Says.Accepted(InvestigationRules.Complete(TwoBodies with { Persons = [], NoPersonReason = "当事人均已死亡" }));
    }

    [Fact]
    [Trait("Clause", "N2.2-c")]
    public void The_nominal_bodys_fault_is_answered_and_its_persons_listed_where_it_has_some()
    {
        Says.Refused("NOMINAL_FAULT_UNANSWERED", "N2.2-c", InvestigationRules.Complete(TwoBodies with { NominalAtFault = null }));
        Says.Refused("NOMINAL_PERSON_MISSING", "N2.2-c", InvestigationRules.Complete(TwoBodies with { NominalAtFault = true }));
        Says.Accepted(InvestigationRules.Complete(
            TwoBodies with { NominalAtFault = true, Persons = [.. TwoBodies.Persons, new(Given.Agency, Given.Pursued)] }));
    }

    [Fact]
    public void Every_cause_code_has_a_name_and_no_other_code_has() =>
        Assert.Equal((12, true, null), (Causes.Codes.Count(), Causes.Codes.All(c => Causes.Name(c) is { Length: > 1 }), Causes.Name("C-LUCK")));
}
