using System.Globalization;
using LostCases.Steps;

namespace LostCases.Simulator;

/// <summary>What an administrator has set on a step must be readable before a case depends on it.</summary>
internal static class InputChecks
{
    private const int LongestText = 500;

    internal static IEnumerable<string> Problems(Node node) => node.Kind is not (NodeKind.Step or NodeKind.Notify)
        ? []
        : node.Settings
            .Where(i => node.Inputs.GetValueOrDefault(i.Name, "").Trim().Length > 0 && !IsGood(i, node.Inputs[i.Name]))
            .Select(i => $"节点 {node.Id} 的“{i.Zh}”填写不正确：{node.Inputs[i.Name]}。")
            .Concat(node.Inputs.GetValueOrDefault("mode") == "COUNT" && !IsNumber(node.Inputs.GetValueOrDefault("quorum", ""))
                ? [$"节点 {node.Id} 按票数表决，须填写同意票数。"]
                : [])
            .Concat(node.Inputs.GetValueOrDefault("absent", "WAIT") is not ("WAIT" or "") && !IsNumber(node.Inputs.GetValueOrDefault("limitWorkingDays", ""))
                ? [$"节点 {node.Id} 规定了逾期未表决如何处理，须填写表决期限。"]
                : [])
            .Concat(Parts(node.Inputs.GetValueOrDefault("veto", "")).Except(Parts(node.Inputs.GetValueOrDefault("participants", ""))).Any()
                ? [$"节点 {node.Id} 有否决权的必须是参与方。"]
                : [])
            .Concat(node.Kind == NodeKind.Notify && (Parts(node.Inputs.GetValueOrDefault("participants", "")).Length == 0 || node.Inputs.GetValueOrDefault("template", "").Length == 0)
                ? [$"通知节点 {node.Id} 须选择通知对象和通知模板。"]
                : [])
            .Concat(node.Inputs.GetValueOrDefault("text", "").Length > LongestText
                ? [$"节点 {node.Id} 的补充说明不超过 {LongestText} 字。"]
                : []);

    private static bool IsGood(StepInput input, string value) => input.Name switch
    {
        "limitWorkingDays" or "quorum" or "seats" or "groupQuorum" => IsNumber(value),
        "reminderDays" => Parts(value).All(IsNumber),
        "participants" or "veto" => Parts(value).All(p => p.Split(':') is [{ Length: > 0 }, { Length: > 0 }]),
        _ => input.Options.Length == 0 || input.Options.Any(o => o.Value == value),
    };

    private static string[] Parts(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsNumber(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0;
}
