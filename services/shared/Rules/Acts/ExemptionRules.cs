namespace LostCases.Rules;

/// <summary>What an exempted person is protected from (容错免责效果), N4.3-c, N4.3-d.</summary>
/// <param name="Appraisal">评先评优.</param>
/// <param name="Promotion">选拔任用.</param>
/// <param name="CadreAssessment">干部考核.</param>
/// <param name="WorkAssessment">工作考核; a deduction needs a reason.</param>
public sealed record ExemptionEffects(string Appraisal, string Promotion, string CadreAssessment, string WorkAssessment)
{
    /// <summary>The effects of the notice.</summary>
    public static ExemptionEffects OfTheNotice { get; } = new("NO_EFFECT", "NO_EFFECT", "NOT_NEGATIVE", "GENERALLY_NO_DEDUCTION");
}

/// <summary>Exemption (容错免责): allowed, never compulsory, and of a person, not of a unit; N4.</summary>
public static class ExemptionRules
{
    /// <summary>Whether exemption may be concluded; <paramref name="actDate"/> is the date of the administrative act.</summary>
    public static Decision Judge(FindingFacts finding, DateOnly actDate) =>
        Unfounded(finding, actDate) ?? (Decision)new Accepted(GroundRules.Clause(finding.Exemption!.Value), "N4.3-b");

    /// <summary>
    /// Whether this organ may recognise it (组织认定): the one with personnel authority over the person, or the reviewing body where the
    /// setting says so (GAP-18).
    /// </summary>
    public static Decision Recognise(PersonnelAuthority authority, RecognisingOrgan by, Policy? policy = null) =>
        by == Competent(authority, policy ?? Policy.Default) ? new Accepted("N4.3-b", "GAP-18") : new Refused("RECOGNISER_WRONG", "GAP-18");

    /// <summary>Whether a case is in a state in which exemptions are recognised, cancelled or deducted from: neither resting nor ended for want of a loss.</summary>
    public static Decision Allow(CaseState state) => state is CaseState.Suspended or CaseState.Terminated
        ? new Refused("ILLEGAL_TRANSITION", "N4.3-b", Code.Of(state))
        : new Accepted("N4.3-b");

    /// <summary>What was decided is an exemption, nobody has recognised or refused it yet, and a refusal has its reason (N4.3-b).</summary>
    public static Decision Settle(bool isExempt, ExemptionStanding standing, bool recognised, string? reason) =>
        !isExempt ? new Refused("NOT_EXEMPTED", "N4.3-b")
        : standing is ExemptionStanding.Recognised or ExemptionStanding.Refused ? new Refused("EXEMPTION_SETTLED", "N4.3-b")
        : !recognised && string.IsNullOrWhiteSpace(reason) ? new Refused("REASON_REQUIRED", "N4.3-b")
        : new Accepted("N4.3-b", "N4.3-c");

    /// <summary>A deduction in the work assessment of somebody exempted is an exception and has its reason (N4.3-d).</summary>
    public static Decision Deduct(ExemptionStanding standing, string? reason) => Change(standing, reason, "N4.3-d");

    /// <summary>A recognition that holds is cancelled for a reason; its effects end with the day of the cancellation (N4.3-c, N5.2-d).</summary>
    public static Decision Cancel(ExemptionStanding standing, string? reason) => Change(standing, reason, "N4.3-c");

    private static Decision Change(ExemptionStanding standing, string? reason, string clause) =>
        standing != ExemptionStanding.Recognised ? new Refused("EXEMPTION_NOT_RECOGNISED", clause)
        : string.IsNullOrWhiteSpace(reason) ? new Refused("REASON_REQUIRED", clause)
        : new Accepted(clause);

    private static RecognisingOrgan Competent(PersonnelAuthority authority, Policy policy) => policy.Recogniser switch
    {
        Recogniser.ReviewBody => RecognisingOrgan.ReviewBody,
        Recogniser.PersonnelAuthority => authority == PersonnelAuthority.Agency ? RecognisingOrgan.LosingAgency : RecognisingOrgan.TransferOrgan,
    };

    internal static Refused? Unfounded(FindingFacts finding, DateOnly actDate) => finding switch
    {
        { Exemption: null } => new Refused("NO_EXEMPTION_GROUND", "N4.2"),
        { Exemption: ExemptionCircumstance.PriorRiskFiling } when !(finding.RiskFiledOn < actDate) => new Refused("RISK_FILING_NOT_PRIOR", "N4.2-d"),
        { Exemption: ExemptionCircumstance.PriorRiskFiling, RiskFilingCoversAct: false } => new Refused("RISK_FILING_NOT_COVERING", "N4.2-d"),
        { RedLineCrossed: null } => new Refused("RED_LINE_UNANSWERED", "N4.3-a"),
        { RedLineCrossed: true } => new Refused("RED_LINE_CROSSED", "N4.3-a"),
        _ when !IsAssessed(finding.Assessment) => new Refused("EXEMPTION_FACTORS_MISSING", "N4.1-b"),
        _ when string.IsNullOrWhiteSpace(finding.CorrectiveMeasures) => new Refused("CORRECTIVE_MEASURES_MISSING", "N4.1-a"),
        { ProposedSanctions.Count: > 0 } => new Refused("SANCTION_NOT_ALLOWED", "N2.4-b"),
        _ => Undocumented(finding),
    };

    private static Refused? Undocumented(FindingFacts finding) => finding.Exemption switch
    {
        ExemptionCircumstance.PriorRiskFiling or ExemptionCircumstance.UrgentRiskyTaskMistake or null => null,
        { } circumstance => GroundRules.Missing("exemptionBasis", finding.ExemptionBasis, GroundRules.Clause(circumstance)),
    };

    private static bool IsAssessed(ExemptionAssessment? six) => six is not null
        && new[] { six.Motive, six.Conditions, six.Procedure, six.Degree, six.Consequence, six.Recovery }.All(f => !string.IsNullOrWhiteSpace(f));
}
