namespace LostCases.Simulator;

/// <summary>
/// Forks are blocks: every branch reaches the same join by one arrow, nothing leads into a branch from outside or out of it, and
/// no loop contains a fork. On this subset every host agrees with Elsa.
/// </summary>
internal static class Blocks
{
    internal static IEnumerable<string> Problems(Definition definition)
    {
        var forks = definition.Nodes.Values.Where(n => n.Kind == NodeKind.Fork).ToList();
        if (forks.Find(f => definition.Leads(f.Id, f.Id)) is { } looped)
        {
            yield return $"循环不能跨越分支节点 {looped.Id}。"; // looked at first: a fork that leads to itself would be closed for ever
            yield break;
        }

        var closed = new HashSet<string>();
        var known = new Dictionary<string, Block>();
        foreach (var fork in forks)
        {
            var block = Close(definition, fork, known);
            if (block.Problem is { } problem)
            {
                yield return problem;
                yield break;
            }

            closed.Add(block.Join);
        }

        foreach (var join in definition.Nodes.Values.Where(n => n.Kind == NodeKind.Join && !closed.Contains(n.Id)))
        {
            yield return $"汇聚节点 {join.Id} 没有对应的分支节点。";
        }
    }

    /// <summary>The branches of every fork around a box, one list a fork; the definition is sound.</summary>
    internal static IEnumerable<IReadOnlyList<Branch>> Around(Definition definition, string box)
    {
        var known = new Dictionary<string, Block>();
        return definition.Nodes.Values
            .Where(n => n.Kind == NodeKind.Fork)
            .Select(f => f.Ports.Select(p => Walk(definition, f, p, known)).Select(b => new Branch(b.Join, b.Last, b.Inside)).ToList())
            .Where(branches => branches.Exists(b => b.Inside.Contains(box)));
    }

    /// <summary>The block of a fork, worked out once: forks that share branches would be closed again for each way to them.</summary>
    private static Block Close(Definition definition, Node fork, Dictionary<string, Block> known) =>
        known.TryGetValue(fork.Id, out var block) ? block : known[fork.Id] = Work(definition, fork, known);

    private static Block Work(Definition definition, Node fork, Dictionary<string, Block> known)
    {
        var inside = new HashSet<string>();
        var joins = new HashSet<string>();
        foreach (var port in fork.Ports)
        {
            var branch = Walk(definition, fork, port, known);
            if (branch.Problem is not null)
            {
                return branch;
            }

            if (inside.Overlaps(branch.Inside))
            {
                return Broken($"分支节点 {fork.Id} 的各分支之间不能有连线。");
            }

            inside.UnionWith(branch.Inside);
            joins.Add(branch.Join);
        }

        if (joins.Count != 1 || definition.Into(joins.First()) != fork.Ports.Count)
        {
            return Broken($"分支节点 {fork.Id} 的各分支必须各以一条连线到达同一个汇聚节点，该节点不接收其他连线。");
        }

        if (definition.Connections.Count(c => c.Source == fork.Id && c.Target == joins.Single()) > 1)
        {
            // Elsa passes the join once for each of them.
            return Broken($"分支节点 {fork.Id} 只能有一个分支直接到达汇聚节点。");
        }

        var intruder = definition.Connections.FirstOrDefault(c => inside.Contains(c.Target) && !inside.Contains(c.Source) && c.Source != fork.Id);
        return intruder is null ? new Block(joins.Single(), inside, null) : Broken($"连线 {intruder.Source} → {intruder.Target} 从外面进入分支。");
    }

    private static Block Walk(Definition definition, Node fork, string port, Dictionary<string, Block> known)
    {
        var inside = new HashSet<string>();
        var arrivals = new List<Connection>();
        var next = new Queue<Connection>(definition.From(fork.Id, port));
        while (next.TryDequeue(out var arrow))
        {
            var node = definition.Nodes[arrow.Target];
            if (node.Kind == NodeKind.End)
            {
                return Broken($"分支节点 {fork.Id} 的分支“{port}”不能在汇聚之前结束。");
            }

            if (node.Kind == NodeKind.Join)
            {
                arrivals.Add(arrow);
                continue;
            }

            if (!inside.Add(node.Id))
            {
                continue;
            }

            var leaving = node.Id;
            if (node.Kind == NodeKind.Fork)
            {
                var inner = Close(definition, node, known);
                if (inner.Problem is not null)
                {
                    return inner;
                }

                inside.UnionWith(inner.Inside);
                inside.Add(leaving = inner.Join);
            }

            definition.Connections.Where(c => c.Source == leaving).ToList().ForEach(next.Enqueue);
        }

        return arrivals.Count == 1
            ? new Block(arrivals[0].Target, inside, null) { Last = arrivals[0].Source }
            : Broken($"分支节点 {fork.Id} 的分支“{port}”必须以一条连线到达汇聚节点；分支内的几条路径先用汇合节点合并。");
    }

    private static Block Broken(string problem) => new("", [], problem);

    /// <summary>One way through a fork.</summary>
    /// <param name="Join">Where it ends.</param>
    /// <param name="Last">Whose arrow leads there; the fork's own where the branch is empty.</param>
    /// <param name="Inside">Its boxes.</param>
    internal sealed record Branch(string Join, string Last, IReadOnlySet<string> Inside);

    private sealed record Block(string Join, HashSet<string> Inside, string? Problem)
    {
        public string Last { get; init; } = "";
    }
}
