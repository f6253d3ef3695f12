using LostCases.Rules;

namespace LostCases.Platform;

/// <summary>
/// When a deadline is announced: 5 and 2 working days before or as its step says, on the day, and every third working day after.
/// </summary>
internal static class DeadlineNotices
{
    private static readonly int[] Before = [5, 2, 0];
    private const int Every = 3;

    internal static DateOnly FirstOn(DateOnly due, WorkingCalendar calendar) => DayBefore(due, Before[0], calendar);

    /// <summary>The first day from today on which to announce a due date that was just counted again.</summary>
    internal static DateOnly FirstFrom(DateOnly today, DateOnly due, WorkingCalendar calendar, IReadOnlyList<int>? before = null) =>
        NextAfter(today.AddDays(-1), due, calendar, before);

    /// <summary>The next day after today on which to announce.</summary>
    internal static DateOnly NextAfter(DateOnly today, DateOnly due, WorkingCalendar calendar, IReadOnlyList<int>? before = null)
    {
        IEnumerable<int> told = before is { Count: > 0 } ? before.Append(0).Distinct().OrderDescending() : Before;
        foreach (var days in told)
        {
            var day = DayBefore(due, days, calendar);
            if (day > today)
            {
                return day;
            }
        }

        var next = calendar.AddWorkingDays(due, 1);
        while (next <= today)
        {
            next = calendar.AddWorkingDays(next, Every);
        }

        return next;
    }

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
