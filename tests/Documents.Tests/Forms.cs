using System.Text;
using DocumentFormat.OpenXml.Packaging;
using UglyToad.PdfPig;

namespace LostCases.Documents.Tests;

/// <summary>Forms to print, and what a reader finds in what was printed.</summary>
internal static class Forms
{
    private const string Noto = "/usr/share/fonts/opentype/noto";

    internal static readonly FontSet Fonts = new([Face($"{Noto}/NotoSerifCJK-Bold.ttc")], [Face($"{Noto}/NotoSerifCJK-Regular.ttc")]);

    internal static readonly AnnexForm County = new()
    {
        LosingAgency = "云江县综合行政执法局",
        Court = "瓯越市中级人民法院",
        CaseNo = "（2026）浙99行终1234号",
        OtherCaseNos = ["（2027）浙行再5号"],
        AgencyOpinion = "经调查，本案败诉系主要证据不足所致。对直接责任人员责令作出书面检查。\n对单位不建议追究责任。",
        SubmittedOn = new DateOnly(2026, 11, 3),
        ReviewOpinion = "同意。事实清楚，定性准确，处理适当。",
        ReviewedOn = new DateOnly(2026, 11, 23),
        Code = "LC-2026-000123　数据版本 3.5.4",
    };

    internal static readonly AnnexForm TwoStamps = County with { ImplementingBody = "云江县霁川镇人民政府" };

    internal static readonly AnnexForm Long = County with
    {
        AgencyOpinion = string.Join('\n', Enumerable.Range(1, 60).Select(i => $"第{i}段：主要证据不足，未查明违法行为的持续时间，也未听取当事人的陈述和申辩，责令承办人员作出书面检查。")),
    };

    internal static Typeface Face(string path) => Typeface.Read(File.ReadAllBytes(path));

    /// <summary>Text of a PDF, page by page, without spaces and line ends.</summary>
    internal static IReadOnlyList<string> PdfPages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(p => Bare(string.Concat(p.Letters.Select(l => l.Value))))];
    }

    internal static string PdfText(byte[] pdf) => string.Concat(PdfPages(pdf));

    /// <summary>Text of a DOCX with headers and footers, without spaces and line ends.</summary>
    internal static string DocxText(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var main = document.MainDocumentPart!;
        return Bare(string.Concat(
            string.Concat(main.HeaderParts.Select(h => h.Header!.InnerText)), main.Document!.Body!.InnerText, string.Concat(main.FooterParts.Select(f => f.Footer!.InnerText))));
    }

    internal static string Bare(string text) => string.Concat(text.EnumerateRunes().Where(r => !Rune.IsWhiteSpace(r)));
}
