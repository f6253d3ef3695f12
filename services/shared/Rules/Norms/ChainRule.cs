namespace LostCases.Rules;

/// <summary>An invariant of the chain (流程合法性要求): what no drawn chain may get around.</summary>
public enum ChainRule
{
    /// <summary>办结前须经审核.</summary>
    ReviewBeforeClosing,

    /// <summary>县级案件办结前须报市备案.</summary>
    FilingBeforeClosing,

    /// <summary>只有县级审核的案件报市备案.</summary>
    FilingOfCountyOnly,

    /// <summary>单位责任由上一级行政机关决定.</summary>
    UnitDecidedAbove,

    /// <summary>应当联合审核的不得跳过.</summary>
    JointReviewHeld,

    /// <summary>报审前须完成调查.</summary>
    InvestigationFirst,

    /// <summary>审核前须报审.</summary>
    ReportBeforeReview,

    /// <summary>退回后须补充报审.</summary>
    SupplementAfterReturn,

    /// <summary>反馈和备案前须审核完成.</summary>
    OpinionBeforeFeedback,

    /// <summary>处理前须反馈并签收.</summary>
    FeedbackBeforeDisposition,

    /// <summary>办结前须作出处理.</summary>
    DispositionBeforeClosing,

    /// <summary>办结前移送结果须齐.</summary>
    TransferResultsBeforeClosing,

    /// <summary>结束前须办结归档.</summary>
    ClosingBeforeEnd,

    /// <summary>纠正后须重新处理.</summary>
    RedispositionBeforeClosing,

    /// <summary>单位责任流程结束前须作出决定.</summary>
    UnitDecisionBeforeEnd,

    /// <summary>办结的环节不得再次打开.</summary>
    DoneOnce,

    /// <summary>打开的环节依法有人可办.</summary>
    SomebodyCanAct,

    /// <summary>环节属于本流程.</summary>
    StepOfThisChain,

    /// <summary>期限不得长于规定.</summary>
    LimitNotLonger,

    /// <summary>办理人符合规定.</summary>
    LawfulDecider,

    /// <summary>从任何状态都能走到结束.</summary>
    EndReachable,

    /// <summary>循环中须有等待办理的环节.</summary>
    LoopWaits,

    /// <summary>同一环节不得同时打开两次.</summary>
    OneAtATime,

    /// <summary>须能核验全部走向.</summary>
    Provable,
}
