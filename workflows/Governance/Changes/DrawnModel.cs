using System.Text.Json;
using LostCases.Steps;

namespace LostCases.Governance.Changes;

/// <summary>Boxes and arrows as they lie on the canvas, in its units, also of a definition that cannot be walked.</summary>
internal static class DrawnModel
{
    private const double Width = 180, Height = 50;

    internal static object Of(JsonElement model)
    {
        var root = Member(model, "root");
        return new { Boxes = List(Member(root, "activities")).Select(Box).ToList(), Arrows = List(Member(root, "connections")).Select(Arrow).ToList() };
    }

    private static object Box(JsonElement box)
    {
        var designer = Member(Member(box, "metadata"), "designer");
        var (position, size) = (Member(designer, "position"), Member(designer, "size"));
        var id = Text(box, "id") ?? "";
        return new
        {
            Id = id,
            Title = Text(Member(box, "metadata"), "displayText") is { Length: > 0 } shown ? shown : StepCatalogue.ByType(Text(box, "type") ?? "")?.Zh ?? id,
            X = Number(position, "x", 0),
            Y = Number(position, "y", 0),
            Width = Number(size, "width", Width),
            Height = Number(size, "height", Height),
        };
    }

    private static object Arrow(JsonElement arrow) => new
    {
        Source = Text(Member(arrow, "source"), "activity"),
        Port = Text(Member(arrow, "source"), "port"),
        Target = Text(Member(arrow, "target"), "activity"),
    };

    private static JsonElement[] List(JsonElement list) => list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static JsonElement Member(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static double Number(JsonElement element, string name, double otherwise) =>
        Member(element, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && number != 0 ? number : otherwise;
}
