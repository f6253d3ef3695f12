namespace LostCases.Documents;

/// <summary>The printed words of the form, as the notice has them.</summary>
public static class AnnexWords
{
    /// <summary>Mark above the form.</summary>
    public const string Mark = "附件";

    /// <summary>Title.</summary>
    public const string Title = "行政诉讼败诉案件责任分析报告审核表";

    /// <summary>What stands across the pages of a demonstration.</summary>
    public const string Demo = "演示";

    /// <summary>The same in words, above each page.</summary>
    public const string DemoLine = "演示数据，不是公文";

    internal const string Continuation = "（续页）";
    internal const string Continued = "（续）";
    internal const string SeeContinuation = "（下转续页）";

    /// <summary>The notes under the form (NA-n1…NA-n4).</summary>
    public static IReadOnlyList<string> Notes { get; } =
    [
        "1. 本表应附行政诉讼败诉案件责任分析报告、法院裁判文书；",
        "2. 共同被告案件，每个败诉行政机关各自填写本表；",
        "3. 本表及附件由败诉行政机关、审核单位、备案单位各存一份；",
        "4. 行政行为的名义主体与实施主体不一致的，名义主体与实施主体共同在“行政机关调查处理意见”一栏盖章。",
    ];

    /// <summary>What stands before the first note.</summary>
    public const string NotesMark = "注：";
}
