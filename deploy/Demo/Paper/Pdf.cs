using System.Globalization;
using System.Text;

namespace LostCases.Demo;

/// <summary>Writes a page of Chinese text as PDF 1.4 with a font every reader has for Chinese (STSong-Light), so that none is embedded.</summary>
internal static class Pdf
{
    private const int LineLength = 28;
    private const int LinesOnPage = 24;

    /// <summary>One page: a title and paragraphs, which are wrapped; what does not fit on the page is left out.</summary>
    internal static byte[] Of(string title, params string[] paragraphs)
    {
        var lines = paragraphs.SelectMany(p => $"　　{p}".Chunk(LineLength).Select(c => new string(c))).Take(LinesOnPage);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"BT /F 20 Tf {297 - (title.Length * 10)} 740 Td {Hex(title)} Tj ET\n");
        text.Append("BT /F 15 Tf 28 TL 85 690 Td\n");
        foreach (var line in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Hex(line)} Tj T*\n");
        }

        text.Append("ET");
        return Assemble(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 7 0 R >>",
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
    }

    private static string Hex(string text) => $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>Objects numbered from 1, with their table; all of it ASCII, so that lengths are offsets.</summary>
    private static byte[] Assemble(params string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (content, number) in objects.Select((o, i) => (o, i + 1)))
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(o => file.Append(CultureInfo.InvariantCulture, $"{o:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}

/// <summary>A document to hand in.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Content">The file.</param>
internal sealed record Paper(string Name, byte[] Content)
{
    /// <summary>A page under its title.</summary>
    internal static Paper Of(string name, string title, params string[] paragraphs) => new($"{name}.pdf", Pdf.Of(title, [.. paragraphs, "（演示材料，机关、人员、案件均为虚构）"]));
}
