namespace LostCases.Rules;

/// <summary>Responsibility of the unit (单位责任), N2.4-d, N2.4-e, N2.5.1-h.</summary>
public static class UnitRules
{
    private static readonly CaseState[] NotNow = [CaseState.Registered, CaseState.OutOfScope, CaseState.Suspended, CaseState.Terminated];

    /// <summary>Referral to the superior: any time after the case was found in scope, for a unit of the case, one at a time.</summary>
    public static Decision Refer(CaseState state, bool isUnitOfCase, bool isOpen) => state switch
    {
        _ when NotNow.Contains(state) => new Refused("ILLEGAL_TRANSITION", "N2.5.1-h", Code.Of(state)),
        _ when !isUnitOfCase => new Refused("AGENCY_UNKNOWN", "N2.2-d"),
        _ when isOpen => new Refused("UNIT_INQUIRY_OPEN", "N2.5.1-h"),
        _ => new Accepted("N2.5.1-h"),
    };

    /// <summary>Only what was referred is decided.</summary>
    public static Decision IsReferred(bool referred) => referred ? new Accepted("N2.5.1-h") : new Refused("UNIT_INQUIRY_MISSING", "N2.5.1-h");

    /// <summary>
    /// The superior alone decides; the set of sanctions follows from how serious it was. <paramref name="pursued"/> is false where
    /// the superior holds the unit not responsible: then there is no sanction.
    /// </summary>
    public static Decision Decide(bool decidedByLosingAgency, bool serious, IReadOnlyList<SanctionType> sanctions, bool pursued = true) =>
        decidedByLosingAgency ? new Refused("UNIT_DECISION_BELONGS_TO_SUPERIOR", "N2.5.1-h")
        : !Lawful(serious, pursued).ToHashSet().SetEquals(sanctions) ? new Refused("UNIT_SANCTION_MISMATCH", Clause(serious))
        : new Accepted("N2.5.1-h", Clause(serious));

    /// <summary>The only lawful set: none, self-criticism, or with circular criticism where serious.</summary>
    public static IReadOnlyList<SanctionType> Lawful(bool serious, bool pursued = true) => (pursued, serious) switch
    {
        (false, _) => [],
        (true, false) => [SanctionType.WrittenSelfCriticism],
        (true, true) => [SanctionType.WrittenSelfCriticism, SanctionType.CircularCriticism],
    };

    private static string Clause(bool serious) => serious ? "N2.4-e" : "N2.4-d";
}
