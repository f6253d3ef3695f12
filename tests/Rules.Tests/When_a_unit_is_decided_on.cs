using CsCheck;

namespace LostCases.Rules.Tests;

/// <summary>Responsibility of the unit and the organ that decides on it (单位责任), N2.4-d, N2.4-e, N2.5.1-h, GAP-03.</summary>
[Trait("Clause", "N2.4")]
public sealed class When_a_unit_is_decided_on
{
    private static readonly Gen<SanctionType[]> AnySanctions = Sample.Any<SanctionType>().Array[0, 4];

    [Fact]
    [Trait("Clause", "N2.5.1-h")]
    public void The_losing_agency_never_decides_itself_whatever_it_decides() =>
        Gen.Select(Gen.Bool, Gen.Bool, AnySanctions).Sample((serious, pursued, sanctions) => Says.Refused(
            "UNIT_DECISION_BELONGS_TO_SUPERIOR", "N2.5.1-h", UnitRules.Decide(true, serious, sanctions, pursued)));

    [Fact]
    [Trait("Clause", "N2.4-d")]
    public void A_fault_that_is_not_serious_has_exactly_the_written_self_criticism() =>
        AnySanctions.Sample(sanctions => Lawful(UnitRules.Decide(false, false, sanctions), "N2.4-d", sanctions, SanctionType.WrittenSelfCriticism));

    [Fact]
    [Trait("Clause", "N2.4-e")]
    public void A_serious_fault_has_exactly_both() => AnySanctions.Sample(sanctions => Lawful(
        UnitRules.Decide(false, true, sanctions), "N2.4-e", sanctions, SanctionType.WrittenSelfCriticism, SanctionType.CircularCriticism));

    [Fact]
    [Trait("Clause", "N2.5.1-h")]
    public void A_unit_held_not_responsible_has_none()
    {
        Says.Accepted(UnitRules.Decide(false, false, [], pursued: false), "N2.5.1-h");
        Says.Refused("UNIT_SANCTION_MISMATCH", "N2.4-d", UnitRules.Decide(false, false, [SanctionType.WrittenSelfCriticism], pursued: false));
        Says.Refused("UNIT_SANCTION_MISMATCH", "N2.4-d", UnitRules.Decide(false, false, []));
    }

    [Fact]
    public void What_is_named_as_lawful_is_accepted() => Gen.Select(Gen.Bool, Gen.Bool).Sample((serious, pursued) =>
        UnitRules.Decide(false, serious, UnitRules.Lawful(serious, pursued), pursued) is Accepted);

    [Theory]
    [Trait("Clause", "N2.5.1-h")]
    [InlineData(CaseState.Registered)]
    [InlineData(CaseState.OutOfScope)]
    [InlineData(CaseState.Suspended)]
    [InlineData(CaseState.Terminated)]
    public void Before_the_scope_is_confirmed_while_suspended_and_after_the_end_nothing_is_referred(CaseState state) =>
        Says.Refused("ILLEGAL_TRANSITION", "N2.5.1-h", UnitRules.Refer(state, true, false));

    [Fact]
    [Trait("Clause", "N2.5.1-h")]
    public void In_any_other_state_a_unit_of_the_case_is_referred_once_at_a_time()
    {
        Says.Accepted(UnitRules.Refer(CaseState.Disposing, true, false), "N2.5.1-h");
        Says.Refused("UNIT_INQUIRY_OPEN", "N2.5.1-h", UnitRules.Refer(CaseState.Disposing, true, true));
        Says.Refused("AGENCY_UNKNOWN", "N2.2-d", UnitRules.Refer(CaseState.Disposing, false, false));
    }

    [Fact]
    [Trait("Clause", "N2.5.1-h")]
    public void Only_what_was_referred_is_decided()
    {
        Says.Accepted(UnitRules.IsReferred(true), "N2.5.1-h");
        Says.Refused("UNIT_INQUIRY_MISSING", "N2.5.1-h", UnitRules.IsReferred(false));
    }

    [Fact]
    [Trait("Clause", "GAP-03")]
    public void The_superior_of_each_level_is_the_one_agreed()
    {
        var agreed = AgreedMachine.Read().Superior;
        Assert.All(Enum.GetValues<AgencyLevel>(), level => Assert.Equal(
            agreed.GetValueOrDefault(Code.Of(level)),
            SuperiorOrgan.Of(level) is { } superior ? superior.Name + (superior.Outside ? "（系统外登记）" : "") : null));
    }

    [Fact]
    [Trait("Clause", "GAP-03")]
    public void Every_organisation_with_a_route_has_a_superior() =>
        Assert.All(Policy.Default.Routes.Keys, level => Assert.NotNull(SuperiorOrgan.Of(level)));

    private static void Lawful(Decision decision, string clause, SanctionType[] sanctions, params SanctionType[] only)
    {
        if (sanctions.Distinct().Order().SequenceEqual(only.Order()))
        {
            Says.Accepted(decision, "N2.5.1-h", clause);
        }
        else
        {
            Says.Refused("UNIT_SANCTION_MISMATCH", clause, decision);
        }
    }
}
