namespace LostCases.Rules;

/// <summary>Length and force of a limit, with where it comes from.</summary>
/// <param name="Length">Length in <paramref name="Unit"/>.</param>
/// <param name="Unit">Working or calendar days.</param>
/// <param name="Nature">应当, 一般 or configured.</param>
/// <param name="Clause">Clause, or the open question it is the default for.</param>
public sealed record ClockTerms(int Length, DayUnit Unit, ClockNature Nature, string Clause);

/// <summary>One day of a clock.</summary>
/// <param name="Date">The day.</param>
/// <param name="Number">Its number if counted.</param>
/// <param name="Skipped">Why it was not counted; null if counted.</param>
public sealed record ClockDay(DateOnly Date, int? Number, string? Skipped);

/// <summary>How a clock stands on a day.</summary>
/// <param name="Status">Running (also when past due and not stopped), paused, met or overdue.</param>
/// <param name="OverdueWorkingDays">Working days past due; null if none.</param>
/// <param name="RemainingWorkingDays">Working days left; null once stopped or past due.</param>
public sealed record ClockStanding(ClockStatus Status, int? OverdueWorkingDays, int? RemainingWorkingDays);

/// <summary>A clock counted day by day.</summary>
public sealed record ClockReading
{
    /// <summary>Terms it was counted by.</summary>
    public required ClockTerms Terms { get; init; }

    /// <summary>Date of the starting fact; not counted.</summary>
    public required DateOnly StartOn { get; init; }

    /// <summary>Last day in time; with an open pause, the earliest it can be: as if the clock had run on from the day of the pause.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Whether a year without a published calendar was counted.</summary>
    public required bool Provisional { get; init; }

    /// <summary>Intervals left out.</summary>
    public required IReadOnlyList<Pause> Pauses { get; init; }

    /// <summary>Every day after the start up to the due day, counted or skipped with the reason.</summary>
    public required IReadOnlyList<ClockDay> Days { get; init; }

    /// <summary>Calendar it was counted with.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>How the clock stands, given when the duty was done (or not) and the day it is looked at.</summary>
    public ClockStanding Status(DateOnly? stoppedOn, DateOnly asOf)
    {
        var pauses = new Pauses(Pauses);
        if (stoppedOn is { } stopped)
        {
            // What was in time when the clock was paused is still in time while it is.
            return stopped <= DueOn || pauses.HoldingSince(stopped) < DueOn
                ? new ClockStanding(ClockStatus.Met, null, null)
                : new ClockStanding(ClockStatus.Overdue, Late(stopped, pauses), null);
        }

        // What is left is what was left on the day of the pause, however long it lasts.
        var since = pauses.HoldingSince(asOf);
        var (status, day) = since is { } pausedOn ? (ClockStatus.Paused, pausedOn) : (ClockStatus.Running, asOf);
        return day > DueOn
            ? new ClockStanding(status, Late(day, pauses), null)
            : new ClockStanding(status, null, Remaining(day));
    }

    /// <summary>Working days past due; a paused day makes nobody late.</summary>
    private int Late(DateOnly on, Pauses pauses)
    {
        var late = 0;
        for (var day = DueOn.AddDays(1); day <= on; day = day.AddDays(1))
        {
            late += Calendar.IsWorkingDay(day) && !pauses.Cover(day) ? 1 : 0;
        }

        return late;
    }

    private int Remaining(DateOnly asOf) => Days.Count(d => d.Date > asOf && d.Number is not null && Calendar.IsWorkingDay(d.Date));
}

/// <summary>Counts clocks (期限计算, domain 4.1, 2.4).</summary>
public static class Clock
{
    /// <summary>Counts a clock from its start, which is not counted. Working days count one by one; calendar days all count and the last rolls forward, past a pause too.</summary>
    public static ClockReading Read(ClockTerms terms, DateOnly start, IReadOnlyList<Pause> pauses, WorkingCalendar calendar)
    {
        var told = new Pauses(pauses);
        var days = new List<ClockDay>();
        var counted = 0;
        var day = start;
        while (counted < terms.Length)
        {
            day = day.AddDays(1);
            var skipped = Skipped(day, terms.Unit, told, calendar);
            counted += skipped is null ? 1 : 0;
            days.Add(new ClockDay(day, skipped is null ? counted : null, skipped));
        }

        while (terms.Unit == DayUnit.CalendarDays && (!calendar.IsWorkingDay(day) || told.Ended(day) is not null))
        {
            day = day.AddDays(1);
            days.Add(new ClockDay(day, null, told.Ended(day) ?? "期限届满日为休息日，顺延"));
        }

        return new ClockReading
        {
            Terms = terms,
            StartOn = start,
            DueOn = day,
            Provisional = WorkingCalendar.IsProvisional(start, day),
            Pauses = pauses,
            Days = days,
            Calendar = calendar,
        };
    }

    private static string? Skipped(DateOnly day, DayUnit unit, Pauses pauses, WorkingCalendar calendar)
    {
        if (pauses.Ended(day) is { } cause)
        {
            return cause;
        }

        var what = calendar.Describe(day);
        return unit == DayUnit.CalendarDays || what.IsWorking ? null : what.Name ?? "周末";
    }
}
