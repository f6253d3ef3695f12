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

/// <summary>The regular meeting of a half-year is to be thought of, or was not held in it (例会提醒, N5.2-c). Told once for each.</summary>
public sealed record ConferenceReminded
{
    /// <summary>The city whose conference it is.</summary>
    public required Guid CityId { get; init; }

    /// <summary>The half-year, e.g. <c>2026H1</c>.</summary>
    public required string Half { get; init; }

    /// <summary>REMIND or EXCEEDED.</summary>
    public required string Status { get; init; }

    /// <summary>Day by which it is held as a rule.</summary>
    public required DateOnly DueOn { get; init; }
}

/// <summary>An agency was recorded as not following the notice (不按通知执行, N5.3-b).</summary>
public sealed record NonComplianceRecorded : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>Consequences: CIRCULAR_CRITICISM, WRITTEN_SELF_CRITICISM.</summary>
    public required IReadOnlyList<string> Consequences { get; init; }
}
