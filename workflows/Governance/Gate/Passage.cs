using LostCases.Rules;
using LostCases.Simulator;

namespace LostCases.Governance.Gate;

/// <summary>One move of a case: from an entry through boxes that pass it on, to the steps that wait next. Walks as the simulator does.</summary>
internal sealed class Passage(Drawn drawn, Marking before, IReadOnlyDictionary<string, string> facts)
{
    private readonly Queue<(Node Node, string Via)> _next = new();
    private readonly SortedSet<char> _waits = [.. before.Waits];
    private readonly HashSet<(char Join, char Via)> _arrived = [.. before.Arrived.Chunk(2).Select(p => (p[0], p[1]))];
    private bool _ended;

    /// <summary>Boxes passed, in order.</summary>
    internal List<Stop> Trail { get; } = [];

    /// <summary>Invariants broken, each with the length of the trail at that moment.</summary>
    internal List<(ChainRule Rule, int Length)> Broken { get; } = [];

    internal Marking Enter(string id, string via)
    {
        _next.Enqueue((drawn.Nodes[id], via));
        while (!_ended && _next.TryDequeue(out var box))
        {
            Arrive(box.Node, box.Via);
        }

        return before with
        {
            Waits = _ended ? "" : string.Concat(_waits),
            Arrived = _ended ? "" : string.Concat(_arrived.Order().Select(a => $"{a.Join}{a.Via}")),
            Ended = _ended,
        };
    }

    private void Arrive(Node node, string via)
    {
        switch (node.Kind)
        {
            case NodeKind.Step:
                Trail.Add(new Stop(node, null));
                Note(node.Step!.Name == "CloseCase" ? ChainLaw.Closing(drawn.Chain, before.History) : ChainLaw.Opening(node.Step.Name, before.History));
                Note(_waits.Add(drawn.Number(node.Id)) ? [] : [ChainRule.OneAtATime]);
                break;
            case NodeKind.End:
                Trail.Add(new Stop(node, null));
                Note(ChainLaw.Ending(drawn.Chain, before.History));
                _ended = true;
                break;
            case NodeKind.Decide:
                Leave(node, Simulator.Decision.Of(node, facts).Port);
                break;
            case NodeKind.Fork:
                Trail.Add(new Stop(node, null));
                foreach (var branch in node.Ports)
                {
                    Go(node, branch);
                }

                break;
            case NodeKind.Join:
                _arrived.Add((drawn.Number(node.Id), drawn.Number(via)));
                if (_arrived.Count(a => a.Join == drawn.Number(node.Id)) >= drawn.Into(node.Id))
                {
                    _arrived.RemoveWhere(a => a.Join == drawn.Number(node.Id));
                    Leave(node, "Done");
                }

                break;
            case NodeKind.Start or NodeKind.Meet or NodeKind.Notify:
                Leave(node, "Done");
                break;
        }
    }

    private void Note(IEnumerable<ChainRule> broken) => Broken.AddRange(broken.Select(r => (r, Trail.Count)));

    private void Leave(Node node, string port)
    {
        Trail.Add(new Stop(node, node.Kind is NodeKind.Decide ? port : null));
        Go(node, port);
    }

    private void Go(Node node, string port)
    {
        foreach (var target in drawn.From(node.Id, port))
        {
            _next.Enqueue((drawn.Nodes[target], node.Id));
        }
    }
}
