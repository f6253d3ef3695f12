using System.Globalization;
using LostCases.Governance.Data;

namespace LostCases.Governance.Api.Instances;

/// <summary>One run of a box, put together from the journal's lines about it.</summary>
/// <param name="Id">Instance and number of its first line.</param>
/// <param name="ActivityId">The box.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record Execution(string Id, string ActivityId, IReadOnlyList<JournalEntry> Lines)
{
    private static readonly string[] Ends = ["Completed", "Faulted", "Canceled"];

    /// <summary>When it began.</summary>
    internal DateTimeOffset StartedAt => Lines[0].At;

    /// <summary>The line it ended with; null while it waits.</summary>
    internal JournalEntry? End => Lines.FirstOrDefault(l => Ends.Contains(l.Event));

    /// <summary>Elsa's word for where it stands.</summary>
    internal string Status => End?.Event ?? "Running";

    /// <summary>Whether somebody is asked and has not answered.</summary>
    internal bool IsWaiting => End is null && Lines.Any(l => l.Event == "Suspended");

    /// <summary>
    /// The runs of an instance, in order. A rebuilt instance has its walk in the journal once more; what counts is the last one, which
    /// begins where the case comes in.
    /// </summary>
    internal static IReadOnlyList<Execution> Of(IReadOnlyList<JournalEntry> journal)
    {
        var entry = journal.Count > 0 ? journal[0].ActivityId : "";
        var first = journal.LastOrDefault(l => l.Event == "Started" && l.ActivityId == entry)?.Number ?? 0;
        var runs = new List<(string ActivityId, List<JournalEntry> Lines)>();
        foreach (var line in journal.Where(l => l.Number >= first && l.ActivityId.Length > 0))
        {
            var open = runs.FindLast(r => r.ActivityId == line.ActivityId && !r.Lines.Exists(l => Ends.Contains(l.Event)));
            if (line.Event == "Started" || open.Lines is null)
            {
                runs.Add((line.ActivityId, [line]));
            }
            else
            {
                open.Lines.Add(line);
            }
        }

        return [.. runs.Select(r => new Execution(IdOf(r.Lines[0]), r.ActivityId, r.Lines))];
    }

    /// <summary>The instance and number an id names; null where it is none.</summary>
    internal static (Guid Instance, int Number)? Parse(string id) =>
        id.Split('-') is [var instance, var number]
        && Guid.TryParseExact(instance, "N", out var guid)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? (guid, n)
            : null;

    internal static string IdOf(JournalEntry line) => string.Create(CultureInfo.InvariantCulture, $"{line.InstanceId:N}-{line.Number}");
}
