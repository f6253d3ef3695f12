namespace LostCases.Simulator;

/// <summary>Where an instance stands.</summary>
public enum InstanceStatus
{
    /// <summary>Waits for answers.</summary>
    Running,

    /// <summary>Reached its end.</summary>
    Finished,

    /// <summary>Withdrawn.</summary>
    Cancelled,
}

/// <summary>A step that waits for its answer.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="StepId">The box.</param>
/// <param name="Step">Kind of step.</param>
/// <param name="Round">Round of the box.</param>
public sealed record Wait(Guid RequestId, string StepId, string Step, int Round);

/// <summary>Something an administrator must look at: an answer that leads nowhere.</summary>
public sealed record Incident(string StepId, string Message);

/// <summary>That an instance was set to a step (置于环节).</summary>
/// <param name="StepId">The box.</param>
/// <param name="After">How many answers it had taken by then.</param>
public sealed record SetStep(string StepId, int After);

/// <summary>The whole state of an instance; the simulator maps it to the next one and changes nothing.</summary>
public sealed record InstanceState
{
    /// <summary>Identity.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Where it stands.</summary>
    public InstanceStatus Status { get; init; } = InstanceStatus.Running;

    /// <summary>Steps that wait.</summary>
    public IReadOnlyList<Wait> Waits { get; init; } = [];

    /// <summary>Highest round of each box.</summary>
    public IReadOnlyDictionary<string, int> Rounds { get; init; } = new Dictionary<string, int>();

    /// <summary>Routing copies of facts, last value of each.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Arrows by which tokens have reached a join that still waits.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Arrived { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Requests answered.</summary>
    public IReadOnlyList<Guid> Answered { get; init; } = [];

    /// <summary>Steps it was set to by people, in order.</summary>
    public IReadOnlyList<SetStep> Set { get; init; } = [];

    /// <summary>What went wrong.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];
}

/// <summary>A line of the journal.</summary>
/// <param name="ActivityId">The box.</param>
/// <param name="Event">Started, Suspended, Resumed, Completed or Faulted, as Elsa names them.</param>
/// <param name="Detail">Outcome, or the fact and value a decision used.</param>
public sealed record JournalLine(string ActivityId, string Event, string? Detail);

/// <summary>What follows from a start or an answer.</summary>
/// <param name="State">The next state.</param>
/// <param name="Opened">Steps to ask for.</param>
/// <param name="Journal">What happened, in order.</param>
public sealed record Advance(InstanceState State, IReadOnlyList<Wait> Opened, IReadOnlyList<JournalLine> Journal);
