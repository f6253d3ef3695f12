using LostCases.Contracts;
using LostCases.Rules;

namespace LostCases.Platform;

/// <summary>A clock as it was started (期限): terms, dates and what has been announced about it.</summary>
public sealed class Deadline
{
    /// <summary>Identity of the deadline.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Number of the case.</summary>
    public required string CaseCode { get; init; }

    /// <summary>Clock code.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about where a case may have several.</summary>
    public string? Subject { get; init; }

    /// <summary>Date of the starting fact; not counted.</summary>
    public required DateOnly StartOn { get; init; }

    /// <summary>Length in <see cref="Unit"/>.</summary>
    public int Length { get; set; }

    /// <summary>WORKING_DAYS or CALENDAR_DAYS.</summary>
    public required string Unit { get; init; }

    /// <summary>MUST, SOFT or CONFIGURED.</summary>
    public required string Nature { get; init; }

    /// <summary>Clause or open question.</summary>
    public required string Clause { get; init; }

    /// <summary>Last day in time.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>Whether a year without a published calendar was counted.</summary>
    public bool Provisional { get; set; }

    /// <summary>The day the duty was done.</summary>
    public DateOnly? StoppedOn { get; private set; }

    /// <summary>Whether the duty is not done yet.</summary>
    public bool IsRunning => StoppedOn is null;

    /// <summary>Intervals that do not count.</summary>
    public IReadOnlyList<ClockPause> Pauses { get; private set; } = [];

    /// <summary>Calendar it was counted with.</summary>
    public required string CalendarVersion { get; init; }

    /// <summary>The step that made it shorter than its clause; null where the clause's own length holds.</summary>
    public ClockLimit? LimitedBy { get; private set; }

    /// <summary>Past due when it was recorded: an old case brought in later, so nobody is reminded.</summary>
    public bool Historical { get; private set; }

    /// <summary>Next day on which something is to be announced; null when nothing is.</summary>
    public DateOnly? NextNoticeOn { get; set; }

    internal static Deadline Start(
        CaseCard card, ClockTerms terms, string kind, string? subject, DateOnly on, WorkingCalendar calendar, Policy policy, DateOnly today)
    {
        var reading = Clock.Read(terms, on, [], calendar);
        var historical = reading.DueOn < today;
        return new Deadline
        {
            Id = Guid.CreateVersion7(),
            CaseId = card.CaseId,
            CaseCode = card.Code,
            Kind = kind,
            Subject = subject,
            StartOn = on,
            Length = terms.Length,
            Unit = Code.Of(terms.Unit),
            Nature = Code.Of(terms.Nature),
            Clause = terms.Clause,
            DueOn = reading.DueOn,
            Provisional = reading.Provisional,
            CalendarVersion = calendar.VersionName,
            Historical = historical,
            NextNoticeOn = historical ? null : ReminderDays.First(reading.DueOn, calendar, policy),
        };
    }

    /// <summary>
    /// Sets the interval of a cause, opening or ending it, and counts again. The result is the same whatever order the
    /// beginnings and ends of several causes arrive in.
    /// </summary>
    internal void Pause(DateOnly from, DateOnly? to, string cause, Policy policy, DateOnly today)
    {
        Pauses = [.. Pauses.Where(p => p.Cause != cause).Append(new ClockPause(from, to, cause)).OrderBy(p => p.From).ThenBy(p => p.Cause, StringComparer.Ordinal)];
        Recount(policy, today);
    }

    internal void Unpause(string cause, Policy policy, DateOnly today)
    {
        if (Pauses.Any(p => p.Cause == cause))
        {
            Pauses = [.. Pauses.Where(p => p.Cause != cause)];
            Recount(policy, today);
        }
    }

    /// <summary>Shortens the clock to a step's limit in working days (环节期限); a longer limit changes nothing. Whether it was shortened.</summary>
    internal bool Limit(OpenStep step, Policy policy, DateOnly today)
    {
        if (step.LimitWorkingDays is not { } length || length >= Length || Unit != Code.Of(DayUnit.WorkingDays))
        {
            return false;
        }

        LimitedBy = new ClockLimit(LimitedBy?.ClauseLength ?? Length, step.DefinitionId, step.DefinitionVersion, step.StepId);
        Length = length;
        Recount(policy, today);
        return true;
    }

    /// <summary>Lengthens the clock by what the rules add to it (延长).</summary>
    internal void Extend(int by, Policy policy, DateOnly today)
    {
        Length += by;
        Recount(policy, today);
    }

    /// <summary>Reminds on other days before the due date than the usual ones, where a step names them.</summary>
    internal void Remind(IReadOnlyList<int> before, Policy policy, DateOnly today)
    {
        if (before.Count > 0 && NextNoticeOn is not null)
        {
            NextNoticeOn = ReminderDays.NextAfter(today.AddDays(-1), DueOn, WorkingCalendar.Version(CalendarVersion), policy, before);
        }
    }

    private void Recount(Policy policy, DateOnly today)
    {
        var reading = ToClock().Read();
        (DueOn, Provisional) = (reading.DueOn, reading.Provisional);
        Historical &= DueOn < today;
        NextNoticeOn = Historical || !IsRunning || Pauses.Any(p => p.To is null) ? null : ReminderDays.NextAfter(today.AddDays(-1), DueOn, reading.Calendar, policy);
    }

    internal void Stop(DateOnly on)
    {
        StoppedOn = on;
        NextNoticeOn = null;
    }

    /// <summary>The clock as other services see it.</summary>
    public CaseClock ToClock() => new()
    {
        Kind = Kind,
        Subject = Subject,
        StartOn = StartOn,
        Length = Length,
        Unit = Unit,
        Nature = Nature,
        Clause = Clause,
        DueOn = DueOn,
        Provisional = Provisional,
        StoppedOn = StoppedOn,
        Pauses = [.. Pauses],
        CalendarVersion = CalendarVersion,
        LimitedBy = LimitedBy,
    };
}
