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

        var found = definition.Nodes.Values.SelectMany(n => Of(n, definition).Concat(InputChecks.Problems(n))).ToList();
        foreach (var problem in found.Count > 0 || !AllMeet(definition) ? found : Blocks.Problems(definition))
        {
            yield return problem;
        }
    }

    private static bool AllMeet(Definition definition) =>
        definition.Connections.All(c => definition.Nodes.ContainsKey(c.Source) && definition.Nodes.ContainsKey(c.Target));

    private static IEnumerable<string> Of(Node node, Definition definition)
    {
        foreach (var port in node.Ports.Where(p => !definition.From(node.Id, p).Any()))
        {
            yield return $"节点 {node.Id} 的出口“{port}”没有连线。";
        }

        foreach (var port in node.Ports.Distinct().Where(p => definition.From(node.Id, p).Count() > 1))
        {
            yield return $"节点 {node.Id} 的出口“{port}”只能有一条连线；并行办理须使用分支节点。";
        }

        if (node.Kind == NodeKind.Fork && node.Ports.Distinct().Count() is var branches && (branches < 2 || branches < node.Ports.Count))
        {
            yield return $"分支节点 {node.Id} 至少要有两个名称不同的分支。";
        }

        if (node.Kind == NodeKind.Decide && !RoutingFacts.All.Contains(node.Inputs.GetValueOrDefault("fact", "")))
        {
            yield return $"判断节点 {node.Id} 使用的事实不在清单内。";
        }

        if (node.Kind == NodeKind.Decide && !Decision.Operators.Contains(node.Inputs.GetValueOrDefault("operator", Decision.Operators[0])))
        {
            yield return $"判断节点 {node.Id} 的运算符不在清单内。";
        }

        if (node.Kind != NodeKind.End && !definition.After(node.Id).Any(id => definition.Nodes.TryGetValue(id, out var there) && there.Kind == NodeKind.End))
        {
            yield return $"从节点 {node.Id} 无法到达结束。";
        }
    }
}
