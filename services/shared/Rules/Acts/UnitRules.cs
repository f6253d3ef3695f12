namespace LostCases.Rules;

/// <summary>Responsibility of the unit (单位责任), N2.4-d, N2.4-e, N2.5.1-h.</summary>
public static class UnitRules
{
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
