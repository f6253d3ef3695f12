namespace LostCases.Contracts;

/// <summary>Command from the chain to the owner of a step: this step is due in this case (打开环节).</summary>
public sealed record OpenStep
{
    /// <summary>Identity of the request: hash of instance, step id and round; a repeat has no effect.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The workflow instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Definition the instance runs, e.g. <c>case-accountability</c>.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Version of the definition.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>Id of the box on the canvas.</summary>
    public required string StepId { get; init; }

    /// <summary>Kind of step, e.g. <c>SendFeedback</c>.</summary>
    public required string Step { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>1 for the first visit to this step in the case, then counted up.</summary>
    public required int Round { get; init; }

    /// <summary>Per owner the highest case sequence the chain has seen; the step opens when these are known here.</summary>
    public required IReadOnlyDictionary<string, long> After { get; init; }

    /// <summary>Limit in working days where the definition sets a shorter one than the statute.</summary>
    public int? LimitWorkingDays { get; init; }

    /// <summary>Working days before the due date on which to remind.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [];

    /// <summary>Who takes part, each <c>RELATION:ROLE</c> or <c>organisation id:ROLE</c>.</summary>
    public IReadOnlyList<string> Participants { get; init; } = [];

    /// <summary>How votes are counted: <c>ALL</c> 会签, <c>ANY</c> 或签, <c>COUNT</c> 票签.</summary>
    public string? Mode { get; init; }

    /// <summary>Votes in favour that are needed where <see cref="Mode"/> is <c>COUNT</c>.</summary>
    public int? Quorum { get; init; }

    /// <summary>Seats of each participant; one where null.</summary>
    public int? Seats { get; init; }

    /// <summary>Votes in favour that are needed from each participant.</summary>
    public int? GroupQuorum { get; init; }

    /// <summary>Participants whose rejection decides alone.</summary>
    public IReadOnlyList<string> Veto { get; init; } = [];

    /// <summary>What is assumed of the absent after the limit: <c>WAIT</c>, <c>ABSTAIN</c> or <c>APPROVE</c>.</summary>
    public string? Absent { get; init; }

    /// <summary>Text or template code shown with the step.</summary>
    public string? Template { get; init; }
}

/// <summary>Command from the chain to an owner: withdraw the open steps of an instance (撤回环节).</summary>
public sealed record CancelSteps
{
    /// <summary>The instance whose steps are withdrawn.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The requests to withdraw; empty means all that are open.</summary>
    public IReadOnlyList<Guid> RequestIds { get; init; } = [];
}

/// <summary>Command from the chain to notification: tell the participants, without waiting for anything (通知).</summary>
public sealed record SendNotice
{
    /// <summary>Identity of the notice: hash of instance, box and round; a repeat has no effect.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Number of the case.</summary>
    public required string CaseCode { get; init; }

    /// <summary>Definition whose box tells it.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Version of the definition.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>Id of the box on the canvas.</summary>
    public required string StepId { get; init; }

    /// <summary>Who is told, each <c>RELATION:ROLE</c> or <c>organisation id:ROLE</c>.</summary>
    public required IReadOnlyList<string> Participants { get; init; }

    /// <summary>Code of what is told.</summary>
    public required string Template { get; init; }

    /// <summary>What the chain's administrators have added in words; the same for every case.</summary>
    public string? Text { get; init; }
}

/// <summary>A step waits for somebody (环节已打开): this is what a to-do is.</summary>
public sealed record StepOpened
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Number of the case.</summary>
    public required string CaseCode { get; init; }

    /// <summary>Service that owns the step.</summary>
    public required string Owner { get; init; }

    /// <summary>Kind of step.</summary>
    public required string Step { get; init; }

    /// <summary>Round of the step in the case.</summary>
    public required int Round { get; init; }

    /// <summary>Organisations that can answer it.</summary>
    public required IReadOnlyList<Guid> OrganisationIds { get; init; }

    /// <summary>Roles that can answer it.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>When it opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }
}

/// <summary>A step no longer waits (环节已关闭).</summary>
public sealed record StepClosed
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Kind of step.</summary>
    public required string Step { get; init; }

    /// <summary>Whether it was answered (true) or withdrawn (false).</summary>
    public required bool Answered { get; init; }

    /// <summary>When it closed.</summary>
    public required DateTimeOffset ClosedAt { get; init; }
}

/// <summary>The owner's answer to the chain (环节已办结).</summary>
public sealed record StepAnswered
{
    /// <summary>The request answered.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The instance that asked.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Kind of step.</summary>
    public required string Step { get; init; }

    /// <summary>Port the case leaves the step by, e.g. <c>Done</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Routing copies of facts, codes only, from the closed list declared for the step.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>Service that answered.</summary>
    public required string Owner { get; init; }

    /// <summary>The owner's case sequence after the answering act.</summary>
    public required long Sequence { get; init; }
}

/// <summary>Command from the reconciler to an owner: tell which step requests you hold (核对环节).</summary>
public sealed record ReportSteps
{
    /// <summary>The reconciliation this belongs to.</summary>
    public required Guid ReconciliationId { get; init; }

    /// <summary>Only this case, or all where null.</summary>
    public Guid? CaseId { get; init; }
}

/// <summary>An owner's step requests, in pages (环节核对结果).</summary>
public sealed record StepsReported
{
    /// <summary>The reconciliation this belongs to.</summary>
    public required Guid ReconciliationId { get; init; }

    /// <summary>Service that reports.</summary>
    public required string Owner { get; init; }

    /// <summary>Page, from 0.</summary>
    public required int Page { get; init; }

    /// <summary>Whether this is the owner's last page.</summary>
    public required bool Last { get; init; }

    /// <summary>Requests, in the order they were made.</summary>
    public required IReadOnlyList<ReportedStep> Steps { get; init; }

    /// <summary>Facts that start an instance, known to their owner alone.</summary>
    public IReadOnlyList<ReportedStart> Starts { get; init; } = [];
}

/// <summary>One step request as its owner holds it.</summary>
public sealed record ReportedStep
{
    /// <summary>The command as it was received.</summary>
    public required OpenStep Request { get; init; }

    /// <summary>Port it was answered with; null while it is open or withdrawn.</summary>
    public string? Outcome { get; init; }

    /// <summary>Facts of the answer.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the request was withdrawn.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>The owner's case sequence of the answering act; null while open.</summary>
    public long? Sequence { get; init; }
}

/// <summary>A fact that starts an instance of a definition.</summary>
public sealed record ReportedStart
{
    /// <summary>Definition to run.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Number of the case.</summary>
    public required string CaseCode { get; init; }

    /// <summary>Key of the start fact (scope decision, inquiry or correction id).</summary>
    public required Guid StartKey { get; init; }

    /// <summary>Routing copies of facts at the start.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>Owner's case sequence of the start fact.</summary>
    public required long Sequence { get; init; }
}
