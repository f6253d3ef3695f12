namespace LostCases.Rules;

/// <summary>One factor as it was weighed.</summary>
/// <param name="Scale">1 (light) to 5 (grave).</param>
/// <param name="Text">In words.</param>
public sealed record Weighed(int Scale, string Text);

/// <summary>The three factors that are weighed before a form of responsibility is chosen (N2.4-a).</summary>
/// <param name="Consequence">败诉后果影响.</param>
/// <param name="Nature">问题性质.</param>
/// <param name="Fault">过错程度.</param>
public sealed record SanctionFactors(Weighed Consequence, Weighed Nature, Weighed Fault);

/// <summary>The six factors that are assessed before anybody is exempted (N4.1-b), each in words.</summary>
/// <param name="Motive">动机态度.</param>
/// <param name="Conditions">客观条件.</param>
/// <param name="Procedure">程序方法.</param>
/// <param name="Degree">性质程度.</param>
/// <param name="Consequence">后果影响.</param>
/// <param name="Recovery">挽回损失.</param>
public sealed record ExemptionAssessment(string Motive, string Conditions, string Procedure, string Degree, string Consequence, string Recovery);

/// <summary>A court's invitation to mediate (N3.1-b, N3.1-d).</summary>
/// <param name="Attended">Whether the agency attended.</param>
/// <param name="JustCause">Why it had just cause not to attend; null where it had none.</param>
public sealed record MediationInvitation(bool Attended, string? JustCause);

/// <summary>A finding about one person as the investigation proposes it (个人责任认定).</summary>
public sealed record FindingFacts
{
    /// <summary>Conclusion.</summary>
    public required Conclusion Conclusion { get; init; }

    /// <summary>Grounds for pursuing (应当追责情形).</summary>
    public IReadOnlyList<MustGround> MustGrounds { get; init; } = [];

    /// <summary>Grounds for not pursuing (不予追责情形).</summary>
    public IReadOnlyList<NotPursueGround> NotPursueGrounds { get; init; } = [];

    /// <summary>Reasons in words: how the loss came about, or why the person is not pursued.</summary>
    public string? Reason { get; init; }

    /// <summary>Why one ground outweighs the other where both kinds are ticked (N2.3-h).</summary>
    public string? BalancingReason { get; init; }

    /// <summary>Proposed forms of responsibility (拟追责方式).</summary>
    public IReadOnlyList<SanctionType> ProposedSanctions { get; init; } = [];

    /// <summary>The form in words where it is <see cref="SanctionType.Other"/> (N2.4-b).</summary>
    public string? OtherSanction { get; init; }

    /// <summary>The three factors the form follows from (N2.4-a).</summary>
    public SanctionFactors? Factors { get; init; }

    /// <summary>Degree of fault; in a finding on mediation, of the fault in the mediation.</summary>
    public FaultDegree? FaultDegree { get; init; }

    /// <summary>Whether serious consequences followed.</summary>
    public bool SeriousConsequence { get; init; }

    /// <summary>What they were (N2.3-c).</summary>
    public string? ConsequenceText { get; init; }

    /// <summary>The norm the agency's reading rests on (N2.3-d).</summary>
    public string? LegalSource { get; init; }

    /// <summary>The checks that were made (N2.3-e).</summary>
    public string? ChecksMade { get; init; }

    /// <summary>Record of criticism and education (N2.3-f).</summary>
    public string? EducationRecord { get; init; }

    /// <summary>Date of criticism and education (N2.3-f).</summary>
    public DateOnly? EducatedOn { get; init; }

    /// <summary>Date the fault was corrected (N2.3-f).</summary>
    public DateOnly? CorrectedOn { get; init; }

    /// <summary>The court's invitation to mediate; null where none was received (N3.1-d).</summary>
    public MediationInvitation? Invitation { get; init; }

    /// <summary>Whether the agency had authorised the mediation (N3.2-a).</summary>
    public bool MediationAuthorised { get; init; }

    /// <summary>Whether a court led the mediation (N3.2-a).</summary>
    public bool MediationCourtLed { get; init; }

    /// <summary>Whether the rules on mediation were kept (依照有关规定要求, N3.2-a).</summary>
    public bool MediationByRules { get; init; }

    /// <summary>Date of the authorisation; one given after the mediation does not cover it (N3.1-a).</summary>
    public DateOnly? MediationAuthorisedOn { get; init; }

    /// <summary>Date of the mediation.</summary>
    public DateOnly? MediatedOn { get; init; }

    /// <summary>Day the person stated the case and defended themselves, or was given the occasion (陈述申辩, GAP-19); null where not.</summary>
    public DateOnly? StatementHeardOn { get; init; }

    /// <summary>Whether exemption was considered; must be answered (N1-c).</summary>
    public bool? ExemptionConsidered { get; init; }

    /// <summary>Circumstance claimed for exemption.</summary>
    public ExemptionCircumstance? Exemption { get; init; }

    /// <summary>The decision deployed, the policy left unclear or the provision relied on (N4.2).</summary>
    public string? ExemptionBasis { get; init; }

    /// <summary>Date of the risk filing relied on.</summary>
    public DateOnly? RiskFiledOn { get; init; }

    /// <summary>Whether the risk filing covers the act (N4.2-d).</summary>
    public bool RiskFilingCoversAct { get; init; }

    /// <summary>The six factors (N4.1-b).</summary>
    public ExemptionAssessment? Assessment { get; init; }

    /// <summary>What is corrected besides exempting (容纠并举, N4.1-a).</summary>
    public string? CorrectiveMeasures { get; init; }

    /// <summary>Whether the discipline red line or the legal bottom line was crossed; must be answered for exemption (N4.3-a).</summary>
    public bool? RedLineCrossed { get; init; }
}
