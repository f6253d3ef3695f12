namespace LostCases.Documents.Tests;

public sealed class When_text_is_hostile
{
    private static readonly string LongName = string.Concat(Enumerable.Repeat("云江县综合行政执法局第一分局", 22))[..300];

    internal static readonly AnnexForm Form = Forms.County with
    {
        LosingAgency = LongName,
        Court = "<script>alert('法院')</script>&amp;\u202E院法",
        CaseNo = "（２０２６）浙９９行终１号",
        AgencyOpinion = "一\u2028二\u2029三\r\n四\u0000\u0007\u001B[31m五\uFFFE\uD800六\u200B七\u2066八\t九😀𠮷عربي=cmd|'/c calc'!A1",
        ReviewOpinion = new string('。', 300) + new string('x', 300) + new string('（', 300),
        Code = "LC-1\n2",
    };

    [Fact]
    public void It_is_printed_as_text()
    {
        string[] expected =
        [
            "<script>alert('法院')</script>&amp;\uFFFD院法", "（２０２６）浙９９行终１号",
            "四\uFFFD\uFFFD\uFFFD[31m五\uFFFD\uFFFD六\uFFFD七\uFFFD八", "😀𠮷", "عربي=cmd|",
        ];
        var (pdf, docx) = (Forms.PdfText(AnnexPdf.Make(Form, Forms.Fonts)), Forms.DocxText(AnnexDocx.Make(Form)));
        Assert.All(expected, text =>
        {
            Assert.Contains(text, docx, StringComparison.Ordinal);
            Assert.Contains(text, pdf, StringComparison.Ordinal);
        });
        Assert.Equal(LongName.Count(c => c == '综'), docx.Count(c => c == '综'));
        Assert.Equal(LongName.Count(c => c == '综'), pdf.Count(c => c == '综'));
        Assert.Equal(300, docx.Count(c => c == 'x'));
        Assert.Equal(300, pdf.Count(c => c == 'x'));
    }

    [Fact]
    public void Everything_too_long_at_once_still_goes_on_in_full()
    {
        var form = Forms.TwoStamps with { LosingAgency = LongName, ImplementingBody = LongName, Court = LongName, AgencyOpinion = LongName + LongName, ReviewOpinion = LongName + LongName };
        var expected = 7 * LongName.Count(c => c == '综');
        Assert.Equal(expected, Forms.PdfText(AnnexPdf.Make(form, Forms.Fonts)).Count(c => c == '综'));
        Assert.Equal(expected, Forms.DocxText(AnnexDocx.Make(form)).Count(c => c == '综'));
    }

    [Fact]
    public void Line_separators_begin_paragraphs() => Assert.Equal(["一", "二", "三", "四"], PrintedText.Paragraphs("一\u2028二\u2029 三\r\n\n四"));

    [Fact]
    public void A_form_without_anything_but_spaces_prints() =>
        Assert.NotEmpty(AnnexPdf.Make(new AnnexForm { LosingAgency = " \n\t ", AgencyOpinion = "\u3000" }, Forms.Fonts));
}
