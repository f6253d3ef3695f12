using System.Text;

namespace LostCases.Documents;

/// <summary>The fonts of one PDF, each embedded once.</summary>
internal sealed class PdfFonts
{
    private readonly Dictionary<Typeface, PdfFont> _fonts = [];

    /// <summary>Fonts that stand in for each other: the first that has a character draws it.</summary>
    internal FontStack Stack(IEnumerable<Typeface> faces) => new([.. faces.Select(Font)]);

    internal string Name(PdfFont font) => $"F{_fonts.Values.ToList().IndexOf(font) + 1}";

    /// <summary>Writes what was used; answers the resource dictionary.</summary>
    internal string Write(PdfFile file) => $"<< /Font << {string.Concat(_fonts.Values.Where(f => f.IsUsed).Select(f => $"/{Name(f)} {f.Write(file)} 0 R "))}>> >>";

    private PdfFont Font(Typeface face)
    {
        if (!_fonts.TryGetValue(face, out var font))
        {
            _fonts[face] = font = new PdfFont(face);
        }

        return font;
    }
}

/// <summary>Fonts that stand in for each other; a character none of them has is drawn as the last one's box and still copied out as itself.</summary>
internal sealed class FontStack(IReadOnlyList<PdfFont> fonts)
{
    internal PdfFont For(Rune rune) => fonts.FirstOrDefault(f => f.Has(rune)) ?? fonts[^1];

    internal double Width(Rune rune) => For(rune).Width(rune);
}
