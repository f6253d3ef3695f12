using System.Text;

namespace LostCases.Documents;

/// <summary>Breaks paragraphs into lines: between any two Chinese characters, but no closing mark begins a line and no opening one ends it.</summary>
/// <param name="width">Width of a character in ems.</param>
internal sealed class Lines(Func<Rune, double> width)
{
    private const string Opening = "（〔［｛《〈「『【“‘([{";
    private const string Closing = "）〕］｝》〉」』】”’、。，；：？！…—·％℃)]},.;:?!%";

    /// <summary>Lines of at most <paramref name="ems"/>, the first of each paragraph shorter by <paramref name="indent"/>.</summary>
    internal List<PrintedLine> Break(IEnumerable<string> paragraphs, double ems, double indent = 0) =>
        [.. paragraphs.SelectMany(p => Paragraph(p, ems, indent))];

    internal double Width(string text) => text.EnumerateRunes().Sum(width);

    private IEnumerable<PrintedLine> Paragraph(string text, double ems, double indent)
    {
        var lines = new List<string>();
        var (line, left) = (new StringBuilder(), ems - indent);
        foreach (var piece in Pieces(text).SelectMany(p => Fitting(p, ems)))
        {
            var needed = Width(piece.TrimEnd(' '));
            if (needed > left && line.Length > 0)
            {
                lines.Add(line.ToString().TrimEnd(' '));
                (line, left) = (new StringBuilder(), ems);
            }

            line.Append(piece);
            left -= Width(piece);
        }

        lines.Add(line.ToString());
        return lines.Select((l, i) => new PrintedLine(l, i == 0, i == lines.Count - 1));
    }

    /// <summary>A piece wider than a line is cut where it must be.</summary>
    private IEnumerable<string> Fitting(string piece, double ems)
    {
        // The first line is shorter by the indent: half a line is never too wide for it.
        if (Width(piece) <= ems / 2)
        {
            return [piece];
        }

        return piece.EnumerateRunes().Select(r => r.ToString());
    }

    /// <summary>What stays together: a word, or a character with the marks that belong to it.</summary>
    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (before is { } last && MayBreak(last, rune))
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }

            piece.Append(rune);
            before = rune;
        }

        pieces.Add(piece.ToString());
        return pieces;
    }

    private static bool MayBreak(Rune before, Rune after) =>
        !Is(Opening, before) && !Is(Closing, after) && after.Value != ' ' && (before.Value == ' ' || !IsOfWord(before) || !IsOfWord(after));

    private static bool IsOfWord(Rune rune) => rune.Value is > ' ' and < 0x2E80 && !Is(Opening, rune) && !Is(Closing, rune);

    private static bool Is(string marks, Rune rune) => rune.IsBmp && marks.Contains((char)rune.Value, StringComparison.Ordinal);
}
