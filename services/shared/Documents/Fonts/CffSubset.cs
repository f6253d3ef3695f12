namespace LostCases.Documents;

/// <summary>A CFF font with some glyphs of another, keyed by number (CID) in the order given; no subroutines, no names.</summary>
internal static class CffSubset
{
    private const int FirstOwnString = 391;

    internal static byte[] Make(ReadOnlyMemory<byte> font, IReadOnlyList<int> glyphs)
    {
        var topDicts = new CffIndex(font, new CffIndex(font, font.Span[2]).End);
        var top = new CffDict(topDicts[0]);
        var globals = new CffIndex(font, new CffIndex(font, topDicts.End).End);
        var outlines = new CffIndex(font, top[CffDict.CharStrings][0]);
        var families = Families(font, top);
        var family = Selector(font, top, outlines.Count);
        var used = glyphs.Select(g => family(g)).Distinct().Order().ToList();
        var flat = glyphs.Select(g => CharString.Flat(outlines[g], globals, families[family(g)].Local)).ToList();
        return Write(top, [.. used.Select(f => families[f])], [.. glyphs.Select(g => (byte)used.IndexOf(family(g)))], flat);
    }

    /// <summary>Groups of glyphs with hints of their own; a font that is keyed by name is one group.</summary>
    private static List<(CffDict Dict, CffDict Private, CffIndex? Local)> Families(ReadOnlyMemory<byte> font, CffDict top)
    {
        var dicts = new List<CffDict>();
        if (top[CffDict.FontDicts] is [var at])
        {
            var index = new CffIndex(font, at);
            dicts.AddRange(Enumerable.Range(0, index.Count).Select(i => new CffDict(index[i])));
        }
        else
        {
            dicts.Add(top);
        }

        return dicts.ConvertAll(d => Family(font, d, isOnly: ReferenceEquals(d, top)));
    }

    private static (CffDict, CffDict, CffIndex?) Family(ReadOnlyMemory<byte> font, CffDict dict, bool isOnly)
    {
        var (size, start) = (dict[CffDict.Private][0], dict[CffDict.Private][1]);
        var hints = new CffDict(font.Span.Slice(start, size));
        return (isOnly ? new CffDict([]) : dict, hints, hints[CffDict.LocalSubroutines] is [var local] ? new CffIndex(font, start + local) : null);
    }

    /// <summary>The group each glyph is in.</summary>
    private static Func<int, int> Selector(ReadOnlyMemory<byte> font, CffDict top, int count)
    {
        if (top[CffDict.FontDictSelect] is not [var at])
        {
            return _ => 0;
        }

        var all = new byte[count];
        var data = font.Span[at..];
        if (data[0] == 0)
        {
            data.Slice(1, count).CopyTo(all);
            return g => all[g];
        }

        for (var i = 0; i < Bytes.U16(data, 1); i++)
        {
            var (first, next) = (Bytes.U16(data, 3 + (3 * i)), Bytes.U16(data, 6 + (3 * i)));
            all.AsSpan(first, next - first).Fill(data[5 + (3 * i)]);
        }

        return g => all[g];
    }

    private static byte[] Write(CffDict top, List<(CffDict Dict, CffDict Private, CffIndex? Local)> families, byte[] select, List<byte[]> outlines)
    {
        byte[] strings = CffIndex.Write(["Adobe"u8.ToArray(), "Identity"u8.ToArray(), "Subset"u8.ToArray()]);
        byte[] header = [1, 0, 4, 4], names = CffIndex.Write(["Subset"u8.ToArray()]), none = CffIndex.Write([]);
        var charSet = CharSet(outlines.Count);
        byte[] selector = [0, .. select];
        var shapes = CffIndex.Write(outlines);
        var hints = families.ConvertAll(f => f.Private.Without(CffDict.LocalSubroutines));
        byte[] TopDict(int at) =>
        [
            .. CffDict.Entry(CffDict.Registry, FirstOwnString, FirstOwnString + 1, 0), .. top.Raw(CffDict.FontMatrix), .. top.Raw(CffDict.FontBox),
            .. CffDict.Entry(CffDict.CidCount, outlines.Count), .. CffDict.Entry(CffDict.CharSet, at),
            .. CffDict.Entry(CffDict.FontDictSelect, at + charSet.Length), .. CffDict.Entry(CffDict.CharStrings, at + charSet.Length + selector.Length),
            .. CffDict.Entry(CffDict.FontDicts, at + charSet.Length + selector.Length + shapes.Length),
        ];
        byte[] FontDicts(int at)
        {
            var dicts = new List<byte[]>();
            foreach (var (family, hint) in families.Zip(hints))
            {
                dicts.Add([.. CffDict.Entry(CffDict.FontName, FirstOwnString + 2), .. family.Dict.Raw(CffDict.FontMatrix), .. CffDict.Entry(CffDict.Private, hint.Length, at)]);
                at += hint.Length;
            }

            return CffIndex.Write(dicts);
        }

        var body = header.Length + names.Length + CffIndex.Write([TopDict(0)]).Length + strings.Length + none.Length;
        var dictsAt = body + charSet.Length + selector.Length + shapes.Length;
        return
        [
            .. header, .. names, .. CffIndex.Write([TopDict(body)]), .. strings, .. none, .. charSet, .. selector, .. shapes,
            .. FontDicts(dictsAt + FontDicts(0).Length), .. hints.SelectMany(h => h),
        ];
    }

    /// <summary>Numbers 1, 2, 3 … in one range; glyph 0 has none.</summary>
    private static byte[] CharSet(int count)
    {
        var to = new MemoryStream();
        to.WriteByte(2);
        if (count > 1)
        {
            Bytes.U16(to, 1);
            Bytes.U16(to, count - 2);
        }

        return to.ToArray();
    }
}
