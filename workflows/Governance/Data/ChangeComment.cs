namespace LostCases.Governance.Data;

/// <summary>What an administrator says about a change (意见).</summary>
public sealed class ChangeComment
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The change.</summary>
    public required Guid ChangeId { get; init; }

    /// <summary>Who.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Name as it was then.</summary>
    public string? AuthorName { get; init; }

    /// <summary>In words.</summary>
    public required string Text { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
