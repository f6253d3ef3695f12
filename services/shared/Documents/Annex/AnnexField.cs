using System.Globalization;

namespace LostCases.Documents;

/// <summary>A row of the form: its label as the notice breaks it, its paragraphs, and who stamps.</summary>
/// <param name="Label">Lines of the label.</param>
/// <param name="Paragraphs">What is written in it.</param>
/// <param name="Stamps">Who stamps, with the day.</param>
public sealed record AnnexField(IReadOnlyList<string> Label, IReadOnlyList<string> Paragraphs, IReadOnlyList<AnnexStamp> Stamps)
{
    /// <summary>Rows in the notice's order, in its words.</summary>
    public static IReadOnlyList<AnnexField> Of(AnnexForm form) =>
    [
        new(["败诉行政机关名称"], Bodies(form), []),
        new(["法院名称、", "裁判文书文号"], Judgments(form), []),
        new(["败诉行政机关", "调查处理意见"], PrintedText.Paragraphs(form.AgencyOpinion), form.HasTwoStamps
            ? [new("名义主体（盖章）", Day(form.SubmittedOn)), new("实施主体（盖章）", Day(form.SubmittedOn))]
            : [new("败诉行政机关（盖章）", Day(form.SubmittedOn))]),
        new(["政府法制机构", "审核意见"], PrintedText.Paragraphs(form.ReviewOpinion), [new("审核单位（盖章）", Day(form.ReviewedOn))]),
    ];

    private static List<string> Bodies(AnnexForm form) => form.HasTwoStamps
        ? [$"{PrintedText.Line(form.LosingAgency)}（名义主体）", $"{PrintedText.Line(form.ImplementingBody)}（实施主体）"]
        : [.. PrintedText.Paragraphs(PrintedText.Line(form.LosingAgency))];

    private static List<string> Judgments(AnnexForm form) =>
        [.. new[] { form.Court, form.CaseNo }.Concat(form.OtherCaseNos.Select(n => $"另有：{n}")).Select(PrintedText.Line).Where(l => l.Length > 0)];

    private static string Day(DateOnly? day) =>
        day is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:yyyy}年{known.Month}月{known.Day}日") : "\u3000\u3000年\u3000月\u3000日";
}

/// <summary>A place for a stamp.</summary>
/// <param name="Who">Who stamps, in the notice's words.</param>
/// <param name="Day">The day, or room for it.</param>
public sealed record AnnexStamp(string Who, string Day);
