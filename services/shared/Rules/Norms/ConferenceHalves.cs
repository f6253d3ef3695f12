using System.Globalization;

namespace LostCases.Rules;

/// <summary>How the regular meeting of a half-year stands on a day (例会情况), N5.2-c.</summary>
/// <param name="Half">The half-year, e.g. <c>2026H1</c>.</param>
/// <param name="Status">How it stands.</param>
/// <param name="DueOn">Day by which it is held as a rule (原则期限).</param>
/// <param name="RemindFrom">Day from which it is reminded of.</param>
/// <param name="HeldOn">Day it was held; null while it is not.</param>
public sealed record HalfStanding(string Half, ConferenceStatus Status, DateOnly DueOn, DateOnly RemindFrom, DateOnly? HeldOn);

/// <summary>Half-years in which the joint conference meets as a rule, N5.2-c.</summary>
public static class ConferenceHalves
{
    /// <summary>The half-year a day belongs to, e.g. <c>2026H1</c> (N5.2-c).</summary>
    public static string Of(DateOnly day) => $"{day.Year}H{(day.Month <= 6 ? 1 : 2)}";

    /// <summary>Last day of a half-year: 30 June or 31 December (N5.2-c).</summary>
    public static DateOnly LastDay(int year, int half) => half == 1 ? new DateOnly(year, 6, 30) : new DateOnly(year, 12, 31);

    /// <summary>The day after which as many working days remain, the last day of the half-year included, as the rules remind ahead (前20个工作日).</summary>
    public static DateOnly RemindFrom(DateOnly dueOn, WorkingCalendar calendar, Policy policy)
    {
        var day = dueOn;
        for (var left = policy.ConferenceReminderWorkingDays; left > 0; day = day.AddDays(-1))
        {
            left -= calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>
    /// How a half-year stands on a day, given the days of the regular meetings: held once one fell into it; else not yet to be reminded of, to
    /// be reminded of, or exceeded (原则上: never a breach). An extraordinary meeting (临时会议) is none of them.
    /// </summary>
    public static HalfStanding Standing(string half, IEnumerable<DateOnly> regular, DateOnly today, WorkingCalendar calendar, Policy policy)
    {
        var dueOn = LastDay(int.Parse(half.AsSpan(0, 4), CultureInfo.InvariantCulture), half[5] - '0');
        var remindFrom = RemindFrom(dueOn, calendar, policy);
        var heldOn = regular.Where(d => Of(d) == half && d <= today).Cast<DateOnly?>().Min();
        var status = heldOn is not null ? ConferenceStatus.Held
            : today > dueOn ? ConferenceStatus.Exceeded
            : today >= remindFrom ? ConferenceStatus.Remind
            : ConferenceStatus.NotYet;
        return new(half, status, dueOn, remindFrom, heldOn);
    }
}
