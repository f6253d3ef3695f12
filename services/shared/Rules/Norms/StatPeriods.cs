using System.Globalization;

namespace LostCases.Rules;

/// <summary>Periods that figures are for (统计期间), N5.1-b, GAP-20: a year <c>2025</c>, a half-year <c>2025H1</c>, a quarter <c>2025Q3</c>.</summary>
public static class StatPeriods
{
    private static readonly IReadOnlyDictionary<string, (int Month, int Months)> Spans = new Dictionary<string, (int, int)>
    {
        [""] = (1, 12),
        ["H1"] = (1, 6),
        ["H2"] = (7, 6),
        ["Q1"] = (1, 3),
        ["Q2"] = (4, 3),
        ["Q3"] = (7, 3),
        ["Q4"] = (10, 3),
    };

    /// <summary>First and last day; null where the text is no period.</summary>
    public static (DateOnly First, DateOnly Last)? Days(string? period)
    {
        if (period is not { Length: 4 or 6 } || !int.TryParse(period.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year < 1990 || !Spans.TryGetValue(period[4..], out var span))
        {
            return null;
        }

        var first = new DateOnly(year, span.Month, 1);
        return (first, first.AddMonths(span.Months).AddDays(-1));
    }

    /// <summary>The shorter periods it is made of: halves of a year, quarters of a half-year; none of a quarter.</summary>
    public static IReadOnlyList<string> Parts(string period) => period[4..] switch
    {
        "" => [period + "H1", period + "H2"],
        "H1" => [period[..4] + "Q1", period[..4] + "Q2"],
        "H2" => [period[..4] + "Q3", period[..4] + "Q4"],
        _ => [],
    };

    /// <summary>The period of the same length before it (上期).</summary>
    public static string Before(string period)
    {
        var (year, part) = (int.Parse(period.AsSpan(0, 4), CultureInfo.InvariantCulture), period[4..]);
        return part switch
        {
            "" => Of(year - 1, ""),
            "H1" => Of(year - 1, "H2"),
            "Q1" => Of(year - 1, "Q4"),
            _ => Of(year, $"{part[0]}{part[1] - '1'}"),
        };
    }

    private static string Of(int year, string part) => year.ToString("0000", CultureInfo.InvariantCulture) + part;
}
