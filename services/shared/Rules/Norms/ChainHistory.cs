namespace LostCases.Rules;

/// <summary>What has happened in a case, as far as the invariants of the chain ask for it: one mark each.</summary>
[Flags]
public enum ChainMarks
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>The review goes to a county's legal body, so it is filed with the city.</summary>
    County = 1,

    /// <summary>The route asks for joint review (GAP-01).</summary>
    JointRequired = 1 << 1,

    /// <summary>调查完成.</summary>
    Investigated = 1 << 2,

    /// <summary>已报审.</summary>
    Submitted = 1 << 3,

    /// <summary>已退回，尚未补充.</summary>
    Returned = 1 << 4,

    /// <summary>联合审核已启动，尚未结束.</summary>
    JointOpen = 1 << 5,

    /// <summary>联合审核已结束.</summary>
    JointHeld = 1 << 6,

    /// <summary>审核完成.</summary>
    Reviewed = 1 << 7,

    /// <summary>已反馈.</summary>
    Fed = 1 << 8,

    /// <summary>已签收反馈.</summary>
    Received = 1 << 9,

    /// <summary>已处理.</summary>
    Disposed = 1 << 10,

    /// <summary>有移送事项等待结果.</summary>
    TransfersOut = 1 << 11,

    /// <summary>已报市备案.</summary>
    Filed = 1 << 12,

    /// <summary>已重新处理.</summary>
    Redisposed = 1 << 13,

    /// <summary>已决定单位责任.</summary>
    UnitDecided = 1 << 14,

    /// <summary>已办结归档.</summary>
    Closed = 1 << 15,
}

/// <summary>A case on its way along the chain.</summary>
/// <param name="Marks">What has happened.</param>
/// <param name="Returns">How often the report was returned.</param>
/// <param name="Submissions">How often it was handed in.</param>
public readonly record struct ChainHistory(ChainMarks Marks, int Returns = 0, int Submissions = 0)
{
    /// <summary>Whether it has happened.</summary>
    public bool Has(ChainMarks mark) => (Marks & mark) == mark;
}
