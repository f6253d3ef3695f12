using LostCases.Steps;

namespace LostCases.Simulator;

/// <summary>A fact, an operator and a value: all a decision may look at.</summary>
public static class Decision
{
    /// <summary>Operators a decision may use.</summary>
    public static IReadOnlyList<string> Operators { get; } = [.. RoutingBoxes.Comparisons.Select(c => c.Value)];

    /// <summary>The port a decision is left by, and the fact with the value that it used.</summary>
    public static (string Port, string Used) Of(Node node, IReadOnlyDictionary<string, string> facts)
    {
        var fact = node.Inputs.GetValueOrDefault("fact", "");
        var wanted = node.Inputs.GetValueOrDefault("value", "");
        var actual = facts.GetValueOrDefault(fact, "");
        var holds = node.Inputs.GetValueOrDefault("operator", "Equals") switch
        {
            "NotEquals" => actual != wanted,
            "Contains" => actual.Split('+').Contains(wanted),
            _ => actual == wanted,
        };
        return (holds ? "True" : "False", $"{fact}={actual}");
    }
}
