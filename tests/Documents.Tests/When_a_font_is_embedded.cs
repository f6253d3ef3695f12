using UglyToad.PdfPig;

namespace LostCases.Documents.Tests;

public sealed class When_a_font_is_embedded
{
    [Fact]
    public void Only_the_glyphs_that_are_drawn_are_in_the_file() => Assert.InRange(AnnexPdf.Make(Forms.County, Forms.Fonts).Length, 10_000, 150_000);

    [Fact]
    public void Every_font_is_embedded_in_part()
    {
        using var document = PdfDocument.Open(AnnexPdf.Make(Forms.County, Forms.Fonts));
        var names = document.GetPages().SelectMany(p => p.Letters).Select(l => l.FontName).Distinct().ToList();
        Assert.Equal(2, names.Count);
        Assert.All(names, n => Assert.Matches(@"^[A-Z]{6}\+NotoSerifCJKsc-", n));
    }

    /// <summary>Two characters share a glyph in most Chinese fonts: 一 and the radical ⼀. Each is copied out as it was put in.</summary>
    [Fact]
    public void Characters_that_share_a_glyph_stay_apart()
    {
        var text = Forms.PdfText(AnnexPdf.Make(Forms.County with { AgencyOpinion = "一⼀行⾏" }, Forms.Fonts));
        Assert.Contains("一⼀行⾏", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_office_may_use_TrueType_with_another_font_for_what_it_lacks()
    {
        var office = Forms.Face("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");
        var pdf = AnnexPdf.Make(Forms.County with { AgencyOpinion = "Éducation 一二三" }, new FontSet(Forms.Fonts.Title, [office, .. Forms.Fonts.Text]));
        Assert.Contains("Éducation一二三", Forms.PdfText(pdf), StringComparison.Ordinal);
        Assert.True(pdf.Length < 200_000);
    }

    [Fact]
    public void A_file_that_is_no_font_is_refused()
    {
        Assert.Throws<FontUnusableException>(() => Typeface.Read("no font"u8.ToArray()));
        Assert.Throws<FontUnusableException>(() => Typeface.Read(new byte[4096]));
        Assert.Throws<FontUnusableException>(() => Typeface.Read(Array.Empty<byte>()));
    }
}
