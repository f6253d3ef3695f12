namespace LostCases.Documents;

/// <summary>A dictionary of a CFF font: for each operator its operands and the bytes they were read from.</summary>
internal sealed class CffDict
{
    internal const int FontBox = 5;
    internal const int CharSet = 15;
    internal const int CharStrings = 17;
    internal const int Private = 18;
    internal const int LocalSubroutines = 19;
    internal const int FontMatrix = 1207;
    internal const int Registry = 1230;
    internal const int CidCount = 1234;
    internal const int FontDicts = 1236;
    internal const int FontDictSelect = 1237;
    internal const int FontName = 1238;

    private readonly List<(int Operator, List<int> Operands, byte[] Raw)> _entries = [];

    internal CffDict(ReadOnlySpan<byte> data)
    {
        var operands = new List<int>();
        for (int at = 0, start = 0; at < data.Length;)
        {
            if (data[at] > 21)
            {
                operands.Add(Operand(data, ref at));
                continue;
            }

            int op = data[at++];
            op = op == 12 ? 1200 + data[at++] : op;
            _entries.Add((op, operands, data[start..at].ToArray()));
            (operands, start) = ([], at);
        }
    }

    internal int[] this[int op] => _entries.Find(e => e.Operator == op).Operands?.ToArray() ?? [];

    internal byte[] Raw(int op) => _entries.Find(e => e.Operator == op).Raw ?? [];

    /// <summary>Everything but these entries, as it was.</summary>
    internal byte[] Without(int op) => [.. _entries.Where(e => e.Operator != op).SelectMany(e => e.Raw)];

    /// <summary>An entry whose operands take five bytes each, so that its length does not depend on them.</summary>
    internal static byte[] Entry(int op, params int[] operands)
    {
        var to = new MemoryStream();
        foreach (var operand in operands)
        {
            to.WriteByte(29);
            Bytes.I32(to, operand);
        }

        if (op >= 1200)
        {
            to.WriteByte(12);
        }

        to.WriteByte((byte)(op % 1200));
        return to.ToArray();
    }

    /// <summary>An operand; a real number counts as zero, since none is needed here.</summary>
    private static int Operand(ReadOnlySpan<byte> data, ref int at)
    {
        int first = data[at++];
        switch (first)
        {
            case 28:
                at += 2;
                return Bytes.S16(data, at - 2);
            case 29:
                at += 4;
                return Bytes.I32(data, at - 4);
            case 30:
                while ((data[at] & 0x0F) != 0x0F && data[at] >> 4 != 0x0F)
                {
                    at++;
                }

                at++;
                return 0;
            case < 247:
                return first - 139;
            case < 251:
                return ((first - 247) * 256) + data[at++] + 108;
            default:
                return (-(first - 251) * 256) - data[at++] - 108;
        }
    }
}
