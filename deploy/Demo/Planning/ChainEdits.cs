using System.Text.Json.Nodes;

namespace LostCases.Demo;

/// <summary>What the demo's administrators do to the chains (流程变更), as edits of the definitions the product ships.</summary>
internal static class ChainEdits
{
    /// <summary>The main chain.</summary>
    internal const string Main = "case-accountability";

    /// <summary>The chain of corrections.</summary>
    internal const string Correction = "correction";

    private const int Width = 180, Height = 50;

    /// <summary>Version 2: people are reminded of the disposition earlier and once more.</summary>
    internal static JsonNode RemindEarlier(JsonNode model)
    {
        Box(model, "dispose")["reminderDays"] = Text("8,3,1");
        return model;
    }

    /// <summary>Version 3: the court is told when the review is complete.</summary>
    internal static JsonNode TellTheCourt(JsonNode model)
    {
        var told = Add(model, "tell-court", "LostCases.Notify", "告知法院审核已完成", 640, 320);
        told["participants"] = new JsonObject
        {
            ["typeName"] = "ICollection<String>",
            ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = """["COURT:COURT_LIAISON"]""" },
        };
        told["template"] = Text("REVIEW_COMPLETED");
        Lead(model, "review", "Completed", "tell-court");
        Connect(model, "tell-court", "Done", "fork");
        return model;
    }

    /// <summary>The draft that waits: the committee of the legal body approves before the opinion is sent (法制审核委员会会签).</summary>
    internal static JsonNode AskTheCommittee(JsonNode model)
    {
        var committee = Add(model, "committee", "LostCases.Approval", "法制审核委员会会签", 880, -60);
        committee["mode"] = Text("ALL");
        committee["seats"] = Text("2");
        committee["template"] = Text("请就审核意见书发表会签意见。");
        Lead(model, "fork", "反馈处理", "committee");
        Connect(model, "committee", "Approved", "send-feedback");
        Connect(model, "committee", "Rejected", "committee");
        return model;
    }

    /// <summary>The draft that is refused: the corrected case would be closed without being disposed of anew.</summary>
    internal static JsonNode SkipTheDisposition(JsonNode model)
    {
        Lead(model, "start", "Done", "close-case");
        var boxes = model["root"]!["activities"]!.AsArray();
        boxes.Remove(Box(model, "redispose"));
        var arrows = Arrows(model);
        arrows.Remove(arrows.Single(a => a!["source"]!["activity"]!.GetValue<string>() == "redispose"));
        return model;
    }

    private static JsonNode Box(JsonNode model, string id) => model["root"]!["activities"]!.AsArray().Single(a => a!["id"]!.GetValue<string>() == id)!;

    private static JsonArray Arrows(JsonNode model) => model["root"]!["connections"]!.AsArray();

    private static JsonObject Add(JsonNode model, string id, string type, string title, int x, int y)
    {
        var box = new JsonObject
        {
            ["id"] = id,
            ["nodeId"] = $"{model["definitionId"]!.GetValue<string>()}:root:{id}",
            ["name"] = id,
            ["type"] = type,
            ["version"] = 1,
            ["customProperties"] = new JsonObject { ["canStartWorkflow"] = false, ["runAsynchronously"] = false },
            ["metadata"] = new JsonObject
            {
                ["displayText"] = title,
                ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = x, ["y"] = y }, ["size"] = new JsonObject { ["width"] = Width, ["height"] = Height } },
            },
        };
        model["root"]!["activities"]!.AsArray().Add(box);
        return box;
    }

    /// <summary>Leads a port's arrow to another box.</summary>
    private static void Lead(JsonNode model, string box, string port, string target) =>
        Arrows(model).Single(a => a!["source"]!["activity"]!.GetValue<string>() == box && a["source"]!["port"]!.GetValue<string>() == port)!["target"]!["activity"] = target;

    private static void Connect(JsonNode model, string box, string port, string target) => Arrows(model).Add((JsonNode)new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = box, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        ["vertices"] = new JsonArray(),
    });

    private static JsonObject Text(string value) => new()
    {
        ["typeName"] = "String",
        ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
    };
}
