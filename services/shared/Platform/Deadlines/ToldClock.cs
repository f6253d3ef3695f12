using LostCases.Contracts;
using LostCases.Rules;

namespace LostCases.Platform;

/// <summary>A clock as its owner tells of it, counted again by those who were told.</summary>
public static class ToldClock
{
    /// <summary>Counts the clock (期限) day by day, by the terms, pauses and calendar its owner counted it with.</summary>
    public static ClockReading Read(this CaseClock clock)
    {
        _ = Code.TryParse<DayUnit>(clock.Unit, out var unit);
        _ = Code.TryParse<ClockNature>(clock.Nature, out var nature);
        return Clock.Read(
            new ClockTerms(clock.Length, unit, nature, clock.Clause),
            clock.StartOn,
            [.. clock.Pauses.Select(p => new Pause(p.From, p.To, p.Cause))],
            WorkingCalendar.Version(clock.CalendarVersion));
    }

    /// <summary>The clock of a reading that nobody has started yet, as its owner would tell of it.</summary>
    public static CaseClock AsTold(this ClockReading reading, ClockKind kind) => new()
    {
        Kind = Code.Of(kind),
        StartOn = reading.StartOn,
        Length = reading.Terms.Length,
        Unit = Code.Of(reading.Terms.Unit),
        Nature = Code.Of(reading.Terms.Nature),
        Clause = reading.Terms.Clause,
        DueOn = reading.DueOn,
        Provisional = reading.Provisional,
        CalendarVersion = reading.Calendar.VersionName,
    };
}
