using System.Globalization;
using LostCases.Rules;
using LostCases.Simulator;

namespace LostCases.Governance.Gate;

/// <summary>What can be seen without walking: limits, deciders, steps of another chain, loops in which nobody is waited for.</summary>
internal static class StaticChecks
{
    internal static IEnumerable<GateFinding> Of(Definition definition, Policy policy)
    {
        if (definition.Id is not (ChainLaw.Main or ChainLaw.Unit or ChainLaw.Correction))
        {
            yield return Telling.Of(ChainRule.StepOfThisChain, "没有启动此流程的案件事件，只能发布主流程、单位责任流程和纠正重处流程", "no event starts this chain; only the three chains of the product can be published");
            yield break;
        }

        foreach (var node in definition.Nodes.Values.Where(n => n.Kind == NodeKind.Step))
        {
            foreach (var finding in OfStep(definition.Id, node, policy))
            {
                yield return finding;
            }
        }

        if (Unwaited(definition) is { } loop)
        {
            yield return Telling.Of(ChainRule.LoopWaits, $"循环：{string.Join(" → ", loop.Select(n => n.Title))}", $"loop: {string.Join(" → ", loop.Select(n => n.Id))}", [.. loop.Select(n => n.Id)]);
        }
    }

    private static IEnumerable<GateFinding> OfStep(string chain, Node node, Policy policy)
    {
        var step = node.Step!.Name;
        if (!ChainLaw.Belongs(chain, step))
        {
            yield return Telling.Of(ChainRule.StepOfThisChain, $"环节“{node.Title}”不能用于本流程", $"the step {node.Id} cannot be used in this chain", [node.Id]);
        }

        if (ChainLaw.Clock(step) is { } clock && int.TryParse(node.Inputs.GetValueOrDefault("limitWorkingDays"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && policy.Clock(clock) is var terms && limit > terms.Length)
        {
            yield return Telling.Of(
                ChainRule.LimitNotLonger, $"环节“{node.Title}”的期限为 {limit} 个工作日，规定为 {terms.Length} 个工作日",
                $"the limit of {node.Id} is {limit} working days, the rules say {terms.Length}", [node.Id], terms.Clause);
        }

        var asked = node.Inputs.GetValueOrDefault("participants", "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var (relation, rule) in asked.Select(p => p.Split(':')[0]).Distinct().Select(r => (r, ChainLaw.Deciding(chain, step, r))))
        {
            if (rule is { } broken)
            {
                yield return Telling.Of(broken, $"环节“{node.Title}”的参与方包括{Labels.Zh(relation)}", $"{relation} takes part in {node.Id}", [node.Id]);
            }
        }
    }

    /// <summary>A loop of boxes in which nobody is waited for; null where there is none.</summary>
    private static List<Node>? Unwaited(Definition definition)
    {
        var done = new HashSet<string>();
        foreach (var start in definition.Nodes.Keys)
        {
            var (way, on) = (new List<string>(), new HashSet<string>());
            if (Search(start) is { } loop)
            {
                return [.. loop.Select(id => definition.Nodes[id])];
            }

            List<string>? Search(string id)
            {
                if (on.Contains(id))
                {
                    return [.. way[way.IndexOf(id)..], id];
                }

                if (definition.Nodes[id].Kind == NodeKind.Step || !done.Add(id))
                {
                    return null;
                }

                way.Add(id);
                on.Add(id);
                var found = definition.Connections.Where(c => c.Source == id).Select(c => Search(c.Target)).FirstOrDefault(l => l is not null);
                way.Remove(id);
                on.Remove(id);
                return found;
            }
        }

        return null;
    }
}
