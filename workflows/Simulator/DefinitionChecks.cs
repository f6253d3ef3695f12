using LostCases.Steps;

namespace LostCases.Simulator;

/// <summary>What a definition must satisfy before anything can walk it.</summary>
internal static class DefinitionChecks
{
    internal static IEnumerable<string> Problems(Definition definition)
    {
        if (definition.Nodes.Values.Count(n => n.Kind == NodeKind.Start) != 1)
        {
            yield return "流程必须有且只有一个开始节点。";
            yield break;
        }

        foreach (var arrow in definition.Connections)
        {
            if (!definition.Nodes.TryGetValue(arrow.Source, out var source) || !definition.Nodes.ContainsKey(arrow.Target))
            {
                yield return $"连线 {arrow.Source} → {arrow.Target} 指向不存在的节点。";
            }
            else if (!source.Ports.Contains(arrow.Port))
            {
                yield return $"节点 {arrow.Source} 没有出口“{arrow.Port}”。";
            }
        }

        foreach (var problem in definition.Nodes.Values.SelectMany(n => Of(n, definition)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Of(Node node, Definition definition)
    {
        foreach (var port in node.Ports.Where(p => !definition.From(node.Id, p).Any()))
        {
            yield return $"节点 {node.Id} 的出口“{port}”没有连线。";
        }

        if (node.Kind == NodeKind.Decide && !RoutingFacts.All.Contains(node.Inputs.GetValueOrDefault("fact", "")))
        {
            yield return $"判断节点 {node.Id} 使用的事实不在清单内。";
        }

        if (!Reaches(node, definition))
        {
            yield return $"从节点 {node.Id} 无法到达结束。";
        }
    }

    private static bool Reaches(Node node, Definition definition)
    {
        var seen = new HashSet<string>();
        var next = new Queue<string>([node.Id]);
        while (next.TryDequeue(out var id))
        {
            if (definition.Nodes.TryGetValue(id, out var here) && here.Kind == NodeKind.End)
            {
                return true;
            }

            foreach (var arrow in definition.Connections.Where(c => c.Source == id && seen.Add(c.Target)))
            {
                next.Enqueue(arrow.Target);
            }
        }

        return false;
    }
}
