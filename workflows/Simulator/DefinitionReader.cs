using System.Text.Json;
using LostCases.Steps;

namespace LostCases.Simulator;

/// <summary>Reads a definition in Elsa's JSON, and says in Chinese what is wrong with it.</summary>
public static class DefinitionReader
{
    private static readonly string[] Fixed =
        ["id", "nodeId", "name", "type", "version", "customProperties", "metadata", "runAsynchronously", "canStartWorkflow", "result"];

    /// <summary>The definition, or the problems that make it unusable.</summary>
    public static (Definition? Definition, IReadOnlyList<string> Problems) Read(JsonElement model)
    {
        var id = Text(model, "definitionId") ?? "";
        if (!model.TryGetProperty("root", out var root) || Text(root, "type") != "Elsa.Flowchart"
            || !root.TryGetProperty("activities", out var activities) || activities.ValueKind != JsonValueKind.Array)
        {
            return (null, ["流程定义必须以流程图（Elsa.Flowchart）为根。"]);
        }

        var problems = new List<string>();
        var nodes = new Dictionary<string, Node>();
        foreach (var activity in activities.EnumerateArray())
        {
            var (node, problem) = ReadNode(activity);
            if (problem is not null || !nodes.TryAdd(node!.Id, node))
            {
                problems.Add(problem ?? $"节点编号重复：{node!.Id}。");
            }
        }

        var connections = root.TryGetProperty("connections", out var arrows) && arrows.ValueKind == JsonValueKind.Array
            ? arrows.EnumerateArray().Select(ReadConnection).ToList()
            : [];
        var definition = new Definition(id, nodes, connections);
        problems.AddRange(DefinitionChecks.Problems(definition));
        return problems.Count == 0 ? (definition, []) : (null, problems);
    }

    private static (Node? Node, string? Problem) ReadNode(JsonElement activity)
    {
        var (id, type) = (Text(activity, "id") ?? "", Text(activity, "type") ?? "");
        var inputs = Inputs(activity);
        var step = StepCatalogue.ByType(type);
        Node Make(NodeKind kind, params string[] ports) => new(id, kind, step, inputs, ports);
        return (type, step) switch
        {
            (_, { } known) => (new Node(id, NodeKind.Step, known, inputs, known.Outcomes), null),
            (StepCatalogue.Decide, _) => (Make(NodeKind.Decide, "True", "False"), null),
            (StepCatalogue.Meet, _) => (Make(NodeKind.Meet, "Done"), null),
            ("Elsa.Start", _) => (Make(NodeKind.Start, "Done"), null),
            ("Elsa.End", _) => (Make(NodeKind.End), null),
            ("Elsa.FlowFork", _) => (Make(NodeKind.Fork, Branches(inputs)), null),
            ("Elsa.FlowJoin", _) when inputs.GetValueOrDefault("mode") == "WaitAll" => (Make(NodeKind.Join, "Done"), null),
            ("Elsa.FlowJoin", _) => (null, $"汇聚节点 {id} 必须明确设为等待全部分支（WaitAll）。"),
            _ => (null, $"节点 {id} 的类型 {type} 不允许使用：只能使用业务环节、判断、汇合、开始、结束、分支与汇聚。"),
        };
    }

    private static Dictionary<string, string> Inputs(JsonElement activity)
    {
        var inputs = new Dictionary<string, string>();
        foreach (var property in activity.EnumerateObject().Where(p => !Fixed.Contains(p.Name) && p.Value.ValueKind == JsonValueKind.Object))
        {
            if (property.Value.TryGetProperty("expression", out var expression) && expression.TryGetProperty("value", out var value)
                && value.ValueKind is not JsonValueKind.Null)
            {
                inputs[property.Name] = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
            }
        }

        return inputs;
    }

    private static string[] Branches(Dictionary<string, string> inputs)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(inputs.GetValueOrDefault("branches", "[]")) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static Connection ReadConnection(JsonElement arrow) => new(
        Text(arrow.GetProperty("source"), "activity") ?? "",
        Text(arrow.GetProperty("source"), "port") ?? "Done",
        Text(arrow.GetProperty("target"), "activity") ?? "");

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
