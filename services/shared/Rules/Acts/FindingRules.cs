namespace LostCases.Rules;

/// <summary>What a finding about a person must contain, N2.3, N2.4, N2.5.1; the order of domain 1G.</summary>
public static class FindingRules
{
    /// <summary>Judges one finding; <paramref name="actDate"/> is the date of the administrative act.</summary>
    public static Decision Judge(FindingFacts finding, DateOnly actDate, Policy? policy = null)
    {
        var refused = finding.Conclusion switch
        {
            Conclusion.Pursue => PursuedWithoutBasis(finding) ?? Unheard(finding, policy ?? Policy.Default),
            Conclusion.NotPursued => SparedWithoutBasis(finding),
            Conclusion.Exempt => ExemptionRules.Unfounded(finding, actDate),
            Conclusion.NoFault => FaultlessYetBlamed(finding),
            Conclusion.Transferred => null,
        };
        return refused ?? Unreasoned(finding) ?? GroundRules.Undetailed(finding) ?? Unbalanced(finding, policy ?? Policy.Default) ?? Unconsidered(finding)
            ?? (Decision)new Accepted([.. GroundRules.Basis(finding)]);
    }

    private static Refused? PursuedWithoutBasis(FindingFacts finding) => finding switch
    {
        { MustGrounds.Count: 0 } => new Refused("NO_MUST_PURSUE_GROUND", "N2.3"),
        _ when LacksThirdGround(finding) => new Refused("GROUND3_NEEDS_BOTH", "N2.3-c"),
        _ when finding.MustGrounds.Contains(MustGround.RefusedMediation) && !MediationRules.IsRefusal(finding.Invitation) =>
            new Refused("REFUSED_MEDIATION_NOT_SHOWN", "N3.1-d"),
        { ProposedSanctions.Count: 0 } => new Refused("SANCTION_MISSING", "N2.5.1-f"),
        _ when !AreWeighed(finding.Factors) => new Refused("FACTORS_MISSING", "N2.4-a"),
        _ when finding.ProposedSanctions.Contains(SanctionType.Other) && string.IsNullOrWhiteSpace(finding.OtherSanction) =>
            new Refused("SANCTION_TEXT_MISSING", "N2.4-b"),
        _ => null,
    };

    private static Refused? SparedWithoutBasis(FindingFacts finding) => finding switch
    {
        { NotPursueGrounds.Count: 0 } => new Refused("NO_NOT_PURSUE_GROUND", "N2.5.1-g"),
        _ when finding.NotPursueGrounds.Contains(NotPursueGround.MediationImmunity) && MediationRules.NoImmunity(finding) is { } refused => refused,
        { ProposedSanctions.Count: > 0 } => new Refused("SANCTION_NOT_ALLOWED", "N2.4-b"),
        _ => null,
    };

    private static Refused? FaultlessYetBlamed(FindingFacts finding) => finding switch
    {
        { MustGrounds: [var ground, ..] } => new Refused("GROUND_NOT_ALLOWED", GroundRules.Clause(ground)),
        { ProposedSanctions.Count: > 0 } => new Refused("SANCTION_NOT_ALLOWED", "N2.4-b"),
        _ => null,
    };

    private static Refused? Unreasoned(FindingFacts finding) => !string.IsNullOrWhiteSpace(finding.Reason) ? null
        : new Refused("REASON_REQUIRED", finding.Conclusion is Conclusion.NotPursued or Conclusion.Exempt ? "N2.5.1-g" : "N2.5.1-c");

    /// <summary>What the notice leaves open: whether forms may be combined, and whether the person has to be heard first.</summary>
    private static Refused? Unheard(FindingFacts finding, Policy policy) => finding switch
    {
        _ when !policy.CumulationAllowed && finding.ProposedSanctions.Count > 1 => new Refused("SANCTIONS_CUMULATED", "GAP-11"),
        { StatementHeardOn: null } when policy.Statement == StatementRule.Required => new Refused("STATEMENT_MISSING", "GAP-19"),
        _ => null,
    };

    private static Refused? Unbalanced(FindingFacts finding, Policy policy) =>
        policy.BalancingReasonRequired && finding is { MustGrounds.Count: > 0, NotPursueGrounds.Count: > 0 } && string.IsNullOrWhiteSpace(finding.BalancingReason)
            ? new Refused("BALANCING_REASON_REQUIRED", "N2.3-h")
            : null;

    private static Refused? Unconsidered(FindingFacts finding) =>
        finding.ExemptionConsidered is null ? new Refused("EXEMPTION_NOT_CONSIDERED", "N1-c") : null;

    private static bool LacksThirdGround(FindingFacts finding) =>
        finding.MustGrounds.Contains(MustGround.IntentOrGrossWithSeriousConsequence)
        && !(finding is { SeriousConsequence: true, FaultDegree: FaultDegree.Intent or FaultDegree.Gross });

    private static bool AreWeighed(SanctionFactors? factors) =>
        factors is not null && new[] { factors.Consequence, factors.Nature, factors.Fault }.All(f => f is { Scale: >= 1 and <= 5 } && !string.IsNullOrWhiteSpace(f.Text));
}
