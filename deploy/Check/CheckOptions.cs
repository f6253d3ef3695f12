using LostCases.Platform;

namespace LostCases.Check;

/// <summary>What to check besides the database.</summary>
public sealed record CheckOptions
{
    /// <summary>Folder with one folder of documents for each service; null leaves documents out.</summary>
    public string? Files { get; init; }

    /// <summary>Folder with signed checkpoints of the audit chains; null leaves them out.</summary>
    public string? Checkpoints { get; init; }

    /// <summary>What a load generator asked for.</summary>
    public IReadOnlyList<JournalLine> Journal { get; init; } = [];

    /// <summary>Today in Asia/Shanghai.</summary>
    public DateOnly Today { get; init; } = BusinessTime.Today(TimeProvider.System);
}
