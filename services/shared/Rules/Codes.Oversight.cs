namespace LostCases.Rules;

/// <summary>Why the head of an agency was interviewed (约谈事由), N5.2-g.</summary>
public enum InterviewReason
{
    /// <summary>败诉案件数量.</summary>
    Count,

    /// <summary>败诉率.</summary>
    Rate,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>How the regular meeting of a half-year stands (例会情况), N5.2-c.</summary>
public enum ConferenceStatus
{
    /// <summary>未到提醒时间.</summary>
    NotYet,

    /// <summary>提醒召开.</summary>
    Remind,

    /// <summary>已召开.</summary>
    Held,

    /// <summary>已过原则期限.</summary>
    Exceeded,
}

/// <summary>What the joint conference deals with (议程种类), N5.2-d.</summary>
public enum AgendaKind
{
    /// <summary>分析败诉情况.</summary>
    Statistics,

    /// <summary>讨论疑难案件.</summary>
    DifficultCase,

    /// <summary>提出纠正意见.</summary>
    Correction,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>What an agency is assessed by (考核指标), N5.3-a.</summary>
public enum AssessmentIndicator
{
    /// <summary>败诉件数.</summary>
    Losses,

    /// <summary>败诉率.</summary>
    LossRate,

    /// <summary>应报审件数.</summary>
    ReportsDue,

    /// <summary>按期报审率.</summary>
    ReportsInTime,

    /// <summary>按期备案率（县级）.</summary>
    FilingsInTime,

    /// <summary>审核意见采纳率.</summary>
    OpinionsFollowed,

    /// <summary>处理落实率.</summary>
    DispositionsExecuted,

    /// <summary>被纠正件数.</summary>
    Corrections,

    /// <summary>不执行通报件数.</summary>
    NonCompliances,
}

/// <summary>The two sides of the assessment (考核内容), N5.3-a.</summary>
public enum AssessmentGroup
{
    /// <summary>败诉情况.</summary>
    Losses,

    /// <summary>制度执行情况.</summary>
    Execution,
}
