using System.Text.Json.Nodes;

namespace LostCases.Governance.Api.Descriptors;

/// <summary>A setting of a box as Studio's property panel wants it described.</summary>
internal sealed record InputDescriptor
{
    /// <summary>Name; in definitions with a small first letter.</summary>
    public required string Name { get; init; }

    /// <summary>Type of the value.</summary>
    public string TypeName { get; init; } = "String";

    /// <summary>Label.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Help under the field; none.</summary>
    public string Description { get; } = "";

    /// <summary>Control.</summary>
    public required string UiHint { get; init; }

    /// <summary>What the control offers.</summary>
    public JsonObject UiSpecifications { get; init; } = [];

    /// <summary>What a new box has.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>Place in the panel.</summary>
    public required int Order { get; init; }

    /// <summary>Every value is an expression in the definition, of the type Literal or Object.</summary>
    public bool IsWrapped { get; } = true;

    /// <summary>Shown.</summary>
    public bool IsBrowsable { get; } = true;

    /// <summary>Saved.</summary>
    public bool IsSerializable { get; } = true;

    /// <summary>Read before the box runs.</summary>
    public bool AutoEvaluate { get; } = true;

    /// <summary>Whether it is only shown.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Whether it is a secret.</summary>
    public bool IsSensitive { get; }

    /// <summary>Whether it exists in the descriptor only.</summary>
    public bool IsSynthetic { get; }
}
