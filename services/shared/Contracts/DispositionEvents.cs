namespace LostCases.Contracts;

/// <summary>The losing agency signed for the review opinion (T14 已签收).</summary>
public sealed record FeedbackReceived : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>SIGNED or DEEMED.</summary>
    public required string Mode { get; init; }
}

/// <summary>The agency recorded what it decided (T18 已处理).</summary>
public sealed record Disposed : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>1 for the first disposition; a correction adds one.</summary>
    public required int Version { get; init; }

    /// <summary>What was decided, finding by finding.</summary>
    public required IReadOnlyList<DisposedFinding> Findings { get; init; }
}

/// <summary>The decision on one finding.</summary>
public sealed record DisposedFinding
{
    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>PURSUE, NOT_PURSUED, EXEMPT, NO_FAULT or TRANSFERRED.</summary>
    public required string Result { get; init; }

    /// <summary>Sanctions ordered (追责方式).</summary>
    public required IReadOnlyList<string> Sanctions { get; init; }
}
