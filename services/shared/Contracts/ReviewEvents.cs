namespace LostCases.Contracts;

/// <summary>A reviewer took the report up (T07 已接收).</summary>
public sealed record ReportAccepted : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The reviewer.</summary>
    public required Guid ReviewerId { get; init; }
}

/// <summary>The review is complete and sealed (T12 审核完成).</summary>
public sealed record ReviewCompleted : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>AGREE, AGREE_WITH_CHANGES or DISAGREE.</summary>
    public required string Opinion { get; init; }
}

/// <summary>The review opinion was sent to the losing agency (T13 已反馈).</summary>
public sealed record FeedbackSent : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The opinion document.</summary>
    public required Guid OpinionDocumentId { get; init; }
}

/// <summary>A county review was filed with the city legal body (已备案).</summary>
public sealed record FiledWithCity : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>Number the city gave the filing (备案号).</summary>
    public required string FilingNo { get; init; }
}

/// <summary>Somebody voted on an approval the chain inserted (会签表决).</summary>
public sealed record ApprovalVoted : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The step request voted on.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>APPROVE, REJECT or ABSTAIN.</summary>
    public required string Vote { get; init; }
}

/// <summary>The report was returned for supplement (T08 已退回补充).</summary>
public sealed record ReportReturned : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>1 for the first return, then counted up.</summary>
    public required int Number { get; init; }

    /// <summary>Number of defects that must be answered.</summary>
    public required int Defects { get; init; }
}

/// <summary>A joint review began (T10 联合审核已启动).</summary>
public sealed record JointReviewStarted : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>1 for the first, then counted up.</summary>
    public required int Number { get; init; }

    /// <summary>MAJOR, DIFFICULT, COMPLEX, DISPUTED.</summary>
    public required IReadOnlyList<string> Flags { get; init; }
}

/// <summary>A member gave its opinion in a joint review (联合审核意见).</summary>
public sealed record JointOpinionGiven : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The member.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>AGREE, DISAGREE, ABSTAIN or ATTEND_ONLY.</summary>
    public required string Opinion { get; init; }
}

/// <summary>A joint review was concluded (T11 联合审核已结束).</summary>
public sealed record JointReviewConcluded : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>Which one.</summary>
    public required int Number { get; init; }
}
