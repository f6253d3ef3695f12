namespace LostCases.Rules;

/// <summary>Mediation: immunity and refusal to take part, N3.</summary>
public static class MediationRules
{
    /// <summary>Invited, did not attend, and had no just cause: the ground REFUSED_MEDIATION may be ticked (N3.1-d).</summary>
    public static bool IsRefusal(MediationInvitation? invitation) =>
        invitation is { Attended: false } && string.IsNullOrWhiteSpace(invitation.JustCause);

    /// <summary>
    /// Whether the person is immune for the mediation: authorised beforehand, by the rules, led by a court (N3.2-a), and not
    /// improper through intent or gross negligence (N3.2-c). Covers who authorised and who mediated (N3.2-b), never the act sued over.
    /// </summary>
    public static Decision Immunity(FindingFacts finding) => NoImmunity(finding) ?? (Decision)new Accepted("N3.2-a", "N3.2-b");

    internal static Refused? NoImmunity(FindingFacts finding) => finding switch
    {
        { MediationAuthorised: false } or { MediationCourtLed: false } or { MediationByRules: false } => Refusal("N3.2-a"),
        _ when finding.MediationAuthorisedOn > finding.MediatedOn => Refusal("N3.1-a"),
        { FaultDegree: null or FaultDegree.Intent or FaultDegree.Gross } => Refusal("N3.2-c"),
        _ => null,
    };

    private static Refused Refusal(string clause) => new("MEDIATION_IMMUNITY_NOT_AVAILABLE", clause);
}
