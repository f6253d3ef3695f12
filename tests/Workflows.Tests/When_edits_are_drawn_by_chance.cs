using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using LostCases.Governance.Gate;
using LostCases.Rules;
using LostCases.Simulator;

namespace LostCases.Workflows.Tests;

/// <summary>Chains edited by chance: the gate says what a walk of every way says.</summary>
public sealed class When_edits_are_drawn_by_chance
{
    private static readonly string[] Facts = [Fact.County, Fact.JointRequired, Fact.Opinion, Fact.Returns, Fact.TransfersPending, Fact.Filed];
    private static readonly string[] Values = ["TRUE", "FALSE", "AGREE", "DISAGREE", "1", "2", "0", ""];
    private static readonly Gen<(int What, int Where, int Whither)[]> Strokes = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 999], Gen.Int[0, 999]).Array[1, 4];

    [Fact]
    public void The_gate_agrees_with_a_walk_of_every_way()
    {
        var (compared, refused) = (0, 0);
        Gen.Select(Gen.Bool, Strokes).Sample(
            drawn =>
            {
                var (definition, _) = DefinitionReader.Read(JsonSerializer.SerializeToElement(Draw(drawn.Item1, drawn.Item2)));
                if (definition is null || LawfulEditGate.Examine(definition) is not { } found || found.Any(f => f.Rule is ChainRule.LoopWaits or ChainRule.Provable) || BruteForce.Of(definition) is not { } walked)
                {
                    return true;
                }

                Interlocked.Increment(ref compared);
                refused += walked.Count > 0 ? 1 : 0;
                return walked.SetEquals(found.Select(f => f.Rule));
            },
            iter: 1500, threads: 1);
        Assert.InRange(compared, 100, 1500);
        Assert.InRange(refused, 50, compared - 10);
    }

    private static JsonNode Draw(bool forked, (int What, int Where, int Whither)[] strokes)
    {
        var model = (forked ? new Edited() : Edits.Straight()).Model;
        var (boxes, arrows) = (model["root"]!["activities"]!.AsArray(), model["root"]!["connections"]!.AsArray());
        foreach (var ((what, where, whither), number) in strokes.Select((s, i) => (s, i)))
        {
            var arrow = arrows[where % arrows.Count]!;
            var box = boxes[whither % boxes.Count]!["id"]!.GetValue<string>();
            switch (what)
            {
                case 0:
                    arrow["target"]!["activity"] = box;
                    break;
                case 1:
                    Insert(boxes, arrows, arrow, new JsonObject { ["id"] = $"vote{number}", ["type"] = "LostCases.Approval" }, "Approved", "Rejected", box);
                    break;
                case 2:
                    Insert(boxes, arrows, arrow, new JsonObject
                    {
                        ["id"] = $"asks{number}",
                        ["type"] = "LostCases.Decide",
                        ["fact"] = Literal(Facts[where % Facts.Length]),
                        ["operator"] = Literal("Equals"),
                        ["value"] = Literal(Values[whither % Values.Length]),
                    }, "True", "False", box);
                    break;
                case 3:
                    Skip(boxes, arrows, box);
                    break;
            }
        }

        return model;
    }

    private static void Insert(JsonArray boxes, JsonArray arrows, JsonNode arrow, JsonObject box, string first, string second, string elsewhere)
    {
        var id = box["id"]!.GetValue<string>();
        var target = arrow["target"]!["activity"]!.GetValue<string>();
        boxes.Add(box);
        arrow["target"]!["activity"] = id;
        arrows.Add(Arrow(id, first, target));
        arrows.Add(Arrow(id, second, elsewhere));
    }

    private static void Skip(JsonArray boxes, JsonArray arrows, string id)
    {
        var box = boxes.Single(b => b!["id"]!.GetValue<string>() == id)!;
        var leaving = arrows.Where(a => a!["source"]!["activity"]!.GetValue<string>() == id).ToList();
        if (leaving.Count == 0 || id is "start" or "fork" or "join")
        {
            return;
        }

        var target = leaving[0]!["target"]!["activity"]!.GetValue<string>();
        leaving.ForEach(a => arrows.Remove(a));
        foreach (var arrow in arrows.Where(a => a!["target"]!["activity"]!.GetValue<string>() == id))
        {
            arrow!["target"]!["activity"] = target;
        }

        boxes.Remove(box);
    }

    private static JsonObject Arrow(string source, string port, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };

    private static JsonObject Literal(string value) => new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };
}
