using LostCases.Rules;

namespace LostCases.Steps;

/// <summary>The closed list of facts an instance may copy for routing; codes only. <c>Decide</c> reads nothing else.</summary>
public static class RoutingFacts
{
    /// <summary>Facts known when the chain starts.</summary>
    public static IReadOnlyList<string> AtStart { get; } = [Fact.Route, Fact.County, Fact.JointRequired];

    /// <summary>All facts, with those that steps set.</summary>
    public static IReadOnlyList<string> All { get; } = [.. AtStart, .. StepCatalogue.All.SelectMany(k => k.Facts).Distinct()];

    /// <summary>A fact with its words in both languages.</summary>
    public static StepOption InWords(string fact) => fact switch
    {
        Fact.Route => new(fact, "案件类别", "Route"),
        Fact.County => new(fact, "县级案件", "County case"),
        Fact.JointRequired => new(fact, "须联合审核", "Joint review required"),
        Fact.Submissions => new(fact, "报审次数", "Submissions"),
        Fact.Opinion => new(fact, "审核意见", "Opinion"),
        Fact.Returns => new(fact, "退回次数", "Returns"),
        Fact.Filed => new(fact, "已报市备案", "Filed with the city"),
        Fact.TransfersPending => new(fact, "待移送结果", "Transfers pending"),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "A routing fact without words."),
    };
}
