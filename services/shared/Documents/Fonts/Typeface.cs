using System.Text;

namespace LostCases.Documents;

/// <summary>One face of an OpenType or TrueType file (.otf, .ttf, .ttc): which glyph a character has, how wide it is, and a subset of it.</summary>
public sealed class Typeface
{
    private const int Restricted = 0x0002;
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _tables = [];
    private readonly CharacterMap _map;
    private readonly int _metrics;

    private Typeface(ReadOnlyMemory<byte> file, int start)
    {
        var data = file.Span;
        for (int i = 0, at = start + 12; i < Bytes.U16(data, start + 4); i++, at += 16)
        {
            _tables[Encoding.ASCII.GetString(data.Slice(at, 4))] = file.Slice(Bytes.I32(data, at + 8), Bytes.I32(data, at + 12));
        }

        _map = CharacterMap.Read(Table("cmap"));
        UnitsPerEm = Bytes.U16(Table("head"), 18);
        _metrics = Bytes.U16(Table("hhea"), 34);
        Name = NameOf(Table("name"));
    }

    /// <summary>PostScript name.</summary>
    public string Name { get; }

    internal int UnitsPerEm { get; }

    internal bool IsCff => _tables.ContainsKey("CFF ");

    /// <summary>Bounding box, ascent and descent in thousandths of an em, as a PDF asks for them.</summary>
    internal (int Left, int Bottom, int Right, int Top, int Ascent, int Descent) Box
    {
        get
        {
            var head = Table("head");
            var hhea = Table("hhea");
            return (Thousandths(Bytes.S16(head, 36)), Thousandths(Bytes.S16(head, 38)), Thousandths(Bytes.S16(head, 40)), Thousandths(Bytes.S16(head, 42)),
                Thousandths(Bytes.S16(hhea, 4)), Thousandths(Bytes.S16(hhea, 6)));
        }
    }

    /// <summary>Reads a font file; of a collection, its face for simplified Chinese, otherwise its first.</summary>
    /// <exception cref="FontUnusableException">It is no font, or one that may not be embedded.</exception>
    public static Typeface Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            var face = Faces(file).Select(start => new Typeface(file, start)).ToList();
            var chosen = face.Find(f => f.Name.Contains("sc-", StringComparison.OrdinalIgnoreCase)) ?? face[0];
            return chosen.MayBeEmbedded ? chosen : throw new FontUnusableException($"{chosen.Name}: its licence forbids embedding (OS/2 fsType)");
        }
        catch (Exception broken) when (broken is ArgumentOutOfRangeException or IndexOutOfRangeException or KeyNotFoundException)
        {
            throw new FontUnusableException("not an OpenType or TrueType font");
        }
    }

    /// <summary>Whether the face has a glyph for the character.</summary>
    internal bool Has(Rune rune) => _map.Glyph(rune.Value) != 0;

    internal int Glyph(Rune rune) => _map.Glyph(rune.Value);

    /// <summary>Width of a glyph in thousandths of an em.</summary>
    internal int Width(int glyph) => Thousandths(Bytes.U16(Table("hmtx"), 4 * Math.Min(glyph, _metrics - 1)));

    /// <summary>A font program with these glyphs alone, numbered in this order.</summary>
    internal byte[] Subset(IReadOnlyList<int> glyphs) =>
        IsCff ? CffSubset.Make(_tables["CFF "], glyphs) : TrueTypeSubset.Make(_tables, glyphs);

    private bool MayBeEmbedded => !_tables.TryGetValue("OS/2", out var os2) || (Bytes.U16(os2.Span, 8) & 0x000F) != Restricted;

    private ReadOnlySpan<byte> Table(string name) => _tables[name].Span;

    private int Thousandths(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm, MidpointRounding.AwayFromZero);

    private static List<int> Faces(ReadOnlyMemory<byte> file)
    {
        var data = file.Span;
        return data[..4].SequenceEqual("ttcf"u8)
            ? [.. Enumerable.Range(0, Bytes.I32(data, 8)).Select(i => Bytes.I32(file.Span, 12 + (4 * i)))]
            : [0];
    }

    private static string NameOf(ReadOnlySpan<byte> table)
    {
        for (int i = 0, at = 6; i < Bytes.U16(table, 2); i++, at += 12)
        {
            if (Bytes.U16(table, at + 6) == 6)
            {
                var text = table.Slice(Bytes.U16(table, 4) + Bytes.U16(table, at + 10), Bytes.U16(table, at + 8));
                var name = Bytes.U16(table, at) == 1 ? Encoding.ASCII.GetString(text) : Encoding.BigEndianUnicode.GetString(text);
                return string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
            }
        }

        return "Font";
    }
}
