using System.Globalization;
using System.Text;

namespace LostCases.Platform;

/// <summary>Names of uploaded files.</summary>
internal static class FileNames
{
    private const int Longest = 120;
    private const int Ending = 10;

    /// <summary>The last part of the name without separators, control and direction-changing characters; at most 120 long.</summary>
    internal static string Harmless(string name)
    {
        var last = name.Replace('＼', '\\').Replace('／', '/').Split('/', '\\')[^1];
        var kept = string.Concat(last.EnumerateRunes().Where(IsHarmless)).Trim('.', ' ');
        return kept.Length switch
        {
            0 => "document",
            > Longest => kept[..Whole(kept, Longest - Ending, -1)] + kept[Whole(kept, kept.Length - Ending, +1)..],
            _ => kept,
        };
    }

    /// <summary>The place to cut, moved where it would divide a character of two units: half of one is no text to a database.</summary>
    private static int Whole(string text, int at, int otherwise) => char.IsLowSurrogate(text[at]) ? at + otherwise : at;

    private static bool IsHarmless(Rune c) =>
        Rune.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse)
        && !(c.IsAscii && "<>:\"|?*".Contains((char)c.Value, StringComparison.Ordinal));
}
