namespace LostCases.Rules;

/// <summary>An interval that does not count: its first day is used, its last (the day of resumption) is not (domain 2.4).</summary>
/// <param name="From">Day of the pause; counts as used.</param>
/// <param name="To">Day of resumption; null while paused.</param>
/// <param name="Cause">Why, e.g. <c>RETURN:1</c>.</param>
public sealed record Pause(DateOnly From, DateOnly? To, string Cause)
{
    internal bool Covers(DateOnly day) => day > From && (To is null || day <= To);
}

/// <summary>The pauses of a clock put in order, those that touch or overlap made one; so how they were told does not matter.</summary>
internal sealed class Pauses
{
    private readonly List<Pause> _told;
    private readonly List<(DateOnly From, DateOnly? To)> _joined = [];

    internal Pauses(IEnumerable<Pause> told)
    {
        _told = [.. told.OrderBy(p => p.From).ThenBy(p => p.To ?? DateOnly.MaxValue).ThenBy(p => p.Cause, StringComparer.Ordinal)];
        foreach (var pause in _told)
        {
            if (_joined is [.., var last] && (last.To is null || pause.From <= last.To))
            {
                _joined[^1] = (last.From, last.To is null || pause.To is null ? null : Later(last.To.Value, pause.To.Value));
            }
            else
            {
                _joined.Add((pause.From, pause.To));
            }
        }
    }

    /// <summary>Whether the day is not counted: some pause, open or ended, covers it.</summary>
    internal bool Cover(DateOnly day) => _told.Exists(p => p.Covers(day));

    /// <summary>The cause of an ended pause that covers the day. An open one ends nobody knows when: days are counted as if it ended at once.</summary>
    internal string? Ended(DateOnly day) => _joined.Exists(j => j.To is not null && day > j.From && day <= j.To)
        ? _told.First(p => p.Covers(day)).Cause
        : null;

    /// <summary>First day of the pause that holds on the day; null where the clock runs. On the day of resumption it runs again.</summary>
    internal DateOnly? HoldingSince(DateOnly day) =>
        _joined.Where(j => j.From <= day && (j.To is null || day < j.To)).Select(j => (DateOnly?)j.From).FirstOrDefault();

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
