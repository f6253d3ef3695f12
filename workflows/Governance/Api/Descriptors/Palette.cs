using System.Text.Json.Nodes;
using LostCases.Steps;

namespace LostCases.Governance.Api.Descriptors;

/// <summary>The kinds of box the canvas has: the steps, the decision, and Elsa's flowchart, start, end, fork and join. Nothing that runs code.</summary>
internal static class Palette
{
    private static readonly Words Procedure = new("办案环节", "Steps of the procedure");
    private static readonly Words Inserted = new("可插入环节", "Steps to insert");
    private static readonly Words Routing = new("流程走向", "Routing");

    /// <summary>All kinds in a language; organisations that are known may take part beside those that stand in a relation to the case.</summary>
    internal static IReadOnlyList<ActivityDescriptor> In(string language, IReadOnlyList<StepOption> organisations) =>
    [
        .. StepCatalogue.All.Select(k => Step(k, organisations, language)),
        Route(RoutingBoxes.Notify, organisations, language),
        Route(RoutingBoxes.Decide, organisations, language),
        Route(RoutingBoxes.Meet, organisations, language),
        Box("Elsa.Start", new("开始", "Start"), new("案件由此进入流程", "Where the case comes in"), language) with { IsStart = true },
        Box("Elsa.End", new("结束", "End"), new("流程到此结束", "Where the chain ends"), language) with { IsTerminal = true },
        Box("Elsa.FlowFork", new("并行分支", "Fork"), new("各分支同时办理", "Branches run side by side"), language) with
        {
            Inputs = [new() { Name = "Branches", DisplayName = new Words("分支名称", "Branches").In(language), UiHint = "dynamic-outcomes", TypeName = "List<String>", Order = 0 }],
        },
        Box("Elsa.FlowJoin", new("并行汇聚", "Join"), new("等待全部分支办完", "Waits for every branch"), language) with
        {
            Inputs = [Choice("Mode", new("汇聚方式", "Mode"), [("WaitAll", new Words("等待全部分支", "Wait for all").In(language))], 0, language) with { TypeName = "FlowJoinMode", DefaultValue = "WaitAll" }],
        },
        Box("Elsa.Flowchart", new("流程图", "Flowchart"), new("环节与连线", "Boxes and arrows"), language) with
        {
            IsContainer = true, IsBrowsable = false, Ports = [new("Start", "Start", "Embedded", IsBrowsable: false)],
        },
        Box("Elsa.Workflow", new("流程", "Workflow"), new("一个流程", "A workflow"), language) with
        {
            IsBrowsable = false, Ports = [new("Root", "Root", "Embedded", IsBrowsable: false)],
        },
    ];

    private static ActivityDescriptor Step(StepKind kind, IReadOnlyList<StepOption> organisations, string language) => new()
    {
        TypeName = kind.TypeName,
        Category = (kind.Clause == "–" ? Inserted : Procedure).In(language),
        DisplayName = new Words(kind.Zh, kind.En).In(language),
        Description = new Words(kind.About, kind.AboutEn).In(language) + (kind.Clause == "–" ? "" : $" · {kind.Clause}"),
        Inputs = Inputs(kind.Inputs, organisations, language),
        Ports = [.. kind.Outcomes.Select(o => new PortDescriptor(o, Outcome(o).In(language)))],
    };

    private static ActivityDescriptor Route(RoutingBox box, IReadOnlyList<StepOption> organisations, string language) => Box(box.TypeName, new(box.Zh, box.En), new(box.About, box.AboutEn), language) with
    {
        Category = (box.IsInserted ? Inserted : Routing).In(language),
        Inputs = Inputs(box.Inputs, organisations, language),
        Ports = [.. box.Ports.Select(p => new PortDescriptor(p.Value, new Words(p.Zh, p.En).In(language)))],
    };

    private static ActivityDescriptor Box(string type, Words name, Words about, string language) => new()
    {
        TypeName = type,
        Category = Routing.In(language),
        DisplayName = name.In(language),
        Description = about.In(language),
    };

    private static IReadOnlyList<InputDescriptor> Inputs(IReadOnlyList<StepInput> inputs, IReadOnlyList<StepOption> organisations, string language) =>
        [.. inputs.Select((input, order) => Input(input with { Options = input.Options == Participation.All ? [.. input.Options, .. organisations] : input.Options }, order, language))];

    private static InputDescriptor Input(StepInput input, int order, string language)
    {
        var items = input.Options.Select(o => (o.Value, new Words(o.Zh, o.En).In(language)));
        return new()
        {
            Name = char.ToUpperInvariant(input.Name[0]) + input.Name[1..],
            DisplayName = new Words(input.Zh, input.En).In(language),
            UiHint = input.UiHint,
            UiSpecifications = Offer(input.UiHint, items),
            TypeName = input.IsList ? "ICollection<String>" : "String",
            Order = order,
        };
    }

    private static InputDescriptor Choice(string name, Words label, IEnumerable<(string Value, string Text)> items, int order, string language) => new()
    {
        Name = name,
        DisplayName = label.In(language),
        UiHint = "dropdown",
        UiSpecifications = Offer("dropdown", items),
        Order = order,
    };

    private static JsonObject Offer(string hint, IEnumerable<(string Value, string Text)> items)
    {
        JsonArray List() => [.. items.Select(i => new JsonObject { ["text"] = i.Text, ["value"] = i.Value })];
        return hint switch
        {
            "dropdown" => new() { ["dropdown"] = new JsonObject { ["selectList"] = new JsonObject { ["items"] = List() } } },
            "checklist" => new() { ["checklist"] = new JsonObject { ["checkList"] = new JsonObject { ["items"] = List() } } },
            _ => [],
        };
    }

    private static Words Outcome(string port) => new(PortNames.Of(port).Zh, PortNames.Of(port).En);
}
