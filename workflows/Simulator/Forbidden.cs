using System.Text.Json;
using LostCases.Steps;

namespace LostCases.Simulator;

/// <summary>
/// What may not even be kept as a draft: boxes that run code, call out, touch files or set timers, and values worked out by a script,
/// wherever in the file they stand; and files with more in them than anybody could draw.
/// </summary>
public static class Forbidden
{
    private static readonly string[] Routing = ["Elsa.Flowchart", "Elsa.Start", "Elsa.End", "Elsa.FlowFork", "Elsa.FlowJoin", StepCatalogue.Decide, StepCatalogue.Meet, StepCatalogue.Notify];

    /// <summary>Values that are written down. One written as JSON is data: it stops publishing, not saving.</summary>
    private static readonly string[] Written = ["Literal", "Object", "Json"];

    /// <summary>Sentences told at most: a file full of scripts is no list to work through.</summary>
    private const int Most = 20;

    /// <summary>What is forbidden in a definition, in Chinese; nothing where it may be kept.</summary>
    public static IReadOnlyList<string> In(JsonElement model) => DefinitionReader.TooLarge(model) is { } large ? [large] : [.. Find(model).Distinct().Take(Most)];

    /// <summary>Whether every text in it can be read and kept: no half of a character, no NUL.</summary>
    public static bool IsReadable(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(p => IsText(() => p.Name) && IsReadable(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(IsReadable),
        JsonValueKind.String => IsText(element.GetString),
        _ => true,
    };

    private static bool IsText(Func<string?> read)
    {
        try
        {
            return read() is { } text && !text.Contains('\0', StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return false; // half of a surrogate pair
        }
    }

    private static IEnumerable<string> Find(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Twice(element).Concat(Here(element)).Concat(element.EnumerateObject().SelectMany(p => Is(p, "expression") ? Expression(p.Value) : Find(p.Value))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Find),
        _ => [],
    };

    /// <summary>Names that readers could take for one another, of which each would read another.</summary>
    private static IEnumerable<string> Twice(JsonElement element) =>
        element.EnumerateObject().GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Skip(1).Any()).Select(g => $"同一处写了不止一个“{g.Key}”，只能保留一个。");

    /// <summary>A box is what has an id and a type.</summary>
    private static IEnumerable<string> Here(JsonElement element) =>
        Text(element, "type") is { } type && Text(element, "id") is { } id && StepCatalogue.ByType(type) is null && !Routing.Contains(type)
            ? [$"节点 {id} 的类型 {type} 不允许使用：只能使用业务环节、通知、判断、汇合、开始、结束、分支与汇聚。"]
            : [];

    private static IEnumerable<string> Expression(JsonElement expression) =>
        Text(expression, "type") is { } type && !Written.Contains(type)
            ? [$"不允许使用脚本或表达式（{type}），只能填写固定值。"]
            : [];

    /// <summary>Names are compared as the most lenient reader would.</summary>
    private static bool Is(JsonProperty property, string name) => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonElement element, string name) => element.ValueKind != JsonValueKind.Object ? null
        : element.EnumerateObject().Where(p => Is(p, name) && p.Value.ValueKind == JsonValueKind.String).Select(p => p.Value.GetString()).FirstOrDefault();
}
