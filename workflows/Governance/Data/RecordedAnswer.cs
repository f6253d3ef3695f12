namespace LostCases.Governance.Data;

/// <summary>An answer that moved an instance on, with its facts: what a backtest replays. Codes only.</summary>
public sealed class RecordedAnswer
{
    /// <summary>The instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>The request answered.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Length of the journal after it: puts the answers of an instance in order.</summary>
    public required int Number { get; set; }

    /// <summary>The box.</summary>
    public required string StepId { get; init; }

    /// <summary>Kind of step.</summary>
    public required string Step { get; init; }

    /// <summary>Port it was left by.</summary>
    public required string Outcome { get; init; }

    /// <summary>Facts of the answer.</summary>
    public required Dictionary<string, string> Facts { get; init; }
}
