namespace LostCases.Documents;

/// <summary>An outline of a CFF font with the subroutines it calls written out, so that it stands alone.</summary>
internal sealed class CharString(CffIndex global, CffIndex? local)
{
    private const int Deepest = 10;
    private readonly List<byte> _to = [];
    private readonly List<(int At, int Value)> _stack = [];
    private int _hints;
    private bool _ended;

    internal static byte[] Flat(ReadOnlySpan<byte> code, CffIndex global, CffIndex? local)
    {
        var flat = new CharString(global, local);
        flat.Run(code, depth: 0);
        return [.. flat._to];
    }

    private void Run(ReadOnlySpan<byte> code, int depth)
    {
        for (var at = 0; at < code.Length && !_ended;)
        {
            int op = code[at];
            var length = op switch { 28 => 3, 255 => 5, >= 247 => 2, 12 => 2, _ => 1 };
            if (op is 28 or >= 32)
            {
                _stack.Add((_to.Count, Number(code[at..])));
                _to.AddRange(code.Slice(at, length));
            }
            else if (op is 10 or 29)
            {
                Call(op == 29 ? global : local, depth);
            }
            else if (op == 11)
            {
                return;
            }
            else
            {
                length += Operator(op, code[at..]);
            }

            at += length;
        }
    }

    /// <summary>Writes an operator; answers how many bytes of a hint mask followed it.</summary>
    private int Operator(int op, ReadOnlySpan<byte> code)
    {
        if (op == 12 && code[1] is not (0 or 34 or 35 or 36 or 37))
        {
            throw new FontUnusableException("the font computes in its outlines");
        }

        _hints += op is 1 or 3 or 18 or 19 or 20 or 23 ? _stack.Count / 2 : 0;
        _ended = op == 14;
        _stack.Clear();
        var mask = op is 19 or 20 ? (_hints + 7) / 8 : 0;
        _to.AddRange(code[..((op == 12 ? 2 : 1) + mask)]);
        return mask;
    }

    private void Call(CffIndex? subroutines, int depth)
    {
        if (subroutines is not { } called || _stack.Count == 0 || depth == Deepest)
        {
            throw new FontUnusableException("the font calls a subroutine that is not there");
        }

        var (at, value) = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        _to.RemoveRange(at, _to.Count - at);
        Run(called[value + (called.Count < 1240 ? 107 : called.Count < 33900 ? 1131 : 32768)], depth + 1);
    }

    private static int Number(ReadOnlySpan<byte> code) => code[0] switch
    {
        28 => Bytes.S16(code, 1),
        255 => Bytes.S16(code, 1),
        < 247 => code[0] - 139,
        < 251 => ((code[0] - 247) * 256) + code[1] + 108,
        _ => (-(code[0] - 251) * 256) - code[1] - 108,
    };
}
