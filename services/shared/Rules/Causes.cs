using System.Collections.Frozen;

namespace LostCases.Rules;

/// <summary>Causes of a loss (败诉原因, domain 3.5), first level.</summary>
public static class Causes
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["C-EVID"] = "主要证据不足、事实不清",
        ["C-LAW"] = "适用法律错误",
        ["C-PROC"] = "违反法定程序",
        ["C-POWER"] = "超越职权／无职权",
        ["C-ABUSE"] = "滥用职权／明显不当",
        ["C-INACT"] = "不履行或拖延履行法定职责",
        ["C-LITI"] = "应诉工作不当",
        ["C-MEDI"] = "调解、协议处理不当",
        ["C-INFO"] = "信息公开处理不当",
        ["C-DEMO"] = "征收拆迁、拆违程序问题",
        ["C-COLL"] = "关联行为或上级决定牵连",
        ["C-OTHER"] = "其他",
    }.ToFrozenDictionary();

    /// <summary>All codes.</summary>
    public static IEnumerable<string> Codes => Names.Keys;

    /// <summary>The Chinese name, or null for a code that does not exist.</summary>
    public static string? Name(string code) => Names.GetValueOrDefault(code);
}
