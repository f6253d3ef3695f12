namespace LostCases.Rules;

/// <summary>Dates that cannot be.</summary>
public static class DateRules
{
    /// <summary>The fact an act builds on did not happen after it; dates in Asia/Shanghai.</summary>
    public static Decision NotBefore(string field, DateOnly on, DateOnly? basis) => on < basis
        ? new Refused("DATE_IMPOSSIBLE", "4.1", field)
        : new Accepted();

    /// <summary>Act, judgment, service: in that order and none in the future; DATE_IMPOSSIBLE names the first field that cannot be. What is not known yet is left out.</summary>
    public static Decision Plausible(DateOnly? actDate, DateOnly? madeOn, IEnumerable<DateOnly> served, DateOnly today)
    {
        var services = served.ToList();
        return madeOn > today ? Impossible("madeOn")
            : services.Exists(s => s < madeOn || s > today) ? Impossible("servedOn")
            : actDate > madeOn ? Impossible("actDate")
            : new Accepted();
    }

    private static Refused Impossible(string field) => new("DATE_IMPOSSIBLE", "4.1", field);
}
