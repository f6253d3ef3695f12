using System.Collections.Frozen;

namespace LostCases.Rules;

/// <summary>Chinese words for the codes people meet in sentences and lists.</summary>
public static class Labels
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["REGISTERED"] = "已登记",
        ["OUT_OF_SCOPE"] = "不列入范围",
        ["INVESTIGATING"] = "调查中",
        ["REPORT_READY"] = "待报审",
        ["SUBMITTED"] = "已报审",
        ["RETURNED"] = "退回补充",
        ["UNDER_REVIEW"] = "审核中",
        ["JOINT_REVIEW"] = "联合审核中",
        ["REVIEWED"] = "审核完成",
        ["FEEDBACK_SENT"] = "已反馈",
        ["DISPOSING"] = "处理中",
        ["TRANSFERRED"] = "已移送",
        ["DISPOSED"] = "已处理",
        ["CORRECTION"] = "纠正重处中",
        ["SUSPENDED"] = "中止",
        ["TERMINATED"] = "终止",
        ["CLOSED"] = "办结归档",
        ["JUDGMENT_BEFORE_NOTICE"] = "裁判生效早于通知施行之日",
        ["ACT_BEFORE_2013_02_01"] = "行政行为早于2013年2月1日",
        ["NOT_A_LOSS"] = "不属于行政机关败诉",
        ["NOT_EFFECTIVE"] = "裁判未生效",
        ["AGENCY_OUTSIDE_CITY"] = "非本市机关",
        ["NON_LITIGATION_ENFORCEMENT"] = "非诉执行案件",
        ["DUPLICATE"] = "重复登记",
        ["REPORT"] = "责任分析报告",
        ["JUDGMENT"] = "裁判文书",
        ["OPINION"] = "审核意见书",
        ["FORM"] = "审核表",
        ["LOSING_AGENCY"] = "败诉行政机关",
        ["REVIEW_BODY"] = "审核单位",
        ["FILING_BODY"] = "备案单位",
        ["COURT"] = "法院",
        ["ORG_DEPT"] = "组织部门",
        ["DISCIPLINE"] = "纪检监察机关",
        ["DECISION"] = "处理决定",
        ["GROUND_DOCUMENT"] = "终止依据",
        ["organ"] = "受移送机关",
        ["materials"] = "移送材料",
        ["consequenceText"] = "严重后果的说明",
        ["legalSource"] = "所依据的法律规范",
        ["checksMade"] = "审查经过",
        ["educationRecord"] = "批评教育记录",
        ["exemptionBasis"] = "容错免责的依据",
        ["servedOn"] = "送达日期",
        ["madeOn"] = "裁判作出日期",
        ["actDate"] = "行政行为日期",
        ["on"] = "办理日期",
        ["Investigate"] = "调查",
        ["SubmitReport"] = "报审",
        ["Supplement"] = "补充",
        ["Review"] = "审核",
        ["JointReview"] = "联合审核",
        ["SendFeedback"] = "反馈",
        ["FileWithCity"] = "报市备案",
        ["Approval"] = "会签",
        ["ReceiveFeedback"] = "签收反馈",
        ["Dispose"] = "处理",
        ["AwaitTransferResults"] = "等待移送结果",
        ["CloseCase"] = "办结归档",
    }.ToFrozenDictionary();

    /// <summary>The Chinese word, or the code itself where there is none.</summary>
    public static string Zh(string? code) => code is null ? "" : Words.GetValueOrDefault(code, code);
}
