namespace LostCases.Rules;

/// <summary>Responsibility of the unit (单位责任), N2.4-d, N2.4-e, N2.5.1-h.</summary>
public static class UnitRules
{
    /// <summary>The superior alone decides; the set of sanctions follows from how serious it was.</summary>
    public static Decision Decide(bool decidedByLosingAgency, bool serious, IReadOnlyList<SanctionType> sanctions)
    {
        SanctionType[] lawful = serious
            ? [SanctionType.WrittenSelfCriticism, SanctionType.CircularCriticism]
            : [SanctionType.WrittenSelfCriticism];
        return (decidedByLosingAgency, lawful.ToHashSet().SetEquals(sanctions)) switch
        {
            (true, _) => new Refused("UNIT_DECISION_BELONGS_TO_SUPERIOR", "N2.5.1-h"),
            (_, false) => new Refused("UNIT_SANCTION_MISMATCH", serious ? "N2.4-e" : "N2.4-d"),
            _ => new Accepted("N2.4-d", "N2.4-e"),
        };
    }
}
