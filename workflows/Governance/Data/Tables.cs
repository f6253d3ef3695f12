using LostCases.Contracts;
using LostCases.Simulator;

namespace LostCases.Governance.Data;

/// <summary>A version of a definition; immutable once published.</summary>
public sealed class DefinitionVersion
{
    /// <summary>Identity of the version, as Elsa's <c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Its version.</summary>
    public required int Version { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; set; }

    /// <summary>Elsa's JSON as it was saved.</summary>
    public required string Model { get; set; }

    /// <summary>SHA-256 of the JSON, see <see cref="Definitions.DefinitionHash"/>.</summary>
    public required string Hash { get; set; }

    /// <summary>Newest version.</summary>
    public bool IsLatest { get; set; }

    /// <summary>The version new cases run.</summary>
    public bool IsPublished { get; set; }

    /// <summary>Who saved it; null where it was imported.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? PublishedAt { get; set; }
}

/// <summary>A run of a definition version for a case.</summary>
public sealed class WorkflowInstance
{
    /// <summary>Identity: hash of definition, case and start key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version it keeps to its end.</summary>
    public required string DefinitionVersionId { get; init; }

    /// <summary>The case; Elsa's correlation id.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Number of the case; Elsa's name.</summary>
    public required string Name { get; init; }

    /// <summary>State.</summary>
    public required InstanceState State { get; set; }

    /// <summary>Per owner the highest case sequence seen.</summary>
    public required Dictionary<string, long> Seen { get; set; }

    /// <summary>Lines in the journal.</summary>
    public int JournalLength { get; set; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last moved.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; set; }
}

/// <summary>A line of an instance's journal.</summary>
public sealed class JournalEntry
{
    /// <summary>The instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Number of the line.</summary>
    public required int Number { get; init; }

    /// <summary>The box.</summary>
    public required string ActivityId { get; init; }

    /// <summary>What happened.</summary>
    public required string Event { get; init; }

    /// <summary>Outcome, or the fact a decision used.</summary>
    public string? Detail { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A case that was terminated: no chain starts for it any more.</summary>
public sealed class EndedCase
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }
}

/// <summary>An answer that outran the start of its instance.</summary>
public sealed class EarlyAnswer
{
    /// <summary>The request answered.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>The answer.</summary>
    public required StepAnswered Answer { get; init; }
}

/// <summary>A page of what an owner reported to a reconciliation.</summary>
public sealed class ReconciliationPage
{
    /// <summary>The reconciliation.</summary>
    public required Guid ReconciliationId { get; init; }

    /// <summary>Who reported.</summary>
    public required string Owner { get; init; }

    /// <summary>Page, from 0.</summary>
    public required int Page { get; init; }

    /// <summary>What was reported.</summary>
    public required StepsReported Content { get; init; }
}

/// <summary>Who may save a definition just now (编辑权): one page of one administrator, until it is not renewed any more.</summary>
public sealed class EditingLease
{
    /// <summary>The definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The page that holds it; a page opened later has another.</summary>
    public required Guid LeaseId { get; set; }

    /// <summary>Whose page.</summary>
    public required Guid HolderId { get; set; }

    /// <summary>When it ends unless it is renewed.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>What became of a change.</summary>
public enum ChangeStatus
{
    /// <summary>Waits for a second administrator.</summary>
    Pending,

    /// <summary>Approved and published.</summary>
    Approved,

    /// <summary>Rejected.</summary>
    Rejected,

    /// <summary>The draft was changed or asked for anew.</summary>
    Superseded,
}

/// <summary>A draft that its author asks to have published (变更申请); another administrator decides.</summary>
public sealed class ChangeRequest
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The version asked for.</summary>
    public required string VersionId { get; init; }

    /// <summary>SHA-256 of the draft as it was asked for.</summary>
    public required string Hash { get; init; }

    /// <summary>Who asked.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>Name as it was then.</summary>
    public string? AuthorName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>What became of it.</summary>
    public ChangeStatus Status { get; set; }

    /// <summary>Who decided; never the author.</summary>
    public Guid? DeciderId { get; set; }

    /// <summary>Name as it was then.</summary>
    public string? DeciderName { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why, as the decider put it.</summary>
    public string? Reason { get; set; }
}
