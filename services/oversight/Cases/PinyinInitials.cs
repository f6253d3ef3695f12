using System.Globalization;

namespace LostCases.Oversight.Cases;

/// <summary>First letters of a name's pinyin (拼音首字母), e.g. 云江县自然资源局 is yjxzrzyj: from the order in which Chinese is sorted.</summary>
internal static class PinyinInitials
{
    private const int MostLetters = 12;

    /// <summary>The first character of each letter in that order; no syllable begins with i, u or v.</summary>
    private const string First = "阿八嚓哒妸发旮哈讥咔垃妈拿噢妑七呥仨他屲夕丫帀";
    private const string Letters = "abcdefghjklmnopqrstwxyz";
    private static readonly CompareInfo Order = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    /// <summary>Whether a text can be meant as initials.</summary>
    internal static bool AreIn(string text) => text.Length is >= 2 and <= MostLetters && text.All(char.IsAsciiLetter);

    internal static string Of(string name) => string.Create(name.Length, name, (letters, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            letters[i] = Initial(from[i]);
        }
    });

    private static char Initial(char character)
    {
        if (character is < '一' or > '鿿')
        {
            return char.ToLowerInvariant(character);
        }

        var at = Letters.Length - 1;
        while (at > 0 && Order.Compare(First[at].ToString(), character.ToString()) > 0)
        {
            at--;
        }

        return Letters[at];
    }
}
