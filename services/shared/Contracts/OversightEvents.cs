namespace LostCases.Contracts;

/// <summary>The joint conference met (联席会议已召开, N5.2-c).</summary>
public sealed record ConferenceHeld
{
    /// <summary>The meeting.</summary>
    public required Guid ConferenceId { get; init; }

    /// <summary>Half-year it counts for, e.g. <c>2026H1</c>.</summary>
    public required string Half { get; init; }

    /// <summary>Day it was held.</summary>
    public required DateOnly HeldOn { get; init; }
}

/// <summary>An agency was recorded as not following the notice (不按通知执行, N5.3-b).</summary>
public sealed record NonComplianceRecorded : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>Consequences: CIRCULAR_CRITICISM, WRITTEN_SELF_CRITICISM.</summary>
    public required IReadOnlyList<string> Consequences { get; init; }
}
