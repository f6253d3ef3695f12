using System.Globalization;
using System.Text.RegularExpressions;

namespace LostCases.Intake.Judgments.Text;

/// <summary>Dates as judgments write them: 二〇二六年五月十一日, 2026年5月11日.</summary>
internal static partial class WrittenDate
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>A date in folded text.</summary>
    internal const string Pattern = "(?<year>[12][0-9]{3}|[一二][〇一二三四五六七八九]{3})年(?<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})日";

    /// <summary>Dates in the text from there on, in order, each where it stands; none that is no day of the calendar.</summary>
    internal static IEnumerable<(DateOnly Date, int At, int Length)> In(string folded, int from)
    {
        for (var match = Written().Match(folded, from); match.Success; match = match.NextMatch())
        {
            if (Of(match) is { } date)
            {
                yield return (date, match.Index, match.Length);
            }
        }
    }

    /// <summary>The date of a match of <see cref="Pattern"/>; null where there is no such day.</summary>
    internal static DateOnly? Of(Match match)
    {
        var (year, month, day) = (Number(match.Groups["year"].Value), Number(match.Groups["month"].Value), Number(match.Groups["day"].Value));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Number(string written)
    {
        if (char.IsAsciiDigit(written[0]))
        {
            return int.Parse(written, CultureInfo.InvariantCulture);
        }

        if (written.IndexOf('十', StringComparison.Ordinal) is var ten && ten < 0)
        {
            return written.Aggregate(0, (sum, c) => (sum * 10) + Digits.IndexOf(c, StringComparison.Ordinal));
        }

        var tens = ten == 0 ? 1 : Digits.IndexOf(written[0], StringComparison.Ordinal);
        return (tens * 10) + (ten + 1 < written.Length ? Digits.IndexOf(written[ten + 1], StringComparison.Ordinal) : 0);
    }

    [GeneratedRegex(Pattern, RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
