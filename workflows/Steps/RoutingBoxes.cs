namespace LostCases.Steps;

/// <summary>A kind of box of ours that asks nobody and only leads on (流程走向).</summary>
public sealed record RoutingBox
{
    /// <summary>Type name in a definition.</summary>
    public required string TypeName { get; init; }

    /// <summary>Chinese name.</summary>
    public required string Zh { get; init; }

    /// <summary>English name.</summary>
    public required string En { get; init; }

    /// <summary>What it is, in Chinese.</summary>
    public required string About { get; init; }

    /// <summary>What it is, in English.</summary>
    public required string AboutEn { get; init; }

    /// <summary>Ports it can be left by, with their words.</summary>
    public required IReadOnlyList<StepOption> Ports { get; init; }

    /// <summary>What an administrator may set on it.</summary>
    public IReadOnlyList<StepInput> Inputs { get; init; } = [];
}

/// <summary>The boxes besides the steps and Elsa's own, declared once: hosts draw them, the simulator walks them.</summary>
public static class RoutingBoxes
{
    /// <summary>How a decision may compare.</summary>
    public static IReadOnlyList<StepOption> Comparisons { get; } =
        [new("Equals", "等于", "is"), new("NotEquals", "不等于", "is not"), new("Contains", "包含", "contains")];

    /// <summary>Reads a fact and leaves by True or False (判断).</summary>
    public static RoutingBox Decide { get; } = new()
    {
        TypeName = StepCatalogue.Decide,
        Zh = "判断",
        En = "Decide",
        About = "按案件事实选择走向",
        AboutEn = "Chooses the way by a fact of the case",
        Ports = [PortNames.Of("True"), PortNames.Of("False")],
        Inputs =
        [
            new("fact", "案件事实", "Fact", "dropdown", [.. RoutingFacts.All.Select(RoutingFacts.InWords)]),
            new("operator", "比较方式", "Comparison", "dropdown", [.. Comparisons]),
            new("value", "比较值（代码）", "Value (a code)", "singleline"),
        ],
    };

    /// <summary>Where the arms of one branch meet (汇合): passes each arriving token on.</summary>
    public static RoutingBox Meet { get; } = new()
    {
        TypeName = StepCatalogue.Meet,
        Zh = "汇合",
        En = "Meet",
        About = "几条走向在此合为一条",
        AboutEn = "Paths become one",
        Ports = [PortNames.Of("Done")],
    };
}
