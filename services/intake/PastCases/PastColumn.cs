namespace LostCases.Intake.PastCases;

/// <summary>A column of the sheet for past cases.</summary>
/// <param name="Key">Name in the interface.</param>
/// <param name="Zh">Name at the head of the sheet.</param>
/// <param name="IsRequired">Whether every row has it.</param>
/// <param name="Longest">Most characters.</param>
internal sealed record PastColumn(string Key, string Zh, bool IsRequired, int Longest = 60)
{
    /// <summary>All columns; a sheet may have them in any order, and others beside.</summary>
    internal static IReadOnlyList<PastColumn> All { get; } =
    [
        new("caseNo", "案号", true),
        new("court", "法院", true, 200),
        new("instance", "审级", false),
        new("docType", "文书种类", false),
        new("madeOn", "裁判作出日期", true),
        new("agency", "败诉行政机关", true, 200),
        new("implementingBody", "实施主体", false, 200),
        new("result", "败诉类型", true),
        new("actName", "涉诉行政行为", true, 300),
        new("actDate", "行政行为日期", true),
        new("servedOn", "送达日期", true),
        new("effectiveOn", "生效日期", true),
        new("closedOn", "办结日期", false),
        new("outcome", "处理结果", false, 2000),
    ];

    internal static PastColumn Of(string key) => All.First(c => c.Key == key);

    /// <summary>The name in the reader's language.</summary>
    internal string Name(string language) => language == "en" ? Key : Zh;

    /// <summary>Where each column stands below this head; or the first required one that is missing.</summary>
    internal static (int[]? Places, PastColumn? Missing) Places(IReadOnlyList<string> head)
    {
        var names = head.Select(Plain).ToList();
        int[] places = [.. All.Select(c => names.FindIndex(n => n == c.Zh || n.Equals(c.Key, StringComparison.OrdinalIgnoreCase)))];
        var missing = All.Where((c, i) => c.IsRequired && places[i] < 0).FirstOrDefault();
        return missing is null ? (places, null) : (null, missing);
    }

    /// <summary>Without the marks people put beside a required column.</summary>
    private static string Plain(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not ('*' or '＊')));
}
