namespace LostCases.Governance.Data;

/// <summary>What is done to an instance that is stuck.</summary>
public enum RepairAction
{
    /// <summary>重试: the steps that wait are asked for again.</summary>
    Retry,

    /// <summary>置于环节: the instance waits at a step from now on.</summary>
    SetToStep,
}

/// <summary>A repair that one administrator asks for and another decides on (双人处置).</summary>
public sealed class InstanceRepair
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>What is to be done.</summary>
    public required RepairAction Action { get; init; }

    /// <summary>The box it is set to.</summary>
    public string? StepId { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who asked.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Name as it was then.</summary>
    public string? AuthorName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>What became of it.</summary>
    public ChangeStatus Status { get; set; }

    /// <summary>Who decided; never who asked.</summary>
    public Guid? DeciderId { get; set; }

    /// <summary>Name as it was then.</summary>
    public string? DeciderName { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; set; }
}
