using System.Globalization;
using LostCases.Rules;
using LostCases.Simulator;

namespace LostCases.Governance.Gate;

/// <summary>A definition prepared for being explored: boxes by number, arrows by port, and which facts its decisions read.</summary>
internal sealed class Drawn
{
    private readonly Dictionary<string, char> _numbers;
    private readonly ILookup<(string, string), string> _arrows;
    private readonly Dictionary<string, int> _into;

    internal Drawn(Definition definition)
    {
        (Chain, Nodes, Start) = (definition.Id, definition.Nodes, definition.Start);
        Boxes = [.. definition.Nodes.Values];
        _numbers = Boxes.Index().ToDictionary(b => b.Item.Id, b => (char)b.Index);
        _arrows = definition.Connections.ToLookup(c => (c.Source, c.Port), c => c.Target);
        _into = definition.Connections.GroupBy(c => c.Target).ToDictionary(g => g.Key, g => g.Count());
        var read = Boxes.Where(n => n.Kind == NodeKind.Decide).ToLookup(n => n.Inputs.GetValueOrDefault("fact", ""), n => n.Inputs.GetValueOrDefault("value", ""));
        Opinions = read.Contains(Fact.Opinion) ? [.. Enum.GetValues<Opinion>().Select(Code.Of)] : [""];
        Pendings = read.Contains(Fact.TransfersPending) ? Numbers(read[Fact.TransfersPending]) : ["1"];
        (ReadsPending, ReadsSubmissions) = (read.Contains(Fact.TransfersPending), read.Contains(Fact.Submissions));
    }

    internal string Chain { get; }

    internal IReadOnlyDictionary<string, Node> Nodes { get; }

    internal IReadOnlyList<Node> Boxes { get; }

    internal Node Start { get; }

    /// <summary>Opinions that make a difference.</summary>
    internal IReadOnlyList<string> Opinions { get; }

    /// <summary>Numbers of transfers that make a difference.</summary>
    internal IReadOnlyList<string> Pendings { get; }

    internal bool ReadsPending { get; }

    internal bool ReadsSubmissions { get; }

    internal char Number(string id) => _numbers[id];

    internal int Into(string id) => _into.GetValueOrDefault(id);

    internal IEnumerable<string> From(string id, string port) => _arrows[(id, port)];

    /// <summary>The numbers compared with, and one that none is compared with.</summary>
    private static string[] Numbers(IEnumerable<string> compared)
    {
        var told = compared.Select(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).Where(n => n > 0).ToHashSet();
        return [.. told.Append(Enumerable.Range(1, told.Count + 1).First(n => !told.Contains(n))).Order().Select(n => n.ToString(CultureInfo.InvariantCulture))];
    }
}
