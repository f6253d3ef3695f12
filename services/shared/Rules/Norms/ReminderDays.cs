namespace LostCases.Rules;

/// <summary>The days on which a limit is reminded of (提醒、催办, 2.4, 7.4): before the due day, on it, and again and again after it.</summary>
public static class ReminderDays
{
    /// <summary>The first day of reminding of a limit that is due on a day; it may have passed.</summary>
    /// <param name="due">Last day in time.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="policy">Rules of the case: how many working days before and after.</param>
    public static DateOnly First(DateOnly due, WorkingCalendar calendar, Policy policy) => DayBefore(due, Before(policy, null).First(), calendar);

    /// <summary>The next day of reminding after a day.</summary>
    /// <param name="after">The day.</param>
    /// <param name="due">Last day in time.</param>
    /// <param name="calendar">Working days.</param>
    /// <param name="policy">Rules of the case.</param>
    /// <param name="before">Working days before the due day where the step that waits names its own (环节提醒); none or null: those of the rules.</param>
    public static DateOnly NextAfter(DateOnly after, DateOnly due, WorkingCalendar calendar, Policy policy, IReadOnlyList<int>? before = null)
    {
        foreach (var days in Before(policy, before))
        {
            if (DayBefore(due, days, calendar) is var day && day > after)
            {
                return day;
            }
        }

        var next = due;
        do
        {
            next = calendar.AddWorkingDays(next, policy.ReminderEveryWorkingDays);
        }
        while (next <= after);
        return next;
    }

    private static IEnumerable<int> Before(Policy policy, IReadOnlyList<int>? own) =>
        (own is { Count: > 0 } ? own : [policy.FirstReminderWorkingDays, policy.SecondReminderWorkingDays]).Append(0).Distinct().OrderDescending();

    private static DateOnly DayBefore(DateOnly due, int workingDays, WorkingCalendar calendar)
    {
        var day = due;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(-1);
            left -= calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }
}
