using LostCases.Rules;

namespace LostCases.Steps;

/// <summary>The closed list of facts an instance may copy for routing; codes only. <c>Decide</c> reads nothing else.</summary>
public static class RoutingFacts
{
    /// <summary>Facts known when the chain starts.</summary>
    public static IReadOnlyList<string> AtStart { get; } = [Fact.Route, Fact.County, Fact.JointRequired];

    /// <summary>All facts, with those that steps set.</summary>
    public static IReadOnlyList<string> All { get; } = [.. AtStart, .. StepCatalogue.All.SelectMany(k => k.Facts).Distinct()];
}
