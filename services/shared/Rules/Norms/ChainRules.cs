namespace LostCases.Rules;

/// <summary>What each invariant of the chain says, and the clause it comes from.</summary>
public static class ChainRules
{
    /// <summary>Clause, or the section of the domain study.</summary>
    public static string Clause(ChainRule rule) => rule switch
    {
        ChainRule.ReviewBeforeClosing => "N2.5.2-a",
        ChainRule.FilingBeforeClosing or ChainRule.FilingOfCountyOnly => "N2.5.2-i",
        ChainRule.UnitDecidedAbove or ChainRule.UnitDecisionBeforeEnd => "N2.5.1-h",
        ChainRule.JointReviewHeld => "N2.5.2-f",
        ChainRule.InvestigationFirst => "N2.5.1-a",
        ChainRule.ReportBeforeReview => "N2.5.2-a",
        ChainRule.SupplementAfterReturn => "GAP-07",
        ChainRule.OpinionBeforeFeedback or ChainRule.FeedbackBeforeDisposition => "N2.5.2-h",
        ChainRule.DispositionBeforeClosing => "N2.5.3-a",
        ChainRule.TransferResultsBeforeClosing => "N2.5.3-b",
        ChainRule.ClosingBeforeEnd => "NA-n3",
        ChainRule.RedispositionBeforeClosing => "N5.2-e",
        ChainRule.LimitNotLonger => "4.1",
        ChainRule.LawfulDecider => "7.1",
        ChainRule.DoneOnce or ChainRule.SomebodyCanAct or ChainRule.StepOfThisChain or ChainRule.EndReachable
            or ChainRule.LoopWaits or ChainRule.OneAtATime or ChainRule.Provable => "2.2",
    };

    /// <summary>The invariant in a sentence.</summary>
    public static string Sentence(ChainRule rule, bool english) => english ? English(rule) : Chinese(rule);

    private static string Chinese(ChainRule rule) => rule switch
    {
        ChainRule.ReviewBeforeClosing => "未经政府法制机构审核，案件不得办结",
        ChainRule.FilingBeforeClosing => "县级审核的案件未报市备案，不得办结",
        ChainRule.FilingOfCountyOnly => "只有县级审核的案件报市备案，其他案件走到备案将无人可办",
        ChainRule.UnitDecidedAbove => "单位责任由上一级行政机关决定，败诉行政机关不得参与决定",
        ChainRule.JointReviewHeld => "重大、疑难、复杂或者争议较大的案件，不得跳过联合审核",
        ChainRule.InvestigationFirst => "未完成调查，不得报审",
        ChainRule.ReportBeforeReview => "未报送责任分析报告，不得进入审核",
        ChainRule.SupplementAfterReturn => "审核退回后，须补充并重新报审才能继续",
        ChainRule.OpinionBeforeFeedback => "审核未完成，不得反馈或者报备案",
        ChainRule.FeedbackBeforeDisposition => "审核意见未反馈并签收，不得作出处理",
        ChainRule.DispositionBeforeClosing => "未作出处理，案件不得办结",
        ChainRule.TransferResultsBeforeClosing => "移送事项的处理结果未齐，案件不得办结",
        ChainRule.ClosingBeforeEnd => "未办结归档，流程不得结束",
        ChainRule.RedispositionBeforeClosing => "纠正后未重新作出处理，不得办结",
        ChainRule.UnitDecisionBeforeEnd => "上一级行政机关未对单位责任作出决定，流程不得结束",
        ChainRule.DoneOnce => "已经依法办结的环节不能再次打开，再次打开将无人可办",
        ChainRule.SomebodyCanAct => "打开环节时，案件须处于依法可以办理该环节的状态",
        ChainRule.StepOfThisChain => "该环节不属于本流程",
        ChainRule.LimitNotLonger => "办理期限可以短于规定，不得长于规定",
        ChainRule.LawfulDecider => "办理人须符合规定",
        ChainRule.EndReachable => "从任何状态出发，流程都须能够走到结束",
        ChainRule.LoopWaits => "循环中须至少有一个等待办理的环节",
        ChainRule.OneAtATime => "同一环节不得同时打开两次",
        ChainRule.Provable => "流程过于复杂，无法核验全部走向",
    };

    private static string English(ChainRule rule) => rule switch
    {
        ChainRule.ReviewBeforeClosing => "No case closes without review by the legal body",
        ChainRule.FilingBeforeClosing => "No case of a county closes without filing with the city",
        ChainRule.FilingOfCountyOnly => "Only county reviews are filed with the city; for others nobody could do it",
        ChainRule.UnitDecidedAbove => "The superior organ decides on the unit; the agency that lost takes no part",
        ChainRule.JointReviewHeld => "Joint review is not skipped where a case is marked for it",
        ChainRule.InvestigationFirst => "No report before the investigation is complete",
        ChainRule.ReportBeforeReview => "No review before the report is handed in",
        ChainRule.SupplementAfterReturn => "After a return the report is supplemented and handed in again",
        ChainRule.OpinionBeforeFeedback => "No feedback and no filing before the review is complete",
        ChainRule.FeedbackBeforeDisposition => "No disposition before the opinion is sent and received",
        ChainRule.DispositionBeforeClosing => "No case closes without disposition",
        ChainRule.TransferResultsBeforeClosing => "No case closes before the results of transfers are in",
        ChainRule.ClosingBeforeEnd => "The chain does not end before the case is closed and archived",
        ChainRule.RedispositionBeforeClosing => "A corrected case does not close before it is disposed of anew",
        ChainRule.UnitDecisionBeforeEnd => "The chain does not end before the superior organ has decided",
        ChainRule.DoneOnce => "A step done for good is not opened again: nobody could do it",
        ChainRule.SomebodyCanAct => "A step opens only where the law lets somebody do it",
        ChainRule.StepOfThisChain => "The step belongs to another chain",
        ChainRule.LimitNotLonger => "A limit may be shorter than the rules say, never longer",
        ChainRule.LawfulDecider => "Whoever acts must be entitled to",
        ChainRule.EndReachable => "The end can be reached from wherever a case may be",
        ChainRule.LoopWaits => "A loop contains a step that waits",
        ChainRule.OneAtATime => "A step is not open twice at a time",
        ChainRule.Provable => "The chain is too complex for all its ways to be proved",
    };
}
