using System.Globalization;

namespace LostCases.Platform;

/// <summary>Names of uploaded files.</summary>
internal static class FileNames
{
    private const int Longest = 120;

    /// <summary>The last part of the name without separators, control and direction-changing characters; at most 120 long.</summary>
    internal static string Harmless(string name)
    {
        var last = name.Replace('＼', '\\').Replace('／', '/').Split('/', '\\')[^1];
        var kept = new string([.. last.Where(IsHarmless)]).Trim('.', ' ');
        return kept.Length switch
        {
            0 => "document",
            > Longest => kept[..(Longest - 10)] + kept[^10..],
            _ => kept,
        };
    }

    private static bool IsHarmless(char c) =>
        char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse)
        && !"<>:\"|?*".Contains(c, StringComparison.Ordinal);
}
