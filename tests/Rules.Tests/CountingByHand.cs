namespace LostCases.Rules.Tests;

/// <summary>
/// A second calendar, written apart from the product's and reading its own copy of the notices: a sorted list of the days
/// that are worked, in which counting n days is stepping n places.
/// </summary>
internal sealed class CountingByHand
{
    private readonly List<DateOnly> _worked = [];

    internal CountingByHand(params string[] files)
    {
        var declared = files.SelectMany(Days.Rows).GroupBy(r => r[0], r => r[1]).ToDictionary(g => Days.Day(g.Key), g => g.Last());
        foreach (var day in Days.Between(Days.First, Days.Last))
        {
            var said = declared.GetValueOrDefault(day);
            if (said == "workday" || (said is null && day.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Friday))
            {
                _worked.Add(day);
            }
        }
    }

    internal static CountingByHand National { get; } = new("cn-holidays.csv");

    internal static CountingByHand NationalWithWenzhou { get; } = new("cn-holidays.csv", "local-overrides-wenzhou.csv");

    internal IReadOnlyList<DateOnly> Worked => _worked;

    internal bool IsWorked(DateOnly day) => _worked.BinarySearch(day) >= 0;

    /// <summary>The n-th worked day after the start, or null where that lies beyond the published years.</summary>
    internal DateOnly? After(DateOnly start, int n)
    {
        var place = UpTo(start) + n - 1;
        return place < _worked.Count ? _worked[place] : null;
    }

    /// <summary>How many worked days lie after the first date, up to and including the second.</summary>
    internal int Count(DateOnly from, DateOnly to) => Math.Max(0, UpTo(to) - UpTo(from));

    private int UpTo(DateOnly day)
    {
        var place = _worked.BinarySearch(day);
        return place >= 0 ? place + 1 : ~place;
    }
}
