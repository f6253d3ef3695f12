using LostCases.Contracts;
using LostCases.Rules;

namespace LostCases.Platform;

/// <summary>A clock as it stands, with the explanation of every day.</summary>
public sealed record ClockView(
    string Kind, string? Subject, DateOnly StartOn, int Length, string Unit, string Nature, string Clause, DateOnly DueOn, bool Provisional,
    DateOnly? StoppedOn, ClockStatus Status, int? OverdueWorkingDays, int? RemainingWorkingDays, string Severity, IReadOnlyList<ClockDayView> Days,
    IReadOnlyList<ClockPause> Pauses, ClockLimit? LimitedBy)
{
    /// <summary>Recounts the clock; <paramref name="asOf"/> takes today's place where it has not stopped.</summary>
    public static ClockView Of(CaseClock clock, DateOnly asOf)
    {
        var reading = clock.Read();
        var standing = reading.Status(clock.StoppedOn, asOf);
        var severity = standing.OverdueWorkingDays is null ? "NONE" : reading.Terms.Nature == ClockNature.Must ? "RED" : "AMBER";
        return new ClockView(
            clock.Kind, clock.Subject, clock.StartOn, clock.Length, clock.Unit, clock.Nature, clock.Clause, clock.DueOn, clock.Provisional,
            clock.StoppedOn, standing.Status, standing.OverdueWorkingDays, standing.RemainingWorkingDays, severity,
            [.. reading.Days.Select(d => ClockDayView.Of(d, reading))], clock.Pauses, clock.LimitedBy);
    }
}

/// <summary>One day of a clock.</summary>
/// <param name="Date">The day.</param>
/// <param name="Number">Its number if counted.</param>
/// <param name="Skipped">Why it was not counted; null if counted.</param>
/// <param name="Kind">What the calendar says of the day (WORKING, MAKE_UP 调休上班, WEEKEND, HOLIDAY), or PAUSED where a pause left it out.</param>
public sealed record ClockDayView(DateOnly Date, int? Number, string? Skipped, string Kind)
{
    internal static ClockDayView Of(ClockDay day, ClockReading reading) => new(
        day.Date, day.Number, day.Skipped,
        day.Skipped is { } reason && reading.Pauses.Any(p => p.Cause == reason) ? "PAUSED" : Code.Of(reading.Calendar.Describe(day.Date).Kind));
}
