using System.Text.Json;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Check.Invariants;

/// <summary>The days a clock is reminded of on (提醒日), by the rules its case keeps or the days a step that waits names; worked out here once more.</summary>
internal sealed class NoticeDays
{
    private readonly HashSet<int> _before;
    private readonly int _every;

    private NoticeDays(HashSet<int> before, int every) => (_before, _every) = (before, every);

    /// <summary>Reads them of intake's facts and of the days the steps that wait name.</summary>
    internal static NoticeDays Read(string facts, string own)
    {
        var settings = JsonSerializer.Deserialize<Dictionary<string, string>>(facts, Json.Options)!
            .Where(f => f.Key.StartsWith(Fact.SettingPrefix, StringComparison.Ordinal))
            .Select(f => KeyValuePair.Create(f.Key[Fact.SettingPrefix.Length..], f.Value));
        var policy = PolicySettings.Read("of the case", settings);
        return new([0, policy.FirstReminderWorkingDays, policy.SecondReminderWorkingDays, .. JsonSerializer.Deserialize<int[]>(own)!], policy.ReminderEveryWorkingDays);
    }

    /// <summary>Whether the day is one of them for the due day.</summary>
    internal bool Has(DateOnly day, DateOnly due, WorkingCalendar calendar) => day <= due
        ? _before.Any(days => day == Before(due, days, calendar))
        : calendar.IsWorkingDay(day) && calendar.WorkingDaysAfter(due, day) % _every == 0;

    /// <summary>The first of them.</summary>
    internal DateOnly First(DateOnly due, WorkingCalendar calendar) => Before(due, _before.Max(), calendar);

    private static DateOnly Before(DateOnly day, int workingDays, WorkingCalendar calendar)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(-1);
            workingDays -= calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }
}
