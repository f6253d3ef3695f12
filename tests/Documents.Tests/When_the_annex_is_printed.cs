using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace LostCases.Documents.Tests;

[Trait("Clause", "NA-f1")]
public sealed class When_the_annex_is_printed
{
    private static readonly Dictionary<string, AnnexForm> Known = new()
    {
        ["county"] = Forms.County,
        ["two stamps"] = Forms.TwoStamps,
        ["long"] = Forms.Long,
        ["blank"] = new(),
        ["demo"] = Forms.County with { Demo = true },
        ["hostile"] = When_text_is_hostile.Form,
    };

    public static TheoryData<string> All { get; } = [.. Known.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_form_gives_the_same_bytes(string which)
    {
        var form = Known[which];
        Assert.True(AnnexPdf.Make(form, Forms.Fonts).AsSpan().SequenceEqual(AnnexPdf.Make(form with { }, Forms.Fonts)));
        Assert.True(AnnexDocx.Make(form).AsSpan().SequenceEqual(AnnexDocx.Make(form with { })));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_word_processor_finds_no_fault_with_it(string which)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(AnnexDocx.Make(Known[which])), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Every_field_and_every_word_of_the_notice_is_in_both()
    {
        var form = Forms.County;
        string[] expected =
        [
            AnnexWords.Mark, AnnexWords.Title, .. AnnexWords.Notes, "败诉行政机关名称", "法院名称、裁判文书文号", "败诉行政机关调查处理意见", "政府法制机构审核意见",
            "败诉行政机关（盖章）", "审核单位（盖章）", "2026年11月3日", "2026年11月23日", form.LosingAgency, form.Court, form.CaseNo, form.OtherCaseNos[0],
            .. form.AgencyOpinion.Split('\n'), form.ReviewOpinion, form.Code!,
        ];
        var (pdf, docx) = (Forms.PdfText(AnnexPdf.Make(form, Forms.Fonts)), Forms.DocxText(AnnexDocx.Make(form)));
        Assert.All(expected.Select(Forms.Bare), text =>
        {
            Assert.Contains(text, pdf, StringComparison.Ordinal);
            Assert.Contains(text, docx, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void It_is_one_page_when_everything_fits() => Assert.Single(Forms.PdfPages(AnnexPdf.Make(Forms.County, Forms.Fonts)));

    [Fact]
    [Trait("Clause", "NA-n4")]
    public void Both_bodies_are_named_and_stamp_where_they_differ()
    {
        foreach (var text in new[] { Forms.PdfText(AnnexPdf.Make(Forms.TwoStamps, Forms.Fonts)), Forms.DocxText(AnnexDocx.Make(Forms.TwoStamps)) })
        {
            Assert.Contains("云江县综合行政执法局（名义主体）云江县霁川镇人民政府（实施主体）", text, StringComparison.Ordinal);
            Assert.Contains("名义主体（盖章）实施主体（盖章）", text, StringComparison.Ordinal);
            Assert.Contains("2026年11月3日2026年11月3日", text, StringComparison.Ordinal);
            Assert.DoesNotContain("败诉行政机关（盖章）", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_does_not_fit_goes_on_in_full_on_continuation_sheets()
    {
        var pages = Forms.PdfPages(AnnexPdf.Make(Forms.Long, Forms.Fonts));
        Assert.InRange(pages.Count, 5, 9);
        Assert.Contains("（下转续页）", pages[0], StringComparison.Ordinal);
        Assert.All(pages.Skip(1), p => Assert.Contains("审核表（续页）", p, StringComparison.Ordinal));
        Assert.All(pages.Skip(1), p => Assert.Contains(Forms.Long.CaseNo, p, StringComparison.Ordinal));
        var text = Forms.DocxText(AnnexDocx.Make(Forms.Long));
        Assert.Contains("审核表（续页）", text, StringComparison.Ordinal);
        foreach (var i in Enumerable.Range(1, 60))
        {
            Assert.Single(pages, p => p.Contains($"第{i}段：", StringComparison.Ordinal));
            Assert.Contains($"第{i}段：", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_blank_form_has_its_labels_and_room_for_dates()
    {
        foreach (var text in new[] { Forms.PdfText(AnnexPdf.Make(new AnnexForm(), Forms.Fonts)), Forms.DocxText(AnnexDocx.Make(new AnnexForm())) })
        {
            Assert.Contains("败诉行政机关名称", text, StringComparison.Ordinal);
            Assert.Contains("败诉行政机关（盖章）年月日", text, StringComparison.Ordinal);
            Assert.Contains("审核单位（盖章）年月日", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_page_of_a_demonstration_says_so()
    {
        var form = Forms.Long with { Demo = true };
        Assert.All(Forms.PdfPages(AnnexPdf.Make(form, Forms.Fonts)), p => Assert.Contains("演示数据，不是公文", p, StringComparison.Ordinal));
        Assert.Contains("演示数据，不是公文", Forms.DocxText(AnnexDocx.Make(form)), StringComparison.Ordinal);
        Assert.DoesNotContain("演示", Forms.PdfText(AnnexPdf.Make(Forms.Long, Forms.Fonts)), StringComparison.Ordinal);
    }
}
