using System.Text;
using LostCases.Rules;

namespace LostCases.Intake.Judgments.Text;

/// <summary>
/// A judgment's text without its spaces and line breaks, which copying out of a PDF leaves anywhere; what is found in it is quoted
/// in the characters it was pasted in.
/// </summary>
internal sealed class JudgmentText
{
    /// <summary>Longest text that is read, in characters; the longest judgments have a tenth of it.</summary>
    internal const int Longest = 200_000;

    /// <summary>Lines shorter than this end where they end; longer ones may be broken by the page.</summary>
    private const int ShortLine = 25;
    private const int LongestQuote = 160;
    private const string SentenceEnds = "。；！？";
    private readonly string _pasted;
    private readonly HashSet<int> _lineStarts = [];
    private readonly HashSet<int> _breaks = [];

    /// <summary>Reads a text as it was pasted.</summary>
    internal JudgmentText(string text)
    {
        var (pasted, folded) = (new StringBuilder(text.Length), new StringBuilder(text.Length));
        var (length, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r' or '\u2028' or '\u2029')
            {
                if (length - start is > 0 and < ShortLine || (length > start && SentenceEnds.Contains(folded[length - 1], StringComparison.Ordinal)))
                {
                    _breaks.Add(length);
                }

                _lineStarts.Add(start = length);
            }
            else if (!char.IsWhiteSpace(text[i]) && !char.IsControl(text[i]) && char.GetUnicodeCategory(text[i]) != System.Globalization.UnicodeCategory.Format)
            {
                pasted.Append(text[i]);
                folded.Append(Fold(text[i]));
                length++;
            }
        }

        _lineStarts.Add(0);
        (_pasted, Folded) = (pasted.ToString(), folded.ToString());
    }

    /// <summary>The text as it is searched: no spaces, ASCII digits, one kind of brackets and stops.</summary>
    internal string Folded { get; }

    /// <summary>Whether a line, or a sentence, begins there.</summary>
    internal bool Begins(int at) => _lineStarts.Contains(at) || SentenceEnds.Contains(Folded[at - 1], StringComparison.Ordinal);

    /// <summary>The characters as they were pasted, without spaces.</summary>
    internal string As(int at, int length) => _pasted.Substring(at, length);

    /// <summary>The sentence, or short line, around what was found.</summary>
    internal Quote Quote(int at, int length)
    {
        var (from, to) = (at, at + length);
        while (from > 0 && at - from < LongestQuote / 2 && !SentenceEnds.Contains(Folded[from - 1], StringComparison.Ordinal) && !_breaks.Contains(from))
        {
            from--;
        }

        while (to < Folded.Length && to - from < LongestQuote && !_breaks.Contains(to) && !(to > at + length && SentenceEnds.Contains(Folded[to - 1], StringComparison.Ordinal)))
        {
            to++;
        }

        return new Quote(_pasted[from..to], at - from, length);
    }

    private static char Fold(char c) => c switch
    {
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        '(' or '[' or '〔' or '［' => '（',
        ')' or ']' or '〕' or '］' => '）',
        ':' => '：',
        ',' => '，',
        ';' => '；',
        '○' or 'Ｏ' or '零' => '〇',
        _ => c,
    };
}

/// <summary>Something a text says.</summary>
/// <param name="Field">Field of the registration it answers.</param>
/// <param name="Value">What it says; of organisations the name.</param>
/// <param name="Quote">Where it says so.</param>
internal sealed record Found(string Field, string Value, Quote Quote)
{
    internal static Found Of<T>(string field, T code, Quote quote)
        where T : struct, Enum => new(field, Code.Of(code), quote);
}
