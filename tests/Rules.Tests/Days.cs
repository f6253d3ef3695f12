using System.Globalization;

namespace LostCases.Rules.Tests;

/// <summary>Short ways to write dates and to walk over them.</summary>
internal static class Days
{
    /// <summary>First day the notice was in force.</summary>
    internal static readonly DateOnly First = new(2018, 12, 14);

    /// <summary>Last day of the last published year.</summary>
    internal static readonly DateOnly Last = new(2026, 12, 31);

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static DateOnly? DayOrNull(string text) => text.Length == 0 ? null : Day(text);

    /// <summary>Every date from the first to the last, both included.</summary>
    internal static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    internal static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", file)).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','));
}
