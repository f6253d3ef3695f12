using System.Text.Json;
using System.Text.Json.Nodes;
using LostCases.Simulator;

namespace LostCases.Workflows.Tests;

/// <summary>
/// Definitions in few lines: <c>id Type name=value …</c> is a box, <c>source[:port] &gt; target</c> an arrow. Types without a
/// dot are steps.
/// </summary>
internal static class Drawing
{
    internal static string Shipped { get; } = File.ReadAllText(Path.Combine(Servers.Repository, "workflows", "definitions", "case-accountability.json"));

    /// <summary>The shipped chain with an approval before the report.</summary>
    internal static JsonNode WithApproval()
    {
        var model = JsonNode.Parse(Shipped)!;
        model["root"]!["activities"]!.AsArray().Add(new JsonObject { ["id"] = "approve", ["type"] = "LostCases.Approval" });
        var arrows = model["root"]!["connections"]!.AsArray();
        arrows.Single(a => a!["source"]!["activity"]!.GetValue<string>() == "investigate")!["target"]!["activity"] = "approve";
        foreach (var (port, target) in new[] { ("Approved", "submit-report"), ("Rejected", "approve") })
        {
            arrows.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = "approve", ["port"] = port },
                ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
            });
        }

        return model;
    }

    internal static Definition Read(string drawing)
    {
        var (definition, problems) = DefinitionReader.Read(Model(drawing));
        Assert.Empty(problems);
        return definition!;
    }

    internal static IReadOnlyList<string> Problems(string drawing) => DefinitionReader.Read(Model(drawing)).Problems;

    internal static JsonElement Model(string drawing)
    {
        var (boxes, arrows) = (new JsonArray(), new JsonArray());
        foreach (var words in drawing.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split(' ')))
        {
            if (words[1] == ">")
            {
                var from = words[0].Split(':');
                arrows.Add(new JsonObject
                {
                    ["source"] = new JsonObject { ["activity"] = from[0], ["port"] = from.Length > 1 ? from[1] : "Done" },
                    ["target"] = new JsonObject { ["activity"] = words[2], ["port"] = "In" },
                });
                continue;
            }

            var box = new JsonObject { ["id"] = words[0], ["type"] = words[1].Contains('.', StringComparison.Ordinal) ? words[1] : $"LostCases.{words[1]}" };
            foreach (var setting in words.Skip(2).Select(w => w.Split('=', 2)))
            {
                box[setting[0]] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = setting[1] } };
            }

            boxes.Add(box);
        }

        var model = new JsonObject
        {
            ["definitionId"] = "drawn",
            ["root"] = new JsonObject { ["type"] = "Elsa.Flowchart", ["activities"] = boxes, ["connections"] = arrows },
        };
        return JsonSerializer.SerializeToElement(model);
    }

    internal static Definition ReadShipped()
    {
        using var json = JsonDocument.Parse(Shipped);
        var (definition, problems) = DefinitionReader.Read(json.RootElement);
        Assert.Empty(problems);
        return definition!;
    }
}
