namespace LostCases.Steps;

/// <summary>A kind of box on the canvas that asks somebody for something (环节).</summary>
public sealed record StepKind
{
    /// <summary>Kind, as messages name it.</summary>
    public required string Name { get; init; }

    /// <summary>Service that owns the step; also its queue.</summary>
    public required string Owner { get; init; }

    /// <summary>Chinese name.</summary>
    public required string Zh { get; init; }

    /// <summary>English name.</summary>
    public required string En { get; init; }

    /// <summary>What it is, in Chinese.</summary>
    public required string About { get; init; }

    /// <summary>What it is, in English.</summary>
    public required string AboutEn { get; init; }

    /// <summary>Ports the case may leave it by.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = ["Done"];

    /// <summary>Facts its answers set, each of <see cref="RoutingFacts"/>.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>Clause it comes from.</summary>
    public required string Clause { get; init; }

    /// <summary>What an administrator may set on it.</summary>
    public IReadOnlyList<StepInput> Inputs { get; init; } = [];

    /// <summary>Type name in a definition.</summary>
    public string TypeName => $"{StepCatalogue.Prefix}{Name}";
}

/// <summary>A setting of a step.</summary>
/// <param name="Name">Name in the definition, camelCase.</param>
/// <param name="Zh">Chinese label.</param>
/// <param name="En">English label.</param>
/// <param name="UiHint">Control Studio shows: singleline, multiline, dropdown, checklist.</param>
/// <param name="Options">Values of a drop-down or a check list.</param>
public sealed record StepInput(string Name, string Zh, string En, string UiHint, params StepOption[] Options)
{
    /// <summary>Whether it takes several values.</summary>
    public bool IsList => UiHint == "checklist";
}

/// <summary>A value of a drop-down or a check list.</summary>
/// <param name="Value">Code in the definition.</param>
/// <param name="Zh">Chinese word.</param>
/// <param name="En">English word.</param>
public sealed record StepOption(string Value, string Zh, string En);
