namespace LostCases.Rules;

/// <summary>Urging by hand (人工催办, 7.4): those who oversee a case press for what is to be done in it.</summary>
public static class UrgeRules
{
    /// <summary>Something must wait, with others than whoever urges, and it is urged once a working day at most.</summary>
    /// <param name="waits">Whether anything waits in the case.</param>
    /// <param name="withOthers">Whether any of it waits with others.</param>
    /// <param name="lastOn">When the one of those urged longest ago was urged last; null where one never was.</param>
    /// <param name="today">The day.</param>
    /// <param name="calendar">Working days of the case.</param>
    public static Decision Urge(bool waits, bool withOthers, DateOnly? lastOn, DateOnly today, WorkingCalendar calendar) =>
        !waits ? new Refused("NOTHING_TO_URGE", "7.4")
        : !withOthers ? new Refused("URGE_OWN", "7.4")
        : lastOn is { } last && !MayAgain(last, today, calendar) ? new Refused("URGED_TODAY", "7.4")
        : new Accepted("7.4");

    /// <summary>Whether a working day has begun since it was urged.</summary>
    public static bool MayAgain(DateOnly lastOn, DateOnly today, WorkingCalendar calendar) => today > lastOn && calendar.WorkingDaysAfter(lastOn, today) > 0;
}
