namespace LostCases.Rules;

/// <summary>Main state of a case (状态).</summary>
public enum CaseState
{
    /// <summary>已登记（待甄别）.</summary>
    Registered,

    /// <summary>不列入范围.</summary>
    OutOfScope,

    /// <summary>调查中.</summary>
    Investigating,

    /// <summary>调查完成待报审.</summary>
    ReportReady,

    /// <summary>已报审待接收.</summary>
    Submitted,

    /// <summary>退回补充.</summary>
    Returned,

    /// <summary>审核中.</summary>
    UnderReview,

    /// <summary>联合审核中.</summary>
    JointReview,

    /// <summary>审核完成待反馈.</summary>
    Reviewed,

    /// <summary>已反馈待签收.</summary>
    FeedbackSent,

    /// <summary>处理中.</summary>
    Disposing,

    /// <summary>已移送待结果.</summary>
    Transferred,

    /// <summary>已处理.</summary>
    Disposed,

    /// <summary>纠正重处中.</summary>
    Correction,

    /// <summary>中止.</summary>
    Suspended,

    /// <summary>终止.</summary>
    Terminated,

    /// <summary>办结归档.</summary>
    Closed,
}

/// <summary>Transitions of the state machine, named as their events.</summary>
public enum Transition
{
    /// <summary>T01.</summary>
    RegisterJudgment,

    /// <summary>T02.</summary>
    ConfirmInScope,

    /// <summary>T03.</summary>
    ConfirmOutOfScope,

    /// <summary>T04.</summary>
    ReopenScope,

    /// <summary>T05.</summary>
    CompleteInvestigation,

    /// <summary>T06.</summary>
    SubmitReport,

    /// <summary>T07.</summary>
    AcceptReport,

    /// <summary>T08.</summary>
    ReturnForSupplement,

    /// <summary>T09.</summary>
    ResubmitReport,

    /// <summary>T10.</summary>
    StartJointReview,

    /// <summary>T11.</summary>
    ConcludeJointReview,

    /// <summary>T12.</summary>
    CompleteReview,

    /// <summary>T13.</summary>
    SendFeedback,

    /// <summary>T14.</summary>
    ReceiveFeedback,

    /// <summary>T15.</summary>
    TransferFinding,

    /// <summary>T16.</summary>
    RecordDispositionPendingTransfer,

    /// <summary>T17.</summary>
    RecordTransferResult,

    /// <summary>T18.</summary>
    RecordDisposition,

    /// <summary>T18b.</summary>
    AllTransferResultsIn,

    /// <summary>T19.</summary>
    CloseCase,

    /// <summary>T20.</summary>
    ConferenceCorrect,

    /// <summary>T21.</summary>
    RecordRedisposition,

    /// <summary>T22.</summary>
    Suspend,

    /// <summary>T23.</summary>
    Resume,

    /// <summary>T24.</summary>
    Terminate,
}

/// <summary>Clocks of a case (期限).</summary>
public enum ClockKind
{
    /// <summary>调查.</summary>
    Investigation,

    /// <summary>报审.</summary>
    Submit,

    /// <summary>审核.</summary>
    Review,

    /// <summary>反馈.</summary>
    Feedback,

    /// <summary>备案.</summary>
    Filing,

    /// <summary>处理.</summary>
    Disposition,

    /// <summary>补正.</summary>
    Resubmit,

    /// <summary>重新处理.</summary>
    Redisposition,

    /// <summary>单位责任.</summary>
    UnitDecision,

    /// <summary>移送跟踪.</summary>
    TransferFollowup,

    /// <summary>司法建议回复.</summary>
    SuggestionReply,
}

/// <summary>Force of a limit.</summary>
public enum ClockNature
{
    /// <summary>应当.</summary>
    Must,

    /// <summary>一般.</summary>
    Soft,

    /// <summary>通知未规定，按设置.</summary>
    Configured,
}

/// <summary>Unit of a limit.</summary>
public enum DayUnit
{
    /// <summary>工作日.</summary>
    WorkingDays,

    /// <summary>自然日.</summary>
    CalendarDays,
}

/// <summary>How a clock stands.</summary>
public enum ClockStatus
{
    /// <summary>计时中.</summary>
    Running,

    /// <summary>已暂停.</summary>
    Paused,

    /// <summary>按期.</summary>
    Met,

    /// <summary>逾期完成.</summary>
    Overdue,
}
