namespace LostCases.Rules;

/// <summary>Half-years in which the joint conference meets as a rule, N5.2-c.</summary>
public static class ConferenceHalves
{
    /// <summary>The half-year a day belongs to, e.g. <c>2026H1</c> (N5.2-c).</summary>
    public static string Of(DateOnly day) => $"{day.Year}H{(day.Month <= 6 ? 1 : 2)}";

    /// <summary>Last day of a half-year: 30 June or 31 December (N5.2-c).</summary>
    public static DateOnly LastDay(int year, int half) => half == 1 ? new DateOnly(year, 6, 30) : new DateOnly(year, 12, 31);
}
