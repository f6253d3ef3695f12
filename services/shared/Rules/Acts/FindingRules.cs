namespace LostCases.Rules;

/// <summary>A finding about one person as the investigation proposes it (个人责任认定).</summary>
public sealed record FindingFacts
{
    /// <summary>Conclusion.</summary>
    public required Conclusion Conclusion { get; init; }

    /// <summary>Grounds for pursuing (应当追责情形).</summary>
    public IReadOnlyList<MustGround> MustGrounds { get; init; } = [];

    /// <summary>Grounds for not pursuing (不予追责情形).</summary>
    public IReadOnlyList<NotPursueGround> NotPursueGrounds { get; init; } = [];

    /// <summary>Reasons in words.</summary>
    public string? Reason { get; init; }

    /// <summary>Why one ground outweighs the other where both kinds are ticked (GAP-11).</summary>
    public string? BalancingReason { get; init; }

    /// <summary>Proposed forms of responsibility (拟追责方式).</summary>
    public IReadOnlyList<SanctionType> ProposedSanctions { get; init; } = [];

    /// <summary>Degree of fault.</summary>
    public FaultDegree? FaultDegree { get; init; }

    /// <summary>Whether serious consequences followed.</summary>
    public bool SeriousConsequence { get; init; }

    /// <summary>Whether exemption was considered; must be answered (N1-c).</summary>
    public bool? ExemptionConsidered { get; init; }

    /// <summary>Circumstance claimed for exemption.</summary>
    public ExemptionCircumstance? Exemption { get; init; }

    /// <summary>Date of the risk filing relied on.</summary>
    public DateOnly? RiskFiledOn { get; init; }

    /// <summary>Whether the six factors of N4.1-b were assessed.</summary>
    public bool FactorsAssessed { get; init; }

    /// <summary>Whether the discipline red line or the legal bottom line was crossed; must be answered for exemption (N4.3-a).</summary>
    public bool? RedLineCrossed { get; init; }

    /// <summary>Whether the agency had authorised the mediation (N3.2-a).</summary>
    public bool MediationAuthorised { get; init; }

    /// <summary>Whether a court led the mediation (N3.2-a).</summary>
    public bool MediationCourtLed { get; init; }
}

/// <summary>What a finding must contain, N2.3, N3, N4.</summary>
public static class FindingRules
{
    /// <summary>Judges one finding; <paramref name="actDate"/> is the date of the administrative act.</summary>
    public static Decision Judge(FindingFacts finding, DateOnly actDate)
    {
        var decision = finding.Conclusion switch
        {
            Conclusion.Pursue => Pursue(finding),
            Conclusion.NotPursued => NotPursued(finding),
            Conclusion.Exempt => Exempt(finding, actDate),
            Conclusion.NoFault or Conclusion.Transferred => new Accepted("N2.5.1-c"),
        };
        return decision switch
        {
            Refused => decision,
            _ when string.IsNullOrWhiteSpace(finding.Reason) => new Refused("REASON_REQUIRED", "N2.5.1-g"),
            _ when IsContradictory(finding) => new Refused("BALANCING_REASON_REQUIRED", "GAP-11"),
            _ when finding.ExemptionConsidered is null => new Refused("EXEMPTION_NOT_CONSIDERED", "N1-c"),
            _ => decision,
        };
    }

    private static Decision Pursue(FindingFacts finding) => finding switch
    {
        { MustGrounds.Count: 0 } => new Refused("NO_MUST_PURSUE_GROUND", "N2.3"),
        _ when LacksThirdGround(finding) => new Refused("GROUND3_NEEDS_BOTH", "N2.3-c"),
        { ProposedSanctions.Count: 0 } => new Refused("SANCTION_MISSING", "N2.5.1-f"),
        _ => new Accepted("N2.3", "N2.5.1-f"),
    };

    private static Decision NotPursued(FindingFacts finding) => finding switch
    {
        { NotPursueGrounds.Count: 0 } => new Refused("NO_NOT_PURSUE_GROUND", "N2.5.1-g"),
        _ when finding.NotPursueGrounds.Contains(NotPursueGround.MediationImmunity) && !HasMediationImmunity(finding) =>
            new Refused("MEDIATION_IMMUNITY_NOT_AVAILABLE", "N3.2"),
        { ProposedSanctions.Count: > 0 } => new Refused("SANCTION_NOT_ALLOWED", "N2.4"),
        _ => new Accepted("N2.3", "N3.2"),
    };

    private static Decision Exempt(FindingFacts finding, DateOnly actDate) => finding switch
    {
        { Exemption: null } => new Refused("NO_EXEMPTION_GROUND", "N4.2"),
        { Exemption: ExemptionCircumstance.PriorRiskFiling } when !(finding.RiskFiledOn < actDate) =>
            new Refused("RISK_FILING_NOT_PRIOR", "N4.2-d"),
        { FactorsAssessed: false } or { RedLineCrossed: null } => new Refused("EXEMPTION_FACTORS_MISSING", "N4.1-b"),
        { RedLineCrossed: true } => new Refused("RED_LINE_CROSSED", "N4.3-a"),
        { ProposedSanctions.Count: > 0 } => new Refused("SANCTION_NOT_ALLOWED", "N2.4"),
        _ => new Accepted("N4.2", "N4.3"),
    };

    private static bool LacksThirdGround(FindingFacts finding) =>
        finding.MustGrounds.Contains(MustGround.IntentOrGrossWithSeriousConsequence)
        && !(finding is { SeriousConsequence: true, FaultDegree: FaultDegree.Intent or FaultDegree.Gross });

    private static bool HasMediationImmunity(FindingFacts finding) =>
        finding is { MediationAuthorised: true, MediationCourtLed: true, FaultDegree: not (FaultDegree.Intent or FaultDegree.Gross) };

    private static bool IsContradictory(FindingFacts finding) =>
        finding is { MustGrounds.Count: > 0, NotPursueGrounds.Count: > 0 } && string.IsNullOrWhiteSpace(finding.BalancingReason);
}
