using System.Globalization;

namespace LostCases.Faults;

/// <summary>What is asked of a run; the same options with the same seed choose the same victims at the same acts.</summary>
/// <param name="Drills">Names of drills, in the order of <see cref="Scene.Drills"/>.</param>
/// <param name="Cases">Cases at once in the drills that have many.</param>
/// <param name="Kills">Kills in the drill <c>kills</c>.</param>
/// <param name="Rounds">Rounds of the drill <c>acts</c>; with as many as there are processes each is killed at every act.</param>
/// <param name="Outage">Seconds the database stays away.</param>
/// <param name="Seed">Seed of all choices.</param>
internal sealed record Options(IReadOnlyList<string> Drills, int Cases, int Kills, int Rounds, int Outage, int Seed)
{
    internal static Options Read(string[] args)
    {
        string? Text(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
        int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
        var drills = Text("--drills")?.Split(',') ?? [.. Scene.Drills.Select(d => d.Name)];
        var unknown = drills.Except(Scene.Drills.Select(d => d.Name)).ToList();
        return unknown.Count > 0
            ? throw new ArgumentException($"No drill {string.Join(", ", unknown)}; there are: {string.Join(", ", Scene.Drills.Select(d => d.Name))}")
            : new Options(
                drills, Number("--cases", 8), Number("--kills", 12), Math.Min(Number("--rounds", 1), Processes.All.Length), Number("--outage", 20),
                Number("--seed", Environment.TickCount & int.MaxValue));
    }

    public override string ToString() => $"--drills {string.Join(',', Drills)} --cases {Cases} --kills {Kills} --rounds {Rounds} --outage {Outage} --seed {Seed}";
}
