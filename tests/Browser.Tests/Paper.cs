using System.Globalization;
using System.Text;

namespace LostCases.BrowserTests;

/// <summary>Small PDF files: one page of lines in a typeface the reader's machine supplies.</summary>
internal static class Paper
{
    /// <summary>A file that is a PDF by its first bytes and has no page.</summary>
    internal static byte[] Empty { get; } = "%PDF-1.4\n%%EOF\n"u8.ToArray();

    /// <summary>A judgment as a court serves it, shortened.</summary>
    internal static byte[] Judgment { get; } = Of(
        "瓯越市中级人民法院", "行政判决书", "", "上诉人（原审原告）：某公司。", "被上诉人（原审被告）：某行政执法局。", "",
        "本院认为，被诉行政行为认定主要事实不清、", "证据不足，作出前未听取当事人的陈述、申辩，", "违反法定程序，依法应予撤销。", "",
        "判决如下：", "一、撤销一审行政判决；", "二、撤销责令限期拆除决定。", "", "本判决为终审判决。");

    internal static byte[] Of(params string[] lines)
    {
        var text = new StringBuilder("BT /F 15 Tf 24 TL 72 770 Td\n");
        foreach (var line in lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line))}> Tj T*\n");
        }

        var drawn = text.Append("ET").ToString();
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> /Contents 7 0 R >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 6 0 R /DW 1000 >>",
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
            $"<< /Length {drawn.Length} >>\nstream\n{drawn}\nendstream",
        ];
        var (file, offsets) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (content, n) in objects.Select((o, n) => (o, n + 1)))
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{n} 0 obj\n{content}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(o => file.Append(CultureInfo.InvariantCulture, $"{o:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
