namespace LostCases.Rules;

/// <summary>Joint conference and execution of the notice, N5.2, N5.3.</summary>
public static class SupervisionRules
{
    /// <summary>The half-year a day belongs to, e.g. <c>2026H1</c> (N5.2-c).</summary>
    public static string HalfOf(DateOnly day) => $"{day.Year}H{(day.Month <= 6 ? 1 : 2)}";

    /// <summary>Last day of a half-year: 30 June or 31 December (N5.2-c).</summary>
    public static DateOnly LastDay(int year, int half) => half == 1 ? new DateOnly(year, 6, 30) : new DateOnly(year, 12, 31);

    /// <summary>Both consequences the notice names are recorded, with what was not done (N5.3-b).</summary>
    public static Decision NonCompliance(string? facts, IReadOnlyList<SanctionType> consequences)
    {
        SanctionType[] lawful = [SanctionType.CircularCriticism, SanctionType.WrittenSelfCriticism];
        return string.IsNullOrWhiteSpace(facts) ? new Refused("REASON_REQUIRED", "N5.3-b")
            : !lawful.ToHashSet().SetEquals(consequences) ? new Refused("CONSEQUENCES_MISMATCH", "N5.3-b")
            : new Accepted("N5.3-b");
    }
}
