namespace LostCases.Rules;

/// <summary>Dates that cannot be; the refusal says which day bounds them.</summary>
public static class DateRules
{
    /// <summary>The fact an act builds on did not happen after it; dates in Asia/Shanghai.</summary>
    public static Decision NotBefore(string field, DateOnly on, DateOnly? basis) => on < basis ? Early(field, basis.Value) : new Accepted();

    /// <summary>Act, judgment, service: in that order and none in the future; DATE_IMPOSSIBLE names the first field that cannot be. What is not known yet is left out.</summary>
    public static Decision Plausible(DateOnly? actDate, DateOnly? madeOn, IEnumerable<DateOnly> served, DateOnly today)
    {
        var services = served.ToList();
        return madeOn > today ? Late("madeOn", today)
            : services.Exists(s => s < madeOn) ? Early("servedOn", madeOn!.Value)
            : services.Exists(s => s > today) ? Late("servedOn", today)
            : actDate > madeOn ? Late("actDate", madeOn.Value)
            : new Accepted();
    }

    /// <summary>The date is earlier than the first that can be.</summary>
    public static Refused Early(string field, DateOnly first, string clause = "4.1") => new("DATE_IMPOSSIBLE", clause, field, new(first, IsEarliest: true));

    /// <summary>The date is later than the last that can be.</summary>
    public static Refused Late(string field, DateOnly last, string clause = "4.1") => new("DATE_IMPOSSIBLE", clause, field, new(last, IsEarliest: false));
}
