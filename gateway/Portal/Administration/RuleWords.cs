using LostCases.Portal.Api;
using LostCases.Portal.Texts;
using LostCases.Portal.Ui;

namespace LostCases.Portal.Administration;

/// <summary>Values of settings in words.</summary>
internal static class RuleWords
{
    internal static string Value(Words words, RuleSetting setting, string value) => setting.Kind switch
    {
        "CHOICE" or "YES_NO" => words.Code("ruleValue", value),
        "CHOICES" => value.Length == 0 ? words["rules.none"]
            : setting.Options.Count == value.Split(',').Length ? words["rules.all"]
            : string.Join(words["list.comma"], value.Split(',').Select(v => words.Code("ruleValue", v))),
        "TEXTS" => value.Length == 0 ? words["rules.none"] : UserText.Clean(value),
        _ => value,
    };
}
