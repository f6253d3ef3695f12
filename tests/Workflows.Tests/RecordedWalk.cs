using System.Text.Json;
using LostCases.Simulator;
using LostCases.Steps;

namespace LostCases.Workflows.Tests;

/// <summary>A definition that was walked on real Elsa: what was put in and what came out, as it stands in <c>Recorded/journals</c>.</summary>
internal sealed record RecordedWalk
{
    /// <summary>Name; also the file's. One drawn by chance is named by its seed.</summary>
    public required string Name { get; init; }

    /// <summary>Version of Elsa that wrote the journal.</summary>
    public required string Elsa { get; init; }

    /// <summary>The definition.</summary>
    public required JsonElement Definition { get; init; }

    /// <summary>Identity of the instance; its requests' ids follow from it.</summary>
    public required Guid Instance { get; init; }

    /// <summary>Facts at the start.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>What was done after the start, each with what followed; the first is the start.</summary>
    public required IReadOnlyList<Taken> Steps { get; init; }

    private static string Folder => Path.Combine(Servers.Repository, "tests", "Workflows.Tests", "Recorded", "journals");

    /// <summary>Names of all that are recorded.</summary>
    internal static IReadOnlyList<string> All { get; } = [.. Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    internal static RecordedWalk Read(string name) => JsonSerializer.Deserialize<RecordedWalk>(File.ReadAllText(PathOf(name)), Platform.Json.Options)!;

    /// <summary>Writes it, a line a step, so that a change shows what has changed.</summary>
    internal void Write()
    {
        static string Text<T>(T value) => JsonSerializer.Serialize(value, Platform.Json.Options);
        Directory.CreateDirectory(Folder);
        File.WriteAllText(
            PathOf(Name),
            $$"""
            {
            "name": {{Text(Name)}},
            "elsa": {{Text(Elsa)}},
            "definition": {{Text(Definition)}},
            "instance": {{Text(Instance)}},
            "facts": {{Text(Facts)}},
            "steps": [
            {{string.Join(",\n", Steps.Select(Text))}}
            ]
            }

            """);
    }

    private static string PathOf(string name) => Path.Combine(Folder, $"{name}.json");
}

/// <summary>What was done, and what followed.</summary>
internal sealed record Taken(Command Command, Outcome After);

/// <summary>Something done to an instance.</summary>
/// <param name="Do">start, answer, cancel or set.</param>
/// <param name="Box">The box answered, which need not wait; or the one it is set to.</param>
/// <param name="Round">Its round.</param>
/// <param name="Port">The outcome; it need not be a port.</param>
/// <param name="Facts">What the answer brings.</param>
internal sealed record Command(string Do, string? Box = null, int Round = 1, string? Port = null, IReadOnlyDictionary<string, string>? Facts = null)
{
    internal static Command Start { get; } = new("start");

    /// <summary>Reads <c>box#round:Port fact=value …; …; set box; cancel</c>; round 1 and the port Done may be left out.</summary>
    internal static IEnumerable<Command> Parse(string text)
    {
        foreach (var words in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(c => c.Split(' ')))
        {
            if (words[0] == "set")
            {
                yield return new Command("set", words[1]);
                continue;
            }

            var (box, port) = words[0].Split(':') is [var left, var right] ? (left, right) : (words[0], "Done");
            yield return words[0] == "cancel" ? new Command("cancel") : new Command(
                "answer",
                box.Split('#')[0],
                box.Split('#') is [_, var round] ? int.Parse(round, System.Globalization.CultureInfo.InvariantCulture) : 1,
                port,
                words.Skip(1).Select(w => w.Split('=')).ToDictionary(w => w[0], w => w[1]));
        }
    }

    /// <summary>The request an answer is for.</summary>
    internal Guid Request(Guid instance) => WorkflowIds.Request(instance, Box!, Round);
}

/// <summary>What followed, in words.</summary>
internal sealed record Outcome(
    string Status,
    IReadOnlyList<string> Waits,
    IReadOnlyList<string> Opened,
    IReadOnlyDictionary<string, string> Facts,
    IReadOnlyDictionary<string, int> Rounds,
    IReadOnlyList<string> Arrived,
    IReadOnlyList<string> Incidents,
    IReadOnlyList<string> Journal)
{
    internal static Outcome Of(Advance advance) => new(
        $"{advance.State.Status}",
        Words(advance.State.Waits),
        Words(advance.Opened),
        new SortedDictionary<string, string>(advance.State.Facts.ToDictionary(), StringComparer.Ordinal),
        new SortedDictionary<string, int>(advance.State.Rounds.ToDictionary(), StringComparer.Ordinal),
        [.. advance.State.Arrived.Where(a => a.Value.Count > 0).Select(a => $"{a.Key} from {string.Join(' ', a.Value)}").Order(StringComparer.Ordinal)],
        [.. advance.State.Incidents.Select(i => $"{i.StepId} {i.Message}")],
        [.. advance.Journal.Select(l => $"{l.ActivityId} {l.Event} {l.Detail}".TrimEnd())]);

    private static List<string> Words(IEnumerable<Wait> waits) => [.. waits.Select(w => $"{w.StepId}#{w.Round}").Order(StringComparer.Ordinal)];
}
