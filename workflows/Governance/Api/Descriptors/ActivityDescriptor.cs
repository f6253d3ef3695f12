namespace LostCases.Governance.Api.Descriptors;

/// <summary>A kind of box as Studio's palette and property panel want it described.</summary>
internal sealed record ActivityDescriptor
{
    /// <summary>Type name in a definition.</summary>
    public required string TypeName { get; init; }

    /// <summary>First part of the type name.</summary>
    public string Namespace => TypeName[..TypeName.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>Last part of the type name.</summary>
    public string Name => TypeName[(Namespace.Length + 1)..];

    /// <summary>Version of the kind; there is one.</summary>
    public int Version { get; } = 1;

    /// <summary>Group in the palette.</summary>
    public required string Category { get; init; }

    /// <summary>Name in the palette.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What it is.</summary>
    public required string Description { get; init; }

    /// <summary>Elsa's kinds; nothing here is a trigger or a job.</summary>
    public string Kind { get; } = "Action";

    /// <summary>Settings.</summary>
    public IReadOnlyList<InputDescriptor> Inputs { get; init; } = [];

    /// <summary>Results kept for later boxes; there are none.</summary>
    public IReadOnlyList<object> Outputs { get; } = [];

    /// <summary>Ports it can be left by; none where Studio draws its usual <c>Done</c>.</summary>
    public IReadOnlyList<PortDescriptor> Ports { get; init; } = [];

    /// <summary>Unused by Studio.</summary>
    public IReadOnlyDictionary<string, object> CustomProperties { get; } = new Dictionary<string, object>();

    /// <summary>What a new box starts with; nothing.</summary>
    public IReadOnlyDictionary<string, object> ConstructionProperties { get; } = new Dictionary<string, object>();

    /// <summary>Whether it runs beside the chain; nothing does.</summary>
    public bool RunAsynchronously { get; }

    /// <summary>Whether boxes lie in it.</summary>
    public bool IsContainer { get; init; }

    /// <summary>Whether the palette offers it.</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>Whether the case comes in by it.</summary>
    public bool IsStart { get; init; }

    /// <summary>Whether it has no way out.</summary>
    public bool IsTerminal { get; init; }
}

/// <summary>A way out of a box.</summary>
/// <param name="Name">Name in connections.</param>
/// <param name="DisplayName">Name on the canvas.</param>
/// <param name="Type">Flow, or Embedded for a box's inside.</param>
/// <param name="IsBrowsable">Whether it is drawn.</param>
internal sealed record PortDescriptor(string Name, string DisplayName, string Type = "Flow", bool IsBrowsable = true);
