using System.Buffers.Binary;
using System.Text;

namespace LostCases.Documents;

/// <summary>A TrueType font with some glyphs of another in the order given, and behind them the parts these are put together from.</summary>
internal static class TrueTypeSubset
{
    private const int MoreComponents = 0x0020;
    private static readonly string[] Kept = ["cvt ", "fpgm", "prep"];

    internal static byte[] Make(Dictionary<string, ReadOnlyMemory<byte>> tables, IReadOnlyList<int> glyphs)
    {
        var all = new List<int>(glyphs);
        var outlines = new List<byte[]>();
        for (var i = 0; i < all.Count; i++)
        {
            var outline = Outline(tables, all[i]).ToArray();
            Renumber(outline, all);
            outlines.Add(outline);
        }

        var made = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var kept in Kept.Where(tables.ContainsKey))
        {
            made[kept] = tables[kept].ToArray();
        }

        (made["glyf"], made["loca"]) = Places(outlines);
        made["head"] = Changed(tables["head"], (50, 1), (8, 0), (10, 0));
        made["hhea"] = Changed(tables["hhea"], (34, all.Count));
        made["maxp"] = Changed(tables["maxp"], (4, all.Count));
        made["hmtx"] = [.. all.SelectMany(g => Metric(tables, g))];
        return Write(made);
    }

    private static ReadOnlySpan<byte> Outline(Dictionary<string, ReadOnlyMemory<byte>> tables, int glyph)
    {
        var places = tables["loca"].Span;
        var isLong = Bytes.S16(tables["head"].Span, 50) == 1;
        int Place(ReadOnlySpan<byte> data, int g) => isLong ? Bytes.I32(data, 4 * g) : 2 * Bytes.U16(data, 2 * g);
        return tables["glyf"].Span[Place(places, glyph)..Place(places, glyph + 1)];
    }

    /// <summary>The parts of a composite glyph get their new numbers; parts not there yet are added.</summary>
    private static void Renumber(byte[] outline, List<int> all)
    {
        if (outline.Length == 0 || Bytes.S16(outline, 0) >= 0)
        {
            return;
        }

        for (int at = 10, flags = MoreComponents; (flags & MoreComponents) != 0;)
        {
            (flags, var part) = (Bytes.U16(outline, at), Bytes.U16(outline, at + 2));
            var number = all.IndexOf(part);
            if (number < 0)
            {
                number = all.Count;
                all.Add(part);
            }

            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), (ushort)number);
            at += 4 + ((flags & 0x0001) != 0 ? 4 : 2) + ((flags & 0x0008) != 0 ? 2 : (flags & 0x0040) != 0 ? 4 : (flags & 0x0080) != 0 ? 8 : 0);
        }
    }

    private static byte[] Metric(Dictionary<string, ReadOnlyMemory<byte>> tables, int glyph)
    {
        var table = tables["hmtx"].Span;
        var wide = Bytes.U16(tables["hhea"].Span, 34);
        var width = table.Slice(4 * Math.Min(glyph, wide - 1), 2);
        var side = table.Slice(glyph < wide ? (4 * glyph) + 2 : (4 * wide) + (2 * (glyph - wide)), 2);
        return [.. width, .. side];
    }

    private static (byte[] Outlines, byte[] Places) Places(List<byte[]> outlines)
    {
        var (glyphs, places) = (new MemoryStream(), new MemoryStream());
        foreach (var outline in outlines)
        {
            Bytes.I32(places, (int)glyphs.Position);
            glyphs.Write(outline);
            glyphs.Write(new byte[-outline.Length & 3]);
        }

        Bytes.I32(places, (int)glyphs.Position);
        return (glyphs.ToArray(), places.ToArray());
    }

    private static byte[] Changed(ReadOnlyMemory<byte> table, params (int At, int Value)[] changes)
    {
        var changed = table.ToArray();
        foreach (var (at, value) in changes)
        {
            BinaryPrimitives.WriteUInt16BigEndian(changed.AsSpan(at), (ushort)value);
        }

        return changed;
    }

    private static byte[] Write(SortedDictionary<string, byte[]> tables)
    {
        var (directory, body) = (new MemoryStream(), new MemoryStream());
        var power = (int)Math.Floor(Math.Log2(tables.Count));
        Bytes.I32(directory, 0x00010000);
        foreach (var value in new[] { tables.Count, 16 << power, power, 16 * (tables.Count - (1 << power)) })
        {
            Bytes.U16(directory, value);
        }

        foreach (var (name, table) in tables)
        {
            directory.Write(Encoding.ASCII.GetBytes(name));
            Bytes.I32(directory, Sum(table));
            Bytes.I32(directory, 12 + (16 * tables.Count) + (int)body.Position);
            Bytes.I32(directory, table.Length);
            body.Write(table);
            body.Write(new byte[-table.Length & 3]);
        }

        return [.. directory.ToArray(), .. body.ToArray()];
    }

    private static int Sum(byte[] table)
    {
        var sum = 0;
        for (var i = 0; i < table.Length; i++)
        {
            sum = unchecked(sum + (table[i] << (24 - (8 * (i % 4)))));
        }

        return sum;
    }
}
