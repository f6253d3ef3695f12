using System.Text.Json;
using System.Text.Json.Nodes;
using LostCases.Simulator;

namespace LostCases.Workflows.Tests;

/// <summary>A shipped chain with edits as an administrator makes them on the canvas.</summary>
internal sealed class Edited
{
    private readonly JsonNode _model;

    internal Edited(string chain = "case-accountability") =>
        _model = JsonNode.Parse(File.ReadAllText(Path.Combine(Servers.Repository, "workflows", "definitions", $"{chain}.json")))!;

    internal JsonNode Model => _model;

    private JsonArray Boxes => _model["root"]!["activities"]!.AsArray();

    private JsonArray Arrows => _model["root"]!["connections"]!.AsArray();

    internal Definition Read()
    {
        var (definition, problems) = DefinitionReader.Read(JsonSerializer.SerializeToElement(_model));
        Assert.Empty(problems);
        return definition!;
    }

    /// <summary>Takes a box out; what led to it leads on to where its port led.</summary>
    internal Edited Drop(string id, string port = "Done")
    {
        var target = Arrows.Single(a => Source(a) == id && Port(a) == port)!["target"]!["activity"]!.GetValue<string>();
        foreach (var arrow in Arrows.Where(a => Source(a) == id).ToList())
        {
            Arrows.Remove(arrow);
        }

        foreach (var arrow in Arrows.Where(a => a!["target"]!["activity"]!.GetValue<string>() == id))
        {
            arrow!["target"]!["activity"] = target;
        }

        Boxes.Remove(Boxes.Single(b => b!["id"]!.GetValue<string>() == id));
        return this;
    }

    /// <summary>Takes boxes and their arrows out.</summary>
    internal Edited Erase(params string[] ids)
    {
        foreach (var arrow in Arrows.Where(a => ids.Contains(Source(a)) || ids.Contains(a!["target"]!["activity"]!.GetValue<string>())).ToList())
        {
            Arrows.Remove(arrow);
        }

        foreach (var box in Boxes.Where(b => ids.Contains(b!["id"]!.GetValue<string>())).ToList())
        {
            Boxes.Remove(box);
        }

        return this;
    }

    internal Edited Box(string id, string type, params (string Name, string Value)[] settings)
    {
        Boxes.Add(new JsonObject { ["id"] = id, ["type"] = type.Contains('.', StringComparison.Ordinal) ? type : $"LostCases.{type}" });
        return Set(id, settings);
    }

    internal Edited Set(string id, params (string Name, string Value)[] settings)
    {
        var box = Boxes.Single(b => b!["id"]!.GetValue<string>() == id)!;
        foreach (var (name, value) in settings)
        {
            var kind = value.StartsWith('[') ? "Object" : "Literal";
            box[name] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = kind, ["value"] = value } };
        }

        return this;
    }

    /// <summary>Draws arrows, each <c>source:port target</c>, in place of the one the port had.</summary>
    internal Edited Lead(params string[] arrows)
    {
        foreach (var (from, to) in arrows.Select(a => a.Split(' ')).Select(w => (w[0].Split(':'), w[1])))
        {
            var port = from.Length > 1 ? from[1] : "Done";
            if (Arrows.SingleOrDefault(a => Source(a) == from[0] && Port(a) == port) is { } old)
            {
                Arrows.Remove(old);
            }

            Arrows.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = from[0], ["port"] = port },
                ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
            });
        }

        return this;
    }

    /// <summary>Puts an approval between a port and where it leads; a rejection is voted on again.</summary>
    internal Edited Approve(string id, string source, string port, params (string Name, string Value)[] settings)
    {
        var target = Arrows.Single(a => Source(a) == source && Port(a) == port)!["target"]!["activity"]!.GetValue<string>();
        return Box(id, "Approval", settings).Lead($"{source}:{port} {id}", $"{id}:Approved {target}", $"{id}:Rejected {id}");
    }

    private static string Source(JsonNode? arrow) => arrow!["source"]!["activity"]!.GetValue<string>();

    private static string Port(JsonNode? arrow) => arrow!["source"]!["port"]!.GetValue<string>();
}
