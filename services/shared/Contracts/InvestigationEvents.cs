namespace LostCases.Contracts;

/// <summary>The investigation is complete and its report signed (T05 调查完成).</summary>
public sealed record InvestigationCompleted : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>What was found, person by person.</summary>
    public required IReadOnlyList<FindingSummary> Findings { get; init; }
}

/// <summary>The responsibility analysis report was submitted for review (T06 已报审).</summary>
public sealed record ReportSubmitted : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>1 for the first submission, then counted up by each resubmission.</summary>
    public required int Round { get; init; }

    /// <summary>What was found, person by person.</summary>
    public required IReadOnlyList<FindingSummary> Findings { get; init; }

    /// <summary>Documents submitted: the report and the judgment among them.</summary>
    public required IReadOnlyList<CaseDocument> Submitted { get; init; }

    /// <summary>Organisations whose stamp is on the annex form.</summary>
    public required IReadOnlyList<Guid> Stamps { get; init; }

    /// <summary>People who wrote the report; they may not review it.</summary>
    public IReadOnlyList<Guid> AuthorIds { get; init; } = [];
}

/// <summary>The report was submitted again after a return (T09 已补充报审).</summary>
public sealed record ReportResubmitted : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>Number of the submission, from 2.</summary>
    public required int Round { get; init; }
}

/// <summary>The superior was asked to inquire into the unit's responsibility (N2.5.1-h 单位责任已提请); starts the unit's chain.</summary>
public sealed record UnitInquiryReferred : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>Identity of the inquiry: key of the workflow instance.</summary>
    public required Guid InquiryId { get; init; }

    /// <summary>The superior; null where it is outside the system.</summary>
    public Guid? SuperiorId { get; init; }
}

/// <summary>The superior decided on the unit's responsibility (单位责任已决定).</summary>
public sealed record UnitDecided : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The inquiry.</summary>
    public required Guid InquiryId { get; init; }

    /// <summary>Sanctions ordered; empty where none.</summary>
    public required IReadOnlyList<string> Sanctions { get; init; }
}
