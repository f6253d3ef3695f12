using LostCases.Rules;

namespace LostCases.Governance.Gate;

/// <summary>The facts cases can start a chain with: those of every route there is; the other chains start without any.</summary>
internal static class ChainStarts
{
    internal static IReadOnlyList<(IReadOnlyDictionary<string, string> Facts, ChainHistory History)> Of(string chain, Policy policy) => chain != ChainLaw.Main
        ? [(new Dictionary<string, string>(), default)]
        : [.. policy.Routes.Values.DistinctBy(r => r.FullCode).OrderBy(r => r.FullCode, StringComparer.Ordinal).Select(Of)];

    private static (IReadOnlyDictionary<string, string>, ChainHistory) Of(ReviewRoute route) => (
        new Dictionary<string, string>
        {
            [Fact.Route] = route.FullCode,
            [Fact.County] = Word(route.CountyFiling),
            [Fact.JointRequired] = Word(route.JointRequired),
        },
        new ChainHistory((route.CountyFiling ? ChainMarks.County : 0) | (route.JointRequired ? ChainMarks.JointRequired : 0)));

    private static string Word(bool holds) => holds ? "TRUE" : "FALSE";
}
