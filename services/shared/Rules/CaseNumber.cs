using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LostCases.Rules;

/// <summary>A court's case number (案号), normalised (法〔2015〕137号 and its predecessor, domain 3.4).</summary>
public sealed partial record CaseNumber
{
    /// <summary>First two digits of the division codes (GB/T 2260), each after its province's character.</summary>
    private const string Provinces = "京11津12冀13晋14内15辽21吉22黑23沪31苏32浙33皖34闽35赣36鲁37豫41鄂42湘43粤44桂45琼46渝50川51黔52云53藏54陕61甘62青63宁64新65";

    private CaseNumber(string normalised, Match match)
    {
        Normalised = normalised;
        Year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        Court = match.Groups["court"].Value;
        Type = match.Groups["type"].Value;
        Sequence = int.Parse(match.Groups["seq"].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>The number in its one written form, e.g. <c>（2019）浙03行终123号</c>.</summary>
    public string Normalised { get; }

    /// <summary>Instance (审级) the type word belongs to; null for words of no instance, such as 行审.</summary>
    public Instance? Instance => Type.EndsWith('初') ? Rules.Instance.First
        : Type is "行终" or "行赔终" ? Rules.Instance.Second
        : Type.EndsWith('再') ? Rules.Instance.Retrial
        : null;

    /// <summary>
    /// Division code (GB/T 2260) of the court's place, as the digits of new numbers follow it: 浙0302 → 330302, 浙03 → 330300, 浙 → 330000.
    /// Null for numbers before 2016, the Supreme and the military courts. Not every court's digits follow, so it proposes only (domain 3.4).
    /// </summary>
    public string? CourtRegion =>
        Court.Length is 1 or 3 or 5 && Provinces.IndexOf(Court[0], StringComparison.Ordinal) is >= 0 and var at && Court.Skip(1).All(char.IsAsciiDigit)
            ? $"{Provinces.AsSpan(at + 1, 2)}{Court[1..].PadRight(4, '0')}"
            : null;

    /// <summary>Year the court opened the case.</summary>
    public int Year { get; }

    /// <summary>Court code, e.g. <c>浙03</c>, or the court's word in numbers before 2016.</summary>
    public string Court { get; }

    /// <summary>Type word, e.g. <c>行终</c>.</summary>
    public string Type { get; }

    /// <summary>Sequence.</summary>
    public int Sequence { get; }

    /// <summary>Reads a number as people type it; false where it is no administrative case number.</summary>
    public static bool TryParse(string? text, out CaseNumber number)
    {
        var normalised = Normalise(text ?? "");
        var match = New().Match(normalised) is { Success: true } modern ? modern : Old().Match(normalised);
        number = match.Success ? new CaseNumber(normalised, match) : null!;
        return match.Success;
    }

    private static string Normalise(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            normal.Append(c switch
            {
                '(' or '[' or '〔' or '［' or '（' => "（",
                ')' or ']' or '〕' or '］' or '）' => "）",
                >= '０' and <= '９' => ((char)(c - '０' + '0')).ToString(),
                _ when char.IsWhiteSpace(c) || c is '\u200B' or '\u2060' or '\uFEFF' => "", // the last three come along when a number is copied
                _ => c.ToString(),
            });
        }

        return normal.ToString();
    }

    // Without a time limit: both patterns are anchored and cannot backtrack far, and what the law says must not depend on how busy a machine is.
    [GeneratedRegex(@"^（(?<year>20(?:1[6-9]|[2-9][0-9]))）(?<court>最高法|[京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新兵军](?:[0-9]{4}|[0-9]{2})?)(?<special>知)?(?<type>行赔初|行赔终|行赔申|行赔再|行赔监|行赔抗|行赔他|行辖终|行辖|赔辖终|赔辖|行审复|行审|行初|行终|行申|行再|行监|行抗|行他)(?<seq>[1-9][0-9]{0,7})号(?<suffix>之[一二三四五六七八九十]+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex New();

    [GeneratedRegex(@"^（(?<year>(?:19|20)[0-9]{2})）(?<court>[\u4e00-\u9fa5]{1,8})(?<type>行赔初|行赔终|行初|行终|行监|行申|行再|行抗|行他|行赔)字第(?<seq>[1-9][0-9]{0,6})号(?<suffix>(?:之[一二三四五六七八九十]+|-[0-9]{1,3}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Old();
}
