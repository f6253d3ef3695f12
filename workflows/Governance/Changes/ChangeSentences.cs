using LostCases.Simulator;
using LostCases.Steps;

namespace LostCases.Governance.Changes;

/// <summary>What a draft changes, told in sentences (变更说明): “联合审核”的期限由 30 个工作日改为 20 个工作日.</summary>
public static class ChangeSentences
{
    /// <summary>The differences between two versions; none where only boxes were moved about.</summary>
    public static IReadOnlyList<Sentence> Between(Definition before, Definition after) =>
    [
        .. after.Nodes.Values.Where(n => !before.Nodes.ContainsKey(n.Id)).Select(n => Told($"增加{What(n).Zh}“{n.Title}”", $"{What(n).En} “{n.Title}” is added")),
        .. before.Nodes.Values.Where(n => !after.Nodes.ContainsKey(n.Id)).Select(n => Told($"删除{What(n).Zh}“{n.Title}”", $"{What(n).En} “{n.Title}” is removed")),
        .. before.Nodes.Values.Where(n => after.Nodes.ContainsKey(n.Id)).SelectMany(n => OfBox(n, after.Nodes[n.Id])),
        .. after.Nodes.Values.Where(n => !before.Nodes.ContainsKey(n.Id)).SelectMany(n => Settings(n with { Inputs = new Dictionary<string, string>() }, n)),
        .. Arrows(before, after),
    ];

    private static IEnumerable<Sentence> OfBox(Node before, Node after)
    {
        if (before.Kind != after.Kind || before.Step?.Name != after.Step?.Name)
        {
            yield return Told($"“{before.Title}”由{What(before).Zh}改为{What(after).Zh}", $"“{before.Title}” becomes {What(after).En}");
        }

        if (before.Title != after.Title)
        {
            yield return Told($"“{before.Title}”改名为“{after.Title}”", $"“{before.Title}” is renamed “{after.Title}”");
        }

        foreach (var sentence in Settings(before, after))
        {
            yield return sentence;
        }
    }

    private static IEnumerable<Sentence> Settings(Node before, Node after)
    {
        foreach (var input in after.Kind is NodeKind.Step or NodeKind.Notify ? after.Settings : [])
        {
            var (old, now) = (SettingWords.Of(before, input), SettingWords.Of(after, input));
            if (old != now)
            {
                yield return Told($"“{after.Title}”的{SettingWords.Name(input).Zh}由{old.Zh}改为{now.Zh}", $"{SettingWords.Name(input).En} of “{after.Title}” changes from {old.En} to {now.En}");
            }
        }

        if (after.Kind == NodeKind.Decide && SettingWords.Condition(before) != SettingWords.Condition(after))
        {
            var (old, now) = (SettingWords.Condition(before), SettingWords.Condition(after));
            yield return before.Inputs.Count == 0
                ? Told($"“{after.Title}”的条件为“{now.Zh}”", $"“{after.Title}” asks: {now.En}")
                : Told($"“{after.Title}”的条件由“{old.Zh}”改为“{now.Zh}”", $"“{after.Title}” asks {now.En} instead of {old.En}");
        }

        if (after.Kind == NodeKind.Fork && before.Inputs.Count > 0 && !before.Ports.SequenceEqual(after.Ports))
        {
            yield return Told($"“{after.Title}”的分支由“{string.Join('、', before.Ports)}”改为“{string.Join('、', after.Ports)}”", $"branches of “{after.Title}” change from {string.Join(", ", before.Ports)} to {string.Join(", ", after.Ports)}");
        }
    }

    private static IEnumerable<Sentence> Arrows(Definition before, Definition after)
    {
        foreach (var arrow in after.Connections)
        {
            var old = before.From(arrow.Source, arrow.Port).FirstOrDefault();
            if (old?.Target == arrow.Target)
            {
                continue;
            }

            var (from, to) = (after.Nodes[arrow.Source], after.Nodes[arrow.Target].Title);
            var leaves = from.Ports.Count == 1 ? ($"“{from.Title}”之后", $"after “{from.Title}”") : ($"“{from.Title}”的“{PortNames.Of(arrow.Port).Zh}”", $"“{from.Title}” by “{PortNames.Of(arrow.Port).En}”");
            yield return old is not null && before.Nodes.TryGetValue(old.Target, out var led)
                ? Told($"{leaves.Item1}由通向“{led.Title}”改为通向“{to}”", $"{leaves.Item2} leads to “{to}” instead of “{led.Title}”")
                : Told($"{leaves.Item1}通向“{to}”", $"{leaves.Item2} leads to “{to}”");
        }
    }

    private static (string Zh, string En) What(Node node) => node.Kind switch
    {
        NodeKind.Step => ($"环节（{node.Step!.Zh}）", $"step ({node.Step.En})"),
        NodeKind.Decide => ("判断", "decision"),
        NodeKind.Meet => ("汇合", "meeting point"),
        NodeKind.Notify => ("通知", "notice"),
        NodeKind.Fork => ("并行分支", "fork"),
        NodeKind.Join => ("并行汇聚", "join"),
        NodeKind.Start => ("开始", "start"),
        NodeKind.End => ("结束", "end"),
    };

    private static Sentence Told(string zh, string en) => new($"{zh}。", $"{char.ToUpperInvariant(en[0])}{en[1..]}.");
}
