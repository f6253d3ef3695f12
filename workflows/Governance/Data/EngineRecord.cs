namespace LostCases.Governance.Data;

/// <summary>Which engine walks the instances of this database (流程引擎): the one of its first start, until it is switched.</summary>
public sealed class EngineRecord
{
    /// <summary>The one there is.</summary>
    public const int Only = 1;

    /// <summary>Identity.</summary>
    public int Id { get; init; } = Only;

    /// <summary>Name of the engine.</summary>
    public required string Name { get; set; }

    /// <summary>Name of the engine that takes over just now; until it has, either may run.</summary>
    public string? SwitchingTo { get; set; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; set; }

    /// <summary>Whether an engine may run here.</summary>
    public bool Admits(string engine) => engine == Name || engine == SwitchingTo;
}
