using System.Text.RegularExpressions;
using LostCases.Rules;

namespace LostCases.Intake.Judgments.Text;

/// <summary>
/// What a judgment's text says of the fields of its registration, each with the passage. It proposes; a person confirms. What is
/// not said plainly is left out.
/// </summary>
internal static partial class JudgmentExtract
{
    private const int Head = 600;
    private const int Signatures = 400;
    private const int MostParties = 20;

    /// <summary>Reads a text of at most <see cref="JudgmentText.Longest"/> characters.</summary>
    internal static IReadOnlyList<Found> Read(string pasted)
    {
        var text = new JudgmentText(pasted);
        var folded = text.Folded;
        var parties = Parties(text).Take(MostParties).ToList();
        // The document's own number and court stand above the parties; below them others' are cited.
        var head = Math.Min(Head, PartyBegins(text) is { } begins ? begins : folded.Length);
        var number = Numbers(folded[..head]).FirstOrDefault();
        var court = Court().Match(folded[..head]);
        var outcomes = Outcomes.Of(folded);
        return
        [
            .. number.Match is { } n ? [new Found("caseNo", number.Number.Normalised, text.Quote(n.Index, n.Length))] : Array.Empty<Found>(),
            .. court.Success ? [new Found("courtId", court.Value, text.Quote(court.Index, court.Length))] : Array.Empty<Found>(),
            .. InstanceOf(text, number),
            .. (court.Success || number.Match is not null) && Title().Match(folded[..head]) is { Success: true } title ? [Found.Of("docType", Kind(title.Value), text.Quote(title.Index, title.Length))] : Array.Empty<Found>(),
            .. outcomes.Select(o => Found.Of("result", o.Result!.Value, text.Quote(o.At, o.Length))),
            .. Losing(text, parties, outcomes),
            .. ActsOf(text, outcomes),
            .. MadeOn(text),
        ];
    }

    private static IEnumerable<(CaseNumber Number, Match Match)> Numbers(string folded)
    {
        for (var match = Number().Match(folded); match.Success; match = match.NextMatch())
        {
            if (CaseNumber.TryParse(match.Value, out var number))
            {
                yield return (number, match);
            }
        }
    }

    private static IEnumerable<Found> InstanceOf(JudgmentText text, (CaseNumber Number, Match Match) number)
    {
        if (number.Match is { } match && number.Number.Instance is { } instance)
        {
            yield return Found.Of("instance", instance, text.Quote(match.Index, match.Length));
        }
        else if (Final().Matches(text.Folded).LastOrDefault() is { } final)
        {
            yield return Found.Of("instance", Instance.Second, text.Quote(final.Index, final.Length));
        }
        else if (Appealable().Matches(text.Folded).LastOrDefault() is { } appealable)
        {
            yield return Found.Of("instance", Instance.First, text.Quote(appealable.Index, appealable.Length));
        }
    }

    private static DocType Kind(string title) => title switch
    {
        _ when title.EndsWith("调解书", StringComparison.Ordinal) => DocType.MediationStatement,
        _ when title.EndsWith("裁定书", StringComparison.Ordinal) => DocType.Ruling,
        _ when title.Contains("赔偿", StringComparison.Ordinal) => DocType.CompensationJudgment,
        _ => DocType.Judgment,
    };

    private static int? PartyBegins(JudgmentText text) => AnyParty().Matches(text.Folded).Where(m => text.Begins(m.Index)).Select(m => (int?)m.Index).FirstOrDefault();

    /// <summary>Those sued, where they are introduced: at the beginning of a line or sentence.</summary>
    private static IEnumerable<Match> Parties(JudgmentText text) => Defendant().Matches(text.Folded).Where(m => text.Begins(m.Index)).DistinctBy(m => m.Groups["name"].Value);

    /// <summary>Those the decision names; where it names nobody, all that were sued.</summary>
    private static IEnumerable<Found> Losing(JudgmentText text, IReadOnlyList<Match> parties, IReadOnlyList<OutcomeItem> outcomes)
    {
        var named = parties.Select(p => p.Groups["name"].Value)
            .SelectMany(name => outcomes.Where(o => o.Says.Contains(name, StringComparison.Ordinal)).Take(1)
                .Select(o => new Found("agencyId", name, text.Quote(o.At + o.Says.IndexOf(name, StringComparison.Ordinal), name.Length))))
            .ToList();
        return named.Count > 0 ? named : parties.Select(p => p.Groups["name"]).Select(n => new Found("agencyId", n.Value, text.Quote(n.Index, n.Length)));
    }

    /// <summary>The act the decision is about, and its date.</summary>
    private static IEnumerable<Found> ActsOf(JudgmentText text, IReadOnlyList<OutcomeItem> outcomes)
    {
        foreach (var (match, at) in outcomes.Select(o => (Act().Match(o.Says), o.At)).Where(m => m.Item1.Success).Take(3))
        {
            var act = match.Groups["act"];
            yield return new Found("actName", text.As(at + act.Index, act.Length), text.Quote(at + act.Index, act.Length));
            if (match.Groups["year"].Success && WrittenDate.Of(match) is { } date)
            {
                var from = match.Groups["year"].Index;
                yield return new Found("actDate", Iso(date), text.Quote(at + from, match.Groups["day"].Index + match.Groups["day"].Length + 1 - from));
            }
        }
    }

    /// <summary>The date below the judges' names; without names, the last date in characters.</summary>
    private static IEnumerable<Found> MadeOn(JudgmentText text)
    {
        var folded = text.Folded;
        var judges = Judges().Matches(folded).LastOrDefault();
        var dates = judges is not null
            ? WrittenDate.In(folded, judges.Index).TakeWhile(d => d.At - judges.Index < Signatures).Take(1)
            : WrittenDate.In(folded, 0).Where(d => folded[d.At] is '一' or '二').TakeLast(1);
        return dates.Select(d => new Found("madeOn", Iso(d.Date), text.Quote(d.At, d.Length)));
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("（[12][0-9]{3}）[^（）。；，：]{2,20}?号(?:之[一二三四五六七八九十]{1,3}|-[0-9]{1,3})?")]
    private static partial Regex Number();

    [GeneratedRegex("[\u4e00-\u9fa5]{2,30}?人民法院")]
    private static partial Regex Court();

    [GeneratedRegex("行政(?:赔偿|附带民事)?(?:判决书|裁定书|调解书)|(?:判决书|裁定书|调解书)")]
    private static partial Regex Title();

    [GeneratedRegex("本(?:判决|裁定)(?:为|系)终审(?:判决|裁定)")]
    private static partial Regex Final();

    [GeneratedRegex("如不服本(?:判决|裁定)[^。]{0,80}上诉")]
    private static partial Regex Appealable();

    [GeneratedRegex("(?:原告|上诉人|再审申请人|申请人|起诉人|申请执行人)")]
    private static partial Regex AnyParty();

    [GeneratedRegex("(?:(?:原审|一审|共同)?被告(?:人)?(?:[一二三四五六七八九十0-9])?(?:（[^（）]{1,30}）)?|(?:被上诉人|上诉人|再审申请人|再审被申请人|被申请人)（[^（）]{0,20}被告[^（）]{0,20}）)：?(?<name>[\u4e00-\u9fa5]{4,40}?)(?=[^\u4e00-\u9fa5]|住所|地址|法定|负责人)", RegexOptions.ExplicitCapture)]
    private static partial Regex Defendant();

    [GeneratedRegex("(?:(?:于|在)?" + WrittenDate.Pattern + ")?(?:对[^，。；]{1,40}?)?作出的?(?<act>[^，。；]{0,60}?(?:决定书?|行为|登记|许可|答复|通知书?|批复|公告|告知书|确认书|认定书|裁决书?))(?=[，。；中的]|违法|无效)", RegexOptions.ExplicitCapture)]
    private static partial Regex Act();

    [GeneratedRegex("(?:代理)?审判(?:长|员)|人民陪审员")]
    private static partial Regex Judges();
}
