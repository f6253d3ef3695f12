using System.Text.RegularExpressions;
using LostCases.Rules;

namespace LostCases.Intake.Judgments.Text;

/// <summary>One item of what a court decided (判决主文).</summary>
/// <param name="Result">Result for the agency; null for items about the lower court's judgment, costs and the like.</param>
/// <param name="At">Where in the text the item stands.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Says">The item.</param>
internal sealed record OutcomeItem(LossResult? Result, int At, int Length, string Says);

/// <summary>Reads what a court decided, item by item.</summary>
internal static partial class Outcomes
{
    /// <summary>What is read of a decision, in characters; the longest have a tenth of it, and the patterns look far ahead at each of them.</summary>
    private const int LongestDecision = 20_000;

    private static readonly LossResult[] Main =
        [LossResult.Revoked, LossResult.PartiallyRevoked, LossResult.ConfirmedIllegal, LossResult.ConfirmedInvalid, LossResult.ReconDecisionRevoked];

    private static readonly LossResult[] NoLoss = [LossResult.ClaimDismissed, LossResult.SuitRejected, LossResult.Withdrawn];

    /// <summary>
    /// What was decided for the agencies. Where an appeal was dismissed and the judgment stands (维持原判), the lower court's
    /// decision as the text tells of it.
    /// </summary>
    internal static IReadOnlyList<OutcomeItem> Of(string folded)
    {
        if (Decided().Matches(folded).LastOrDefault() is not { } decided)
        {
            return [];
        }

        var items = Items(folded, decided.Index + decided.Length).ToList();
        var outcomes = Relevant(items);
        return outcomes.Count > 0 || !items.Exists(i => Upheld().IsMatch(i.Says)) ? outcomes : Relevant([.. Below(folded, decided.Index)]);
    }

    /// <summary>What the lower court decided, told before.</summary>
    private static IEnumerable<OutcomeItem> Below(string folded, int until) =>
        DecidedBelow().Matches(folded[..until]).LastOrDefault() is { } below ? Items(folded, below.Index + below.Length) : [];

    private static IEnumerable<OutcomeItem> Items(string folded, int from)
    {
        var longest = Math.Min(folded.Length, from + LongestDecision);
        var end = End().Match(folded, from, longest - from) is { Success: true } closing ? closing.Index : longest;
        for (var at = from; at < end;)
        {
            var stop = folded.IndexOfAny(['；', '。'], at, end - at);
            var next = stop < 0 ? end : stop + 1;
            yield return new OutcomeItem(Classify(folded[at..next]), at, next - at, folded[at..next]);
            at = next;
        }
    }

    /// <summary>An order to act again belongs to a revocation, and a rejection of the rest to what was granted.</summary>
    private static List<OutcomeItem> Relevant(IReadOnlyList<OutcomeItem> items)
    {
        var told = items.Where(i => i.Result is not null).ToList();
        if (told.Exists(i => Main.Contains(i.Result!.Value)))
        {
            told.RemoveAll(i => i.Result == LossResult.OrderedToPerform);
        }

        if (told.Exists(i => !NoLoss.Contains(i.Result!.Value)))
        {
            told.RemoveAll(i => NoLoss.Contains(i.Result!.Value));
        }

        return told;
    }

    private static LossResult? Classify(string item) => item switch
    {
        _ when Upheld().IsMatch(item) || OfLowerCourt().IsMatch(item) => null,
        _ when Rejected().Match(item) is { Success: true } rejected => rejected.Value.EndsWith("起诉", StringComparison.Ordinal) ? LossResult.SuitRejected : LossResult.ClaimDismissed,
        _ when WithdrawnSuit().IsMatch(item) => LossResult.Withdrawn,
        _ when Refused().IsMatch(item) => LossResult.EnforcementRefused,
        _ when Reconsideration().IsMatch(item) => LossResult.ReconDecisionRevoked,
        _ when PartOnly().IsMatch(item) => LossResult.PartiallyRevoked,
        _ when Varied().IsMatch(item) => LossResult.Varied,
        _ when item.Contains("撤销", StringComparison.Ordinal) => LossResult.Revoked,
        _ when Illegal().IsMatch(item) => LossResult.ConfirmedIllegal,
        _ when Invalid().IsMatch(item) => LossResult.ConfirmedInvalid,
        _ when Agreement().IsMatch(item) => LossResult.AgreementLiability,
        _ when item.Contains("赔偿", StringComparison.Ordinal) => LossResult.Compensation,
        _ when Payment().IsMatch(item) => LossResult.OrderedToPay,
        _ when Performance().IsMatch(item) => LossResult.OrderedToPerform,
        _ => null,
    };

    [GeneratedRegex("(?:判决|裁定|调解|协议)如下：?|自愿达成如下协议：?")]
    private static partial Regex Decided();

    [GeneratedRegex("(?:原审|一审|原判|原裁定)[^。]{0,200}?(?:判决|裁定)(?:如下)?：|(?:遂|据此|故)(?:依照[^。]{0,200}?)?(?:判决|裁定)(?:如下)?：?(?=[一1]、|撤销|确认|责令|驳回|变更)")]
    private static partial Regex DecidedBelow();

    [GeneratedRegex("案件受理费|(?:一审|二审|本案)(?:案件)?(?:受理|诉讼)费|如不服本|本(?:判决|裁定)(?:为|系)终审|本(?:判决|裁定)送达后|本调解书|审判长|审判员|不服(?:原审|一审)|上诉人[^。；]{0,40}(?:不服|上诉称)|宣判后")]
    private static partial Regex End();

    [GeneratedRegex("驳回(?:上诉|再审申请)|维持(?:原判|原审|一审|二审|[^；。]{0,60}（[0-9]{4}）[^；。]{0,40}(?:判决|裁定))")]
    private static partial Regex Upheld();

    [GeneratedRegex("(?:撤销|变更)[^；。]{0,60}（[0-9]{4}）[^；。（）]{1,20}号?[^；。]{0,12}(?:判决|裁定)|撤销(?:原审|一审|二审|原)[^；。]{0,12}(?:判决|裁定)|发回[^；。]{0,40}(?:重审|重新审理)")]
    private static partial Regex OfLowerCourt();

    [GeneratedRegex("驳回[^；。]{0,80}?(?:诉讼请求|赔偿请求|其他请求|起诉)")]
    private static partial Regex Rejected();

    [GeneratedRegex("准许[^；。]{0,60}撤(?:回起诉|诉)")]
    private static partial Regex WithdrawnSuit();

    [GeneratedRegex("不(?:准予|予)(?:强制)?执行")]
    private static partial Regex Refused();

    [GeneratedRegex("撤销[^；。]{0,120}复议决定")]
    private static partial Regex Reconsideration();

    [GeneratedRegex("部分撤销|撤销[^；。]{0,120}(?:决定|行为|答复|通知|登记|许可|批复)(?:书)?(?:中|的)?[^；。]{0,40}(?:部分|第[一二三四五六七八九十0-9]{1,3}项|的内容)")]
    private static partial Regex PartOnly();

    [GeneratedRegex("变更(?:为|被告|被上诉人|上诉人|[^；。]{0,80}(?:处罚|罚款|决定))")]
    private static partial Regex Varied();

    [GeneratedRegex("确认[^；。]{0,160}违法")]
    private static partial Regex Illegal();

    [GeneratedRegex("确认[^；。]{0,160}无效")]
    private static partial Regex Invalid();

    [GeneratedRegex("(?:继续履行|解除|承担)[^；。]{0,80}(?:协议|违约)|协议[^；。]{0,60}(?:继续履行|违约责任)")]
    private static partial Regex Agreement();

    [GeneratedRegex("(?:给付|支付|发放|补发)[^；。]{0,80}(?:元|款|金|费|待遇)")]
    private static partial Regex Payment();

    [GeneratedRegex("(?:责令|判令|限|由)[^；。]{0,160}(?:履行|作出|答复|处理|办理|公开|履职|采取补救)")]
    private static partial Regex Performance();
}
