using System.Text.Json;
using System.Text.Json.Nodes;
using LostCases.Simulator;
using LostCases.Steps;

namespace LostCases.Elsa.Running;

/// <summary>
/// A definition as Elsa is given it: written anew from what the reader understood, so that nothing else a file may say (another start, a
/// box run in the background, a merge mode, variables, code) can reach Elsa.
/// </summary>
internal static class Rendition
{
    private const string JoinMode = "Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core";

    /// <summary>The flowchart in Elsa's JSON.</summary>
    internal static string Of(Definition definition) => new JsonObject
    {
        ["id"] = "root",
        ["type"] = "Elsa.Flowchart",
        ["version"] = 1,
        ["activities"] = new JsonArray([.. definition.Nodes.Values.Select(Box)]),
        ["connections"] = new JsonArray([.. definition.Connections.Select(Arrow)]),
    }.ToJsonString(JsonSerializerOptions.Web);

    private static JsonNode Box(Node node)
    {
        var box = new JsonObject { ["id"] = node.Id, ["name"] = node.Id, ["type"] = Type(node), ["version"] = 1 };
        foreach (var (name, setting) in Settings(node))
        {
            box[name] = setting;
        }

        return box;
    }

    private static string Type(Node node) => node.Kind switch
    {
        NodeKind.Start => "Elsa.Start",
        NodeKind.End => "Elsa.End",
        NodeKind.Fork => "Elsa.FlowFork",
        NodeKind.Join => "Elsa.FlowJoin",
        NodeKind.Decide => StepCatalogue.Decide,
        NodeKind.Meet => StepCatalogue.Meet,
        NodeKind.Notify => StepCatalogue.Notify,
        NodeKind.Step => node.Step!.TypeName,
    };

    private static IEnumerable<(string Name, JsonObject Setting)> Settings(Node node) => node.Kind switch
    {
        NodeKind.Fork => [("branches", Setting("String[]", "Object", JsonSerializer.Serialize(node.Ports)))],
        NodeKind.Join => [("mode", Setting(JoinMode, "Literal", "WaitAll"))],
        NodeKind.Decide or NodeKind.Notify or NodeKind.Step => node.Settings.Where(i => node.Inputs.ContainsKey(i.Name)).Select(i => (i.Name, Setting(i, node.Inputs[i.Name]))),
        NodeKind.Start or NodeKind.End or NodeKind.Meet => [],
    };

    private static JsonObject Setting(StepInput input, string value) => input.IsList
        ? Setting("ICollection<String>", "Object", JsonSerializer.Serialize(value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        : Setting("String", "Literal", value);

    private static JsonObject Setting(string type, string expression, string value) => new()
    {
        ["typeName"] = type,
        ["expression"] = new JsonObject { ["type"] = expression, ["value"] = value },
    };

    private static JsonNode Arrow(Connection arrow) => new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = arrow.Source, ["port"] = arrow.Port },
        ["target"] = new JsonObject { ["activity"] = arrow.Target, ["port"] = "In" },
    };
}
