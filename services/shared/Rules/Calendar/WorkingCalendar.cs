using System.Collections.Frozen;
using System.Globalization;

namespace LostCases.Rules;

/// <summary>What a day is to someone counting working days.</summary>
public enum DayKind
{
    /// <summary>Monday to Friday and not off.</summary>
    Working,

    /// <summary>Weekend day that is worked (调休上班).</summary>
    MakeUp,

    /// <summary>Saturday or Sunday.</summary>
    Weekend,

    /// <summary>Declared off (放假).</summary>
    Holiday,
}

/// <summary>A day and why it counts or not.</summary>
/// <param name="Kind">What the day is.</param>
/// <param name="Name">Festival the notice names; null for ordinary days.</param>
public sealed record Day(DayKind Kind, string? Name)
{
    /// <summary>Whether the day is a working day.</summary>
    public bool IsWorking => Kind is DayKind.Working or DayKind.MakeUp;
}

/// <summary>
/// Working days (工作日) by the yearly notices of the State Council General Office, as versioned data. A year that is not
/// loaded is provisional: weekends and the statutory days only (<see cref="StatutoryDays"/>, domain 4.1).
/// </summary>
public sealed class WorkingCalendar
{
    private static readonly DateOnly FirstLoaded = new(2018, 12, 14);
    private static readonly DateOnly LastLoaded = new(2026, 12, 31);
    private readonly FrozenDictionary<DateOnly, Day> _declared;

    private WorkingCalendar(string version, params string[] files)
    {
        VersionName = version;
        var declared = new Dictionary<DateOnly, Day>();
        foreach (var line in files.SelectMany(Lines))
        {
            var cells = line.Split(',');
            var kind = cells[1] == "workday" ? DayKind.MakeUp : DayKind.Holiday;
            declared[DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture)] = new Day(kind, cells[2]);
        }

        _declared = declared.ToFrozenDictionary();
    }

    /// <summary>The national calendar, 2018-12-14 to 2026-12-31.</summary>
    public static WorkingCalendar National { get; } = new("cn-2026.1", "cn-holidays.csv");

    /// <summary>With the local order of 2020 for Wenzhou's organs; off unless its document is on file (S07, S08).</summary>
    public static WorkingCalendar NationalWithWenzhou { get; } = new("cn-2026.1+wenzhou-2020", "cn-holidays.csv", "local-overrides-wenzhou.csv");

    /// <summary>Every version there is.</summary>
    public static IReadOnlyList<WorkingCalendar> Known { get; } = [National, NationalWithWenzhou];

    /// <summary>Name of this version; a case keeps it.</summary>
    public string VersionName { get; }

    /// <summary>The calendar a case was begun with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such version is known.</exception>
    public static WorkingCalendar Version(string name) => Known.FirstOrDefault(c => c.VersionName == name)
        ?? throw new ArgumentOutOfRangeException(nameof(name), name, "No calendar of this version.");

    /// <summary>What the day is and why.</summary>
    public Day Describe(DateOnly date) => _declared.TryGetValue(date, out var declared)
        ? declared
        : !IsLoaded(date) && StatutoryDays.Name(date) is { } festival ? new Day(DayKind.Holiday, festival)
        : new Day(date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Working, null);

    /// <summary>Whether the day is worked: the only question the law asks.</summary>
    public bool IsWorkingDay(DateOnly date) => Describe(date).IsWorking;

    /// <summary>The n-th working day after the start, which is not counted (N working days, domain 4.1).</summary>
    public DateOnly AddWorkingDays(DateOnly start, int n)
    {
        var day = start;
        for (var left = n; left > 0;)
        {
            day = day.AddDays(1);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Working days after the first date up to and including the second; 0 where the second is not later.</summary>
    public int WorkingDaysAfter(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The day itself if worked, else the next day that is (期间届满日为节假日的顺延).</summary>
    public DateOnly RollForward(DateOnly date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    /// <summary>Whether any day between the dates lies outside the loaded years.</summary>
    public static bool IsProvisional(DateOnly from, DateOnly to) => !IsLoaded(from) || !IsLoaded(to);

    private static bool IsLoaded(DateOnly date) => date >= FirstLoaded && date <= LastLoaded;

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(WorkingCalendar).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)];
    }
}
