using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LostCases.Documents;

/// <summary>A typeface in a PDF: the characters drawn with it, each with a number of its own, so that what is copied out is what was put in.</summary>
internal sealed class PdfFont(Typeface face)
{
    private readonly Dictionary<Rune, int> _numbers = [];
    private readonly List<Rune> _runes = [];

    internal bool IsUsed => _runes.Count > 0;

    internal bool Has(Rune rune) => face.Has(rune);

    /// <summary>Width in ems.</summary>
    internal double Width(Rune rune) => face.Width(face.Glyph(rune)) / 1000.0;

    /// <summary>The character's number; 0 stays with the glyph for what is missing.</summary>
    internal int Number(Rune rune)
    {
        if (!_numbers.TryGetValue(rune, out var number))
        {
            _runes.Add(rune);
            _numbers[rune] = number = _runes.Count;
        }

        return number;
    }

    /// <summary>Writes the font's objects; answers the number of the first.</summary>
    internal int Write(PdfFile file)
    {
        var (left, bottom, right, top, ascent, descent) = face.Box;
        var name = $"{Tag()}+{face.Name}";
        var program = face.Subset([0, .. _runes.Select(face.Glyph)]);
        var data = file.AddStream(face.IsCff ? "/Subtype /CIDFontType0C " : $"/Length1 {program.Length} ", program);
        var descriptor = file.Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{left} {bottom} {right} {top}] /ItalicAngle 0 /Ascent {ascent} "
            + $"/Descent {descent} /CapHeight {ascent} /StemV 80 /{(face.IsCff ? "FontFile3" : "FontFile2")} {data} 0 R >>");
        var widths = string.Join(' ', _runes.Select(r => face.Width(face.Glyph(r))));
        var descendant = file.Add(
            $"<< /Type /Font /Subtype /{(face.IsCff ? "CIDFontType0" : "CIDFontType2 /CIDToGIDMap /Identity")} /BaseFont /{name} "
            + $"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 1000 /W [1 [{widths}]] >>");
        var unicode = file.AddStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        return file.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    /// <summary>Six letters that differ for every set of characters.</summary>
    private string Tag() => string.Concat(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(_runes))).Take(6).Select(b => (char)('A' + (b % 26))));

    private string ToUnicode()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) ")
            .Append("/Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var block in _runes.Select((r, i) => (Rune: r, Number: i + 1)).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (rune, number) in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{number:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(rune.ToString()))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
