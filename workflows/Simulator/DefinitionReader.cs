using System.Text.Json;
using LostCases.Steps;

namespace LostCases.Simulator;

/// <summary>Reads a definition in Elsa's JSON, and says in Chinese what is wrong with it.</summary>
public static class DefinitionReader
{
    private static readonly string[] Fixed =
        ["id", "nodeId", "name", "type", "version", "customProperties", "metadata", "runAsynchronously", "canStartWorkflow", "result"];

    /// <summary>Most boxes and arrows of a definition (节点和连线的上限): far more than a procedure has, and few enough to be checked at once.</summary>
    private const int MostBoxes = 300, MostArrows = 1200;

    /// <summary>The definition, or the problems that make it unusable.</summary>
    public static (Definition? Definition, IReadOnlyList<string> Problems) Read(JsonElement model)
    {
        var (definition, problems) = Draw(model);
        return definition is null ? (null, problems)
            : Problems(definition, problems) is { Count: > 0 } all ? (null, all)
            : (definition, []);
    }

    /// <summary>What is drawn so far, to be compared and not walked: boxes and arrows that can be read, whatever is still missing; null where it is no flowchart.</summary>
    public static Definition? Sketch(JsonElement model) => Draw(model).Definition is { } drawn
        ? drawn with { Connections = [.. drawn.Connections.Where(c => drawn.Nodes.ContainsKey(c.Source) && drawn.Nodes.ContainsKey(c.Target))] }
        : null;

    /// <summary>Why a definition has too much in it to be looked at (过大); null where it has not.</summary>
    internal static string? TooLarge(JsonElement model)
    {
        var root = Member(model, "root");
        var (boxes, arrows) = (Length(Member(root, "activities")), Length(Member(root, "connections")));
        return boxes > MostBoxes || arrows > MostArrows
            ? $"流程定义过大：节点不得超过 {MostBoxes} 个，连线不得超过 {MostArrows} 条，现有节点 {boxes} 个、连线 {arrows} 条。"
            : null;
    }

    private static List<string> Problems(Definition definition, List<string> found) => [.. found, .. DefinitionChecks.Problems(definition)];

    private static (Definition? Definition, List<string> Problems) Draw(JsonElement model)
    {
        var id = Text(model, "definitionId") ?? "";
        var root = Member(model, "root");
        var activities = Member(root, "activities");
        if (Text(root, "type") != "Elsa.Flowchart" || activities.ValueKind != JsonValueKind.Array)
        {
            return (null, ["流程定义必须以流程图（Elsa.Flowchart）为根。"]);
        }

        if (TooLarge(model) is { } large)
        {
            return (null, [large]);
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

        var arrows = Member(root, "connections");
        var connections = arrows.ValueKind == JsonValueKind.Array ? arrows.EnumerateArray().Select(ReadConnection).ToList() : [];
        return (new Definition(id, nodes, connections), problems);
    }

    private static (Node? Node, string? Problem) ReadNode(JsonElement activity)
    {
        var (id, type) = (Text(activity, "id") ?? "", Text(activity, "type") ?? "");
        if (id.Length == 0)
        {
            return (null, "有节点缺少编号。");
        }

        if (Computed(activity) is { } computed)
        {
            return (null, $"节点 {id} 的设置“{computed}”使用了脚本或表达式，只能填写固定值。");
        }

        var step = StepCatalogue.ByType(type);
        var inputs = Inputs(activity, step?.Inputs ?? RoutingBoxes.ByType(type)?.Inputs ?? []);
        var title = Text(Member(activity, "metadata"), "displayText") is { Length: > 0 } shown ? shown : step?.Zh ?? (type == StepCatalogue.Notify ? RoutingBoxes.Notify.Zh : id);
        Node Make(NodeKind kind, params string[] ports) => new(id, kind, step, inputs, ports) { Title = title };
        return (type, step) switch
        {
            (_, { } known) => (new Node(id, NodeKind.Step, known, inputs, known.Outcomes) { Title = title }, null),
            (StepCatalogue.Decide, _) => (Make(NodeKind.Decide, [.. RoutingBoxes.Decide.Ports.Select(p => p.Value)]), null),
            (StepCatalogue.Meet, _) => (Make(NodeKind.Meet, "Done"), null),
            (StepCatalogue.Notify, _) => (Make(NodeKind.Notify, "Done"), null),
            ("Elsa.Start", _) => (Make(NodeKind.Start, "Done"), null),
            ("Elsa.End", _) => (Make(NodeKind.End), null),
            ("Elsa.FlowFork", _) => (Make(NodeKind.Fork, Branches(inputs)), null),
            ("Elsa.FlowJoin", _) when inputs.GetValueOrDefault("mode") == "WaitAll" => (Make(NodeKind.Join, "Done"), null),
            ("Elsa.FlowJoin", _) => (null, $"汇聚节点 {id} 必须明确设为等待全部分支（WaitAll）。"),
            _ => (null, $"节点 {id} 的类型 {type} 不允许使用：只能使用业务环节、通知、判断、汇合、开始、结束、分支与汇聚。"),
        };
    }

    private static Dictionary<string, string> Inputs(JsonElement activity, IReadOnlyList<StepInput> declared)
    {
        var inputs = new Dictionary<string, string>();
        foreach (var (name, expression) in Settings(activity))
        {
            var value = Member(expression, "value");
            if (value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
                inputs[name] = declared.Any(i => i.Name == name && i.IsList) ? Checked(text) : text;
            }
        }

        return inputs;
    }

    /// <summary>The first setting whose value would be worked out by code: hosts differ there, and code is not in the palette.</summary>
    private static string? Computed(JsonElement activity) => Settings(activity)
        .Where(s => s.Expression.ValueKind == JsonValueKind.Object && Text(s.Expression, "type") is not ("Literal" or "Object"))
        .Select(s => s.Name)
        .FirstOrDefault();

    private static IEnumerable<(string Name, JsonElement Expression)> Settings(JsonElement activity) => activity.EnumerateObject()
        .Where(p => !Fixed.Contains(p.Name))
        .Select(p => (p.Name, Member(p.Value, "expression")));

    /// <summary>A check list is saved as a JSON list; written by hand it may be separated by commas.</summary>
    private static string Checked(string text) => text.StartsWith('[') ? string.Join(',', Texts(text)) : text;

    private static string[] Branches(Dictionary<string, string> inputs) => Texts(inputs.GetValueOrDefault("branches", "[]"));

    private static string[] Texts(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(json) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static Connection ReadConnection(JsonElement arrow) => new(
        Text(Member(arrow, "source"), "activity") ?? "",
        Text(Member(arrow, "source"), "port") ?? "Done",
        Text(Member(arrow, "target"), "activity") ?? "");

    private static int Length(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : 0;

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
