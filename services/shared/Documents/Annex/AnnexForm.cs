namespace LostCases.Documents;

/// <summary>What the annex 《行政诉讼败诉案件责任分析报告审核表》 says of one losing agency in one case (NA-f1…NA-f4, NA-n2).</summary>
public sealed record AnnexForm
{
    /// <summary>The notice's own day: the date of a form that says nothing.</summary>
    private static readonly DateOnly NoticeOn = new(2018, 12, 14);

    /// <summary>Losing agency named in the judgment, the nominal body (败诉行政机关、名义主体; NA-f1).</summary>
    public string LosingAgency { get; init; } = "";

    /// <summary>Implementing body where it differs (实施主体): both stamp (NA-n4).</summary>
    public string? ImplementingBody { get; init; }

    /// <summary>Court (法院名称; NA-f2).</summary>
    public string Court { get; init; } = "";

    /// <summary>Number of the effective judgment (裁判文书文号; NA-f2).</summary>
    public string CaseNo { get; init; } = "";

    /// <summary>Numbers of other judgments in the case, e.g. of a retrial.</summary>
    public IReadOnlyList<string> OtherCaseNos { get; init; } = [];

    /// <summary>What the agency proposes (调查处理意见; NA-f3); paragraphs by line breaks.</summary>
    public string AgencyOpinion { get; init; } = "";

    /// <summary>Day the stamped report was submitted.</summary>
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>What the legal body says (审核意见; NA-f4); paragraphs by line breaks.</summary>
    public string ReviewOpinion { get; init; } = "";

    /// <summary>Day the review was completed.</summary>
    public DateOnly? ReviewedOn { get; init; }

    /// <summary>System number of the case and version of the data, for the foot of each page; none on a blank form.</summary>
    public string? Code { get; init; }

    /// <summary>Whether every page says that this is a demonstration (演示).</summary>
    public bool Demo { get; init; }

    /// <summary>Whether two bodies stamp (NA-n4).</summary>
    public bool HasTwoStamps => ImplementingBody is { Length: > 0 };

    /// <summary>The last day the form speaks of: the only date the files carry.</summary>
    internal DateOnly AsOf => new[] { SubmittedOn, ReviewedOn }.Max() ?? NoticeOn;
}
