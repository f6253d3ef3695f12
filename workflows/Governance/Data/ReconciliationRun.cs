namespace LostCases.Governance.Data;

/// <summary>A reconciliation and what it found (流程核对报告).</summary>
public sealed class ReconciliationRun
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>One case, or all where null.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Who asked; null where it was due.</summary>
    public string? AskedBy { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>When the last owner had answered; null until then.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Instances compared.</summary>
    public int Compared { get; set; }

    /// <summary>Instances that were missing and have been made.</summary>
    public List<Guid> Made { get; set; } = [];

    /// <summary>Instances that stood elsewhere than their owners say, and have been set.</summary>
    public List<Guid> Set { get; set; } = [];

    /// <summary>Steps that were asked for again since their owner had not heard of them.</summary>
    public int AskedAgain { get; set; }
}
