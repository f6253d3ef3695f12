namespace LostCases.Demo;

/// <summary>What people write in a case: report, opinions, documents. Persons appear by their role only.</summary>
internal sealed class Narrative(DemoCase line, Schedule schedule, Roster roster)
{
    private static readonly string[] Ordinals = ["甲", "乙", "丙"];
    private readonly CauseText _cause = CauseText.Of(line.Cause);

    /// <summary>Name of the administrative act (涉诉行政行为).</summary>
    internal string Act => line.Act.Replace("{y}", $"{schedule.ActDate.Year}", StringComparison.Ordinal);

    /// <summary>Number of a decision of the agency (处理文号).</summary>
    internal string DecisionNo => $"{roster[line.Agency].ShortName}处〔{schedule[Moment.Disposed].Year}〕{Chain.Between(line, 1, 40, 7)}号";

    /// <summary>The analysis (责任分析).</summary>
    internal string Analysis => $"{Judged}。经调查，{roster[line.Implementing ?? line.Agency].Name}在办理过程中，{_cause.Fact}。{_cause.Analysis}。";

    /// <summary>The cause in one sentence.</summary>
    internal string Cause => $"{_cause.Analysis}。";

    /// <summary>The handling opinion (调查处理意见).</summary>
    internal string Handling => $"{string.Concat(line.People.Select((p, i) => $"对{PersonName(i)}，{Proposal(p)}；"))}同时{_cause.Measure}。";

    /// <summary>What is changed (整改).</summary>
    internal string Measure => $"{_cause.Measure}。";

    /// <summary>Opinion of the reviewing body (审核意见).</summary>
    internal string Opinion => $"败诉原因分析清楚，责任认定依据充分，同意{roster[line.Agency].Name}的调查处理意见。请落实整改措施：{_cause.Measure}。";

    /// <summary>Why joint review was begun (联合审核理由).</summary>
    internal string JointReason => $"{Act}涉及人数较多，对责任划分存在不同意见，需听取有关单位意见。";

    /// <summary>The person's name: a role.</summary>
    internal static string PersonName(int index) => index == 0 ? "经办人甲" : $"审核人{Ordinals[index]}";

    /// <summary>The person's post at the time.</summary>
    internal static string Post(int index, string conclusion) => conclusion == "TRANSFER" ? "分管副职" : index == 0 ? "业务科室承办人" : "业务科室负责人";

    /// <summary>Why that is concluded about a person.</summary>
    internal string Reason(string conclusion) => conclusion switch
    {
        "PURSUE" => $"本人承担具体办理工作，{_cause.Fact}，与败诉结果有直接因果关系。",
        "TRANSFER" => "本人作为分管负责人签发同意，未就明显问题提出意见，负有领导责任；任免权限不在本机关，拟移送有权机关处理。",
        "NOT_PURSUED" when line.Cause == "C-LAW" => "办理时新旧规定衔接尚无统一解释，本人依据上级主管部门当时的答复办理，属于对法律适用的理解不一致。",
        "NOT_PURSUED" => "本人已提出补充调查意见但未跟踪落实，过错情节轻微，经批评教育后已改正。",
        "EXEMPT" => "本人在推进上级部署的重点工作中履职尽责，程序经集体研究，失误系客观条件所限，未谋取私利，后果已挽回。",
        _ => "本人仅负责文书送达，与败诉结果没有因果关系。",
    };

    /// <summary>What a unit says in a joint review.</summary>
    internal static string JointOpinion(string opinion) => opinion switch
    {
        "AGREE" => "责任单位的调查结论和处理意见符合实际。",
        "DISAGREE" => "审核人签字同意时已收到承办科室的不同意见，不宜认定为情节轻微，建议一并追究。",
        _ => "不涉及本单位职责。",
    };

    /// <summary>The court's document.</summary>
    internal Paper Judgment => Paper.Of("行政判决书", "行 政 判 决 书", schedule.CaseNo, $"{Judged}。", $"判决日期：{Long(schedule.MadeOn)}", roster[line.Court].Name);

    /// <summary>The analysis report (责任分析报告).</summary>
    internal Paper Report => Paper.Of("败诉案件责任分析报告", "败诉案件责任分析报告", Analysis, Handling, roster[line.Agency].Name);

    /// <summary>The opinion as it is sent (审核意见书).</summary>
    internal Paper OpinionPaper => Paper.Of("审核意见书", "审 核 意 见 书", Opinion, roster[line.Legal].Name);

    /// <summary>Minutes of the joint review (联合审核纪要).</summary>
    internal Paper Minutes => Paper.Of("联合审核纪要", "联合审核纪要", JointReason, "经讨论，同意责任单位的调查处理意见。", roster[line.Legal].Name);

    /// <summary>The retrial judgment (再审裁判).</summary>
    internal Paper RetrialPaper => Paper.Of("再审行政判决书", "再审行政判决书", schedule.Number(line.Retrial!), "撤销原判决，驳回原告的诉讼请求。");

    /// <summary>Proof that a sanction was carried out (书面检查).</summary>
    internal static Paper SelfCriticism(string person) => Paper.Of($"书面检查（{person}）", "书 面 检 查", $"{person}已按处理决定作出书面检查，材料存入案卷。");

    private string Judged => $"{Long(schedule.MadeOn)}，{roster[line.Court].Name}作出{schedule.CaseNo}行政判决，" + line.Result switch
    {
        "REVOKED" => $"撤销{Act}",
        "PARTIALLY_REVOKED" => $"部分撤销{Act}",
        "ORDERED_TO_PERFORM" => $"就{Act}，判令限期履行法定职责",
        "ORDERED_TO_PAY" => $"就{Act}，判令履行给付义务",
        "COMPENSATION" => $"就{Act}，判令承担行政赔偿责任",
        _ => $"确认{Act}违法",
    };

    private static string Proposal(string conclusion) => conclusion switch
    {
        "PURSUE" => "建议责令作出书面检查",
        "TRANSFER" => "建议移送有权机关处理",
        "EXEMPT" => "建议容错免责",
        "NO_FAULT" => "认定无责任",
        _ => "建议不予追究过错责任",
    };

    private static string Long(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";
}
