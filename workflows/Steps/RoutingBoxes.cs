namespace LostCases.Steps;

/// <summary>A kind of box of ours that asks nobody and only leads on (流程走向).</summary>
public sealed record RoutingBox
{
    /// <summary>Type name in a definition.</summary>
    public required string TypeName { get; init; }

    /// <summary>Chinese name.</summary>
    public required string Zh { get; init; }

    /// <summary>English name.</summary>
    public required string En { get; init; }

    /// <summary>What it is, in Chinese.</summary>
    public required string About { get; init; }

    /// <summary>What it is, in English.</summary>
    public required string AboutEn { get; init; }

    /// <summary>Ports it can be left by, with their words.</summary>
    public required IReadOnlyList<StepOption> Ports { get; init; }

    /// <summary>What an administrator may set on it.</summary>
    public IReadOnlyList<StepInput> Inputs { get; init; } = [];

    /// <summary>Whether it does something and stands among the steps to insert; else it only leads on.</summary>
    public bool IsInserted { get; init; }
}

/// <summary>The boxes besides the steps and Elsa's own, declared once: hosts draw them, the simulator walks them.</summary>
public static class RoutingBoxes
{
    /// <summary>How a decision may compare.</summary>
    public static IReadOnlyList<StepOption> Comparisons { get; } =
        [new("Equals", "等于", "is"), new("NotEquals", "不等于", "is not"), new("Contains", "包含", "contains")];

    /// <summary>Reads a fact and leaves by True or False (判断).</summary>
    public static RoutingBox Decide { get; } = new()
    {
        TypeName = StepCatalogue.Decide,
        Zh = "判断",
        En = "Decide",
        About = "按案件事实选择走向",
        AboutEn = "Chooses the way by a fact of the case",
        Ports = [PortNames.Of("True"), PortNames.Of("False")],
        Inputs =
        [
            new("fact", "案件事实", "Fact", "dropdown", [.. RoutingFacts.All.Select(RoutingFacts.InWords)]),
            new("operator", "比较方式", "Comparison", "dropdown", [.. Comparisons]),
            new("value", "比较值（代码）", "Value (a code)", "singleline"),
        ],
    };

    /// <summary>What a notice may say (通知模板); the portal has the words.</summary>
    public static IReadOnlyList<StepOption> NoticeTemplates { get; } =
    [
        new("FOR_INFORMATION", "知悉：案件办理进展", "For information: how the case goes on"),
        new("PREPARE_MATERIALS", "请准备材料", "Please prepare materials"),
        new("REPORT_HANDED_IN", "责任分析报告已报审", "The report has been handed in"),
        new("REVIEW_COMPLETED", "审核已完成", "The review is complete"),
        new("DISPOSED", "处理决定已作出", "The decisions have been made"),
        new("SENT_FOR_RECORD", "抄送备查", "Sent for the record"),
    ];

    /// <summary>Tells its participants by a template and goes on without waiting (通知).</summary>
    public static RoutingBox Notify { get; } = new()
    {
        TypeName = StepCatalogue.Notify,
        Zh = "通知",
        En = "Notify",
        About = "告知有关单位，不等待答复",
        AboutEn = "Tells those concerned and does not wait",
        Ports = [PortNames.Of("Done")],
        Inputs =
        [
            new("template", "通知模板", "Template", "dropdown", [.. NoticeTemplates]),
            new("text", "补充说明", "Besides", "multiline"),
            new("participants", "通知对象", "Who is told", "checklist", Participation.All),
        ],
        IsInserted = true,
    };

    /// <summary>The box of a type name that is no step; null where there is none.</summary>
    public static RoutingBox? ByType(string typeName) => typeName switch
    {
        StepCatalogue.Decide => Decide,
        StepCatalogue.Meet => Meet,
        StepCatalogue.Notify => Notify,
        _ => null,
    };

    /// <summary>Where the arms of one branch meet (汇合): passes each arriving token on.</summary>
    public static RoutingBox Meet { get; } = new()
    {
        TypeName = StepCatalogue.Meet,
        Zh = "汇合",
        En = "Meet",
        About = "几条走向在此合为一条",
        AboutEn = "Paths become one",
        Ports = [PortNames.Of("Done")],
    };
}
