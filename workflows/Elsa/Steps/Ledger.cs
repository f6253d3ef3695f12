using System.Text.Json;
using Elsa.Workflows;

namespace LostCases.Elsa.Steps;

/// <summary>What an instance carries besides Elsa's own: routing copies of facts and the rounds of its boxes, as text among its properties.</summary>
internal static class Ledger
{
    internal const string Facts = "LostCases.Facts";
    internal const string Rounds = "LostCases.Rounds";

    internal static Dictionary<string, string> ReadFacts(IDictionary<string, object> properties) => Read<string>(properties, Facts);

    internal static Dictionary<string, int> ReadRounds(IDictionary<string, object> properties) => Read<int>(properties, Rounds);

    internal static int NextRound(WorkflowExecutionContext workflow, string box)
    {
        var rounds = ReadRounds(workflow.Properties);
        rounds[box] = rounds.GetValueOrDefault(box) + 1;
        workflow.Properties[Rounds] = Write(rounds);
        return rounds[box];
    }

    internal static void Set(WorkflowExecutionContext workflow, IEnumerable<KeyValuePair<string, string>> facts)
    {
        var known = ReadFacts(workflow.Properties);
        foreach (var (name, value) in facts)
        {
            known[name] = value;
        }

        workflow.Properties[Facts] = Write(known);
    }

    internal static string Write<T>(IReadOnlyDictionary<string, T> values) => JsonSerializer.Serialize(values);

    internal static Dictionary<string, T> Read<T>(IDictionary<string, object> from, string name) =>
        from.TryGetValue(name, out var text) ? JsonSerializer.Deserialize<Dictionary<string, T>>(text.ToString()!)! : [];
}
