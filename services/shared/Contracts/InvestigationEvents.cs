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
