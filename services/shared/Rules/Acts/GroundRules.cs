namespace LostCases.Rules;

/// <summary>Grounds and circumstances: their clauses, and what has to be on file for each, N2.3, N4.2.</summary>
public static class GroundRules
{
    /// <summary>Clause of a ground for pursuing.</summary>
    public static string Clause(MustGround ground) => ground switch
    {
        MustGround.FailDuty or MustGround.ImproperDuty => "N2.3-a",
        MustGround.ImproperLitigationConduct => "N2.3-b",
        MustGround.IntentOrGrossWithSeriousConsequence => "N2.3-c",
        MustGround.RefusedMediation => "N3.1-d",
    };

    /// <summary>Clause of a ground for not pursuing.</summary>
    public static string Clause(NotPursueGround ground) => ground switch
    {
        NotPursueGround.LawInterpretationDivergence => "N2.3-d",
        NotPursueGround.DiligentButUndetectable => "N2.3-e",
        NotPursueGround.MinorCorrected => "N2.3-f",
        NotPursueGround.OtherUnsuitable => "N2.3-g",
        NotPursueGround.MediationImmunity => "N3.2-a",
    };

    /// <summary>Clause of a circumstance of exemption.</summary>
    public static string Clause(ExemptionCircumstance circumstance) => circumstance switch
    {
        ExemptionCircumstance.InnovationUnclearPolicy => "N4.2-a",
        ExemptionCircumstance.KeyWorkMistake => "N4.2-b",
        ExemptionCircumstance.UrgentRiskyTaskMistake => "N4.2-c",
        ExemptionCircumstance.PriorRiskFiling or ExemptionCircumstance.OtherByRegulation => "N4.2-d",
    };

    /// <summary>The first thing missing from what the ticked grounds need on file; GROUND_DETAIL_MISSING names it.</summary>
    internal static Refused? Undetailed(FindingFacts finding)
    {
        var third = finding.MustGrounds.Contains(MustGround.IntentOrGrossWithSeriousConsequence);
        return (third ? Missing("consequenceText", finding.ConsequenceText, "N2.3-c") : null)
            ?? finding.NotPursueGrounds.Select(g => Undetailed(g, finding)).FirstOrDefault(r => r is not null);
    }

    /// <summary>Clauses of the grounds the finding names, each once.</summary>
    public static IEnumerable<string> Clauses(FindingFacts finding) =>
    [
        .. finding.MustGrounds.Select(Clause).Concat(finding.NotPursueGrounds.Select(Clause)).Distinct(),
        .. finding is { Conclusion: Conclusion.Exempt, Exemption: { } circumstance } ? [Clause(circumstance)] : Array.Empty<string>(),
    ];

    /// <summary>Clauses the finding rests on.</summary>
    internal static IEnumerable<string> Basis(FindingFacts finding) =>
    [
        .. Clauses(finding),
        .. finding.Conclusion == Conclusion.Exempt && finding.Exemption is not null ? ["N4.3-b"] : Array.Empty<string>(),
        finding.Conclusion switch
        {
            Conclusion.Pursue => "N2.5.1-f",
            Conclusion.NotPursued or Conclusion.Exempt => "N2.5.1-g",
            Conclusion.NoFault => "N2.5.1-c",
            Conclusion.Transferred => "N2.5.1-i",
        },
    ];

    internal static Refused? Missing(string what, string? text, string clause) =>
        string.IsNullOrWhiteSpace(text) ? new Refused("GROUND_DETAIL_MISSING", clause, what) : null;

    private static Refused? Undetailed(NotPursueGround ground, FindingFacts finding) => ground switch
    {
        NotPursueGround.LawInterpretationDivergence => Missing("legalSource", finding.LegalSource, Clause(ground)),
        NotPursueGround.DiligentButUndetectable => Missing("checksMade", finding.ChecksMade, Clause(ground)),
        NotPursueGround.MinorCorrected => Missing("educationRecord", finding.EducationRecord, Clause(ground)) ?? Uncorrected(finding),
        // The free text these two need is the reason, which every finding has.
        NotPursueGround.OtherUnsuitable or NotPursueGround.MediationImmunity => null,
    };

    /// <summary>Minor, then educated, then corrected. 一般过失 may be minor in its circumstances; intent and gross negligence never are.</summary>
    private static Refused? Uncorrected(FindingFacts finding) =>
        finding.FaultDegree is FaultDegree.Slight or FaultDegree.Negligent && finding.EducatedOn <= finding.CorrectedOn
            ? null
            : new Refused("CORRECTION_NOT_SHOWN", "N2.3-f");
}
