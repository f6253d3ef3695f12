using LostCases.Rules;
using LostCases.Simulator;
using LostCases.Steps;

namespace LostCases.Governance.Changes;

/// <summary>Settings of boxes in words.</summary>
internal static class SettingWords
{
    /// <summary>A setting's short name.</summary>
    internal static (string Zh, string En) Name(StepInput input) => input.Name switch
    {
        "limitWorkingDays" => ("期限", "limit"),
        "reminderDays" => ("提醒日", "reminders"),
        _ => (input.Zh, input.En),
    };

    /// <summary>What a setting says; where nothing is set, what holds then.</summary>
    internal static (string Zh, string En) Of(Node node, StepInput input)
    {
        var value = node.Inputs.GetValueOrDefault(input.Name, "").Trim();
        return (input.Name, value) switch
        {
            ("limitWorkingDays", "") => ChainLaw.Clock(node.Step!.Name) is { } clock
                ? Days(Policy.Default.Clock(clock).Length.ToString(System.Globalization.CultureInfo.InvariantCulture))
                : ("不限", "none"),
            ("limitWorkingDays", _) => Days(value),
            ("reminderDays", "") => ("通常的提醒日", "the usual ones"),
            ("reminderDays", _) => ($"到期前 {value.Replace(",", "、", StringComparison.Ordinal)} 个工作日", $"{value} working days before"),
            ("participants", "") when node.Step is null => ("未填写", "nothing"),
            ("participants", _) when node.Step is null => ($"“{string.Join('、', Told(value).Select(p => p.Zh))}”", string.Join(", ", Told(value).Select(p => p.En))),
            ("participants", "") => ($"{StepOffice.Of(node.Step!, null).Zh}（默认）", $"{StepOffice.Of(node.Step!, null).En} (as usual)"),
            ("participants", _) => ($"“{StepOffice.Of(node.Step!, value).Zh}”", StepOffice.Of(node.Step!, value).En),
            ("veto", "") => ("无", "none"),
            ("veto", _) => ($"“{StepOffice.Of(node.Step!, value).Zh}”", StepOffice.Of(node.Step!, value).En),
            (_, "") => ("未填写", "nothing"),
            _ => input.Options.FirstOrDefault(o => o.Value == value) is { } option ? ($"“{option.Zh}”", $"“{option.En}”") : ($"“{value}”", $"“{value}”"),
        };
    }

    private static IEnumerable<(string Zh, string En)> Told(string participants) =>
        participants.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(StepOffice.Participant);

    /// <summary>What a decision asks.</summary>
    internal static (string Zh, string En) Condition(Node node)
    {
        var fact = PortNames.OfFact(node.Inputs.GetValueOrDefault("fact", ""));
        var (zh, en) = node.Inputs.GetValueOrDefault("operator", "Equals") switch
        {
            "NotEquals" => ("不等于", "is not"),
            "Contains" => ("包含", "contains"),
            _ => ("等于", "is"),
        };
        var value = node.Inputs.GetValueOrDefault("value", "");
        return ($"{fact.Zh}{zh} {value}", $"{fact.En} {en} {value}");
    }

    private static (string, string) Days(string days) => ($" {days} 个工作日", $"{days} working days");
}
