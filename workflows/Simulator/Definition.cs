namespace LostCases.Simulator;

/// <summary>What a box does.</summary>
public enum NodeKind
{
    /// <summary>Where the case comes in.</summary>
    Start,

    /// <summary>Where it ends.</summary>
    End,

    /// <summary>Begins branches side by side.</summary>
    Fork,

    /// <summary>Waits for every branch of its fork.</summary>
    Join,

    /// <summary>Reads a fact and leaves by True or False.</summary>
    Decide,

    /// <summary>Passes each arriving token on.</summary>
    Meet,

    /// <summary>Tells somebody and goes on.</summary>
    Notify,

    /// <summary>Asks somebody and waits.</summary>
    Step,
}

/// <summary>A box on the canvas.</summary>
/// <param name="Id">Its id in the definition.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Step">Kind of step where it is one.</param>
/// <param name="Inputs">Settings as text.</param>
/// <param name="Ports">Ports it can be left by.</param>
public sealed record Node(
    string Id, NodeKind Kind, Steps.StepKind? Step, IReadOnlyDictionary<string, string> Inputs, IReadOnlyList<string> Ports)
{
    /// <summary>What an administrator may set on it; empty for Elsa's own boxes.</summary>
    public IReadOnlyList<Steps.StepInput> Settings => Step?.Inputs ?? (Kind switch
    {
        NodeKind.Decide => Steps.RoutingBoxes.Decide.Inputs,
        NodeKind.Notify => Steps.RoutingBoxes.Notify.Inputs,
        _ => [],
    });

    /// <summary>What the canvas calls it.</summary>
    public string Title { get; init; } = Id;
}

/// <summary>An arrow between two boxes.</summary>
public sealed record Connection(string Source, string Port, string Target);

/// <summary>A workflow definition as the simulator walks it.</summary>
/// <param name="Id">Definition id.</param>
/// <param name="Nodes">Boxes by id.</param>
/// <param name="Connections">Arrows.</param>
public sealed record Definition(string Id, IReadOnlyDictionary<string, Node> Nodes, IReadOnlyList<Connection> Connections)
{
    /// <summary>Where the case comes in.</summary>
    public Node Start => Nodes.Values.Single(n => n.Kind == NodeKind.Start);

    /// <summary>Boxes an outcome leads to.</summary>
    public IEnumerable<Connection> From(string node, string port) => Connections.Where(c => c.Source == node && c.Port == port);

    /// <summary>Number of arrows into a box.</summary>
    public int Into(string node) => Connections.Count(c => c.Target == node);

    /// <summary>Whether arrows lead from a box to one that is wanted; the box itself counts only if a loop leads back to it.</summary>
    public bool Leads(string from, string to) => After(from).Contains(to);

    /// <summary>Boxes that can be reached from a box.</summary>
    public IReadOnlySet<string> After(string node)
    {
        var seen = new HashSet<string>();
        var next = new Queue<string>([node]);
        while (next.TryDequeue(out var id))
        {
            foreach (var arrow in Connections.Where(c => c.Source == id && seen.Add(c.Target)))
            {
                next.Enqueue(arrow.Target);
            }
        }

        return seen;
    }
}
