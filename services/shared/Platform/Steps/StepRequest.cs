using LostCases.Contracts;

namespace LostCases.Platform;

/// <summary>Where a step request stands.</summary>
public enum StepStatus
{
    /// <summary>Received; the facts it builds on have not arrived here yet.</summary>
    Waiting,

    /// <summary>Waits for a person.</summary>
    Open,

    /// <summary>Answered.</summary>
    Answered,

    /// <summary>Withdrawn by the chain.</summary>
    Withdrawn,
}

/// <summary>A step the chain has asked this owner for.</summary>
public sealed class StepRequest
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Kind of step.</summary>
    public required string Step { get; init; }

    /// <summary>Round of the step in the case.</summary>
    public required int Round { get; init; }

    /// <summary>The command as received.</summary>
    public required OpenStep Request { get; init; }

    /// <summary>Where it stands.</summary>
    public StepStatus Status { get; set; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was answered or withdrawn.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Port of the answer.</summary>
    public string? Outcome { get; set; }

    /// <summary>Facts of the answer.</summary>
    public Dictionary<string, string> Facts { get; set; } = [];

    /// <summary>The owner's case sequence of the answering act.</summary>
    public long? Sequence { get; set; }

    /// <summary>Whether somebody may still answer.</summary>
    public bool IsPending => Status is StepStatus.Waiting or StepStatus.Open;
}

/// <summary>A step open anywhere, as its owner announced it.</summary>
public sealed class OpenStepRow
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Kind of step.</summary>
    public required string Step { get; init; }

    /// <summary>Service that owns the step; null where only its closing is known.</summary>
    public string? Owner { get; init; }

    /// <summary>Round of the step in the case; 0 where only its closing is known.</summary>
    public int Round { get; init; }

    /// <summary>When it opened; null where only its closing is known.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Organisations that can answer it.</summary>
    public List<Guid> OrganisationIds { get; init; } = [];

    /// <summary>Roles that can answer it.</summary>
    public List<string> Roles { get; init; } = [];

    /// <summary>Set when it has closed; kept so that a late announcement does not reopen it.</summary>
    public bool Closed { get; set; }
}

/// <summary>A step this owner answers.</summary>
/// <param name="Step">Kind of step, e.g. <c>SendFeedback</c>.</param>
/// <param name="Holders">Who can answer: relation to the case and roles.</param>
/// <param name="Clock">The clock a shorter limit of the definition applies to; null where it has none.</param>
public sealed record StepOwned(string Step, Permit[] Holders, Rules.ClockKind? Clock = null);
