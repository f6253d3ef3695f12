using System.Globalization;
using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>One clock of the worked scenarios (domain 5), whose dates were computed twice before this code existed.</summary>
public sealed class WorkedClock
{
    private readonly string[] _row;

    private WorkedClock(string[] row) => _row = row;

    /// <summary>Last day in time.</summary>
    public DateOnly Due => Day(_row[9]);

    /// <summary>The day the duty was done.</summary>
    public DateOnly? Stopped => DayOrNull(_row[10]);

    /// <summary>How it stands when done.</summary>
    public ClockStatus Status => Parse<ClockStatus>(_row[11]);

    /// <summary>Working days late.</summary>
    public int? Overdue => _row[12].Length == 0 ? null : Number(_row[12]);

    /// <inheritdoc/>
    public override string ToString() => $"{_row[0]} {_row[2]} {_row[3]}";

    internal static IEnumerable<WorkedClock> All() => Rows("worked-clocks.csv").Select(r => new WorkedClock(r));

    internal ClockReading Read()
    {
        var calendar = _row[1] == "wenzhou" ? WorkingCalendar.NationalWithWenzhou : WorkingCalendar.National;
        var terms = new ClockTerms(Number(_row[4]), Parse<DayUnit>(_row[5]), Parse<ClockNature>(_row[6]), _row[7]);
        var pauses = _row[8].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('/'))
            .Select(p => new Pause(Day(p[0]), Day(p[1]), "RETURN:1"));
        return Clock.Read(terms, Day(_row[3]), [.. pauses], calendar);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static T Parse<T>(string code)
        where T : struct, Enum => Code.TryParse<T>(code, out var value) ? value : throw new FormatException(code);
}
