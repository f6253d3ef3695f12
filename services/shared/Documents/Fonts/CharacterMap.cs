namespace LostCases.Documents;

/// <summary>Characters to glyphs: a Unicode table of format 4 or 12.</summary>
internal sealed class CharacterMap(List<(int First, int Last, Func<int, int> Glyph)> ranges)
{
    internal int Glyph(int character)
    {
        int low = 0, high = ranges.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (first, last, glyph) = ranges[middle];
            if (character < first)
            {
                high = middle - 1;
            }
            else if (character > last)
            {
                low = middle + 1;
            }
            else
            {
                return glyph(character);
            }
        }

        return 0;
    }

    internal static CharacterMap Read(ReadOnlySpan<byte> table)
    {
        ReadOnlySpan<byte> best = default;
        for (int i = 0, at = 4; i < Bytes.U16(table, 2); i++, at += 8)
        {
            var platform = Bytes.U16(table, at);
            var found = table[Bytes.I32(table, at + 4)..];
            if (platform is 0 or 3 && Bytes.U16(found, 0) is 4 or 12 && (best.IsEmpty || Bytes.U16(found, 0) > Bytes.U16(best, 0)))
            {
                best = found;
            }
        }

        return best.IsEmpty ? throw new FontUnusableException("the font has no Unicode table")
            : new(Bytes.U16(best, 0) == 12 ? Groups(best) : Segments(best));
    }

    private static List<(int, int, Func<int, int>)> Groups(ReadOnlySpan<byte> table)
    {
        var ranges = new List<(int, int, Func<int, int>)>();
        for (int i = 0, at = 16; i < Bytes.I32(table, 12); i++, at += 12)
        {
            var (first, glyph) = (Bytes.I32(table, at), Bytes.I32(table, at + 8));
            ranges.Add((first, Bytes.I32(table, at + 4), c => glyph + c - first));
        }

        return ranges;
    }

    private static List<(int, int, Func<int, int>)> Segments(ReadOnlySpan<byte> table)
    {
        var count = Bytes.U16(table, 6) / 2;
        var kept = table[..Math.Min(table.Length, Bytes.U16(table, 2))].ToArray();
        var ranges = new List<(int, int, Func<int, int>)>();
        for (var i = 0; i < count; i++)
        {
            var (first, last) = (Bytes.U16(kept, 16 + (2 * count) + (2 * i)), Bytes.U16(kept, 14 + (2 * i)));
            var (delta, at) = (Bytes.U16(kept, 16 + (4 * count) + (2 * i)), 16 + (6 * count) + (2 * i));
            var offset = Bytes.U16(kept, at);
            ranges.Add((first, last, c => offset == 0 ? (c + delta) & 0xFFFF : Listed(kept, at + offset + (2 * (c - first)), delta)));
        }

        return ranges;
    }

    private static int Listed(byte[] table, int at, int delta)
    {
        var glyph = at + 1 < table.Length ? Bytes.U16(table, at) : 0;
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }
}
