using System.Globalization;
using System.Text;

namespace LostCases.Documents;

/// <summary>What people typed, as a document prints it.</summary>
public static class PrintedText
{
    /// <summary>Paragraphs of a text without what would turn, hide or break the text beside it: such characters are shown as replaced (U+FFFD).</summary>
    public static IReadOnlyList<string> Paragraphs(string? text) =>
        [.. Clean(text).Split('\n').Select(p => p.Trim(' ', '\u3000')).Where(p => p.Length > 0)];

    /// <summary>The text in one line.</summary>
    public static string Line(string? text) => string.Join(' ', Paragraphs(text));

    private static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            clean.Append(rune.Value switch
            {
                '\n' or 0x2028 or 0x2029 => "\n",
                '\t' or 0xA0 => " ",
                _ when IsUnseen(rune) => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        return clean.ToString();
    }

    private static bool IsUnseen(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
