namespace LostCases.Documents;

/// <summary>A numbered list of byte strings in a CFF font.</summary>
internal readonly struct CffIndex
{
    private readonly ReadOnlyMemory<byte> _data;
    private readonly int _offsetSize;

    internal CffIndex(ReadOnlyMemory<byte> font, int at)
    {
        _data = font[at..];
        Count = Bytes.U16(_data.Span, 0);
        _offsetSize = Count == 0 ? 0 : _data.Span[2];
        End = at + (Count == 0 ? 2 : Start(Count));
    }

    internal int Count { get; }

    /// <summary>Where in the font the list ends.</summary>
    internal int End { get; }

    internal ReadOnlySpan<byte> this[int i] => _data.Span[Start(i)..Start(i + 1)];

    internal static byte[] Write(IReadOnlyCollection<byte[]> items)
    {
        var to = new MemoryStream();
        Bytes.U16(to, items.Count);
        if (items.Count == 0)
        {
            return to.ToArray();
        }

        to.WriteByte(4);
        var offset = 1;
        foreach (var item in items.Prepend([]))
        {
            Bytes.I32(to, offset += item.Length);
        }

        foreach (var item in items)
        {
            to.Write(item);
        }

        return to.ToArray();
    }

    private int Start(int i)
    {
        var offset = 0;
        for (int k = 0, at = 3 + (i * _offsetSize); k < _offsetSize; k++)
        {
            offset = (offset << 8) | _data.Span[at + k];
        }

        return 2 + ((Count + 1) * _offsetSize) + offset;
    }
}
