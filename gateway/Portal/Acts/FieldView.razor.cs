using System.Text.Json.Nodes;
using LostCases.Platform;
using LostCases.Portal.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace LostCases.Portal.Acts;

/// <summary>Draws one field of a form and writes what is entered into the object that is sent.</summary>
public sealed partial class FieldView
{
    /// <summary>The field.</summary>
    [Parameter]
    [EditorRequired]
    public required object Of { get; set; }

    /// <summary>Object it is a property of.</summary>
    [Parameter]
    [EditorRequired]
    public required JsonObject Owner { get; set; }

    /// <summary>Where the property is, as refusals name it.</summary>
    [Parameter]
    [EditorRequired]
    public required string Path { get; set; }

    /// <summary>The form.</summary>
    [Parameter]
    [EditorRequired]
    public required object Within { get; set; }

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private Field Field => (Field)Of;

    private ActForm Form => (ActForm)Within;

    private DateOnly Today => BusinessTime.Today(Time);

    private string Id => "f-" + Form.Mark + Path.Replace('[', '-').Replace("].", "-", StringComparison.Ordinal).Replace(']', '-').Replace('.', '-');

    private string Label => Words[$"form.{Field.Label}"];

    private string? Error => Form.Errors.GetValueOrDefault(Path);

    private string? Value => Owner[Field.Name]?.ToString();

    private bool IsGroup => Field is YesNo or Scale or ManyOf or Party { Many: true } or Items or Days or Answers or Files or Unit { Many: true };

    private Dictionary<string, object> Described => Error is null ? [] : new() { ["aria-invalid"] = "true", ["aria-describedby"] = $"{Id}-error" };

    private List<string> Listed => [.. (Owner[Field.Name] as JsonArray ?? []).Select(i => i?.ToString() ?? "")];

    private IReadOnlyList<string> ChosenUnits => Field is Unit { Many: true } ? Listed : Value is { Length: > 0 } one ? [one] : [];

    private IReadOnlyList<string> ChosenFiles => Field is Files { Many: true } ? Listed : Value is { Length: > 0 } one ? [one] : [];

    private JsonObject Inner()
    {
        if (Owner[Field.Name] is JsonObject there)
        {
            return there;
        }

        var made = new JsonObject();
        Owner[Field.Name] = made;
        return made;
    }

    private List<JsonObject> Objects() => [.. (Owner[Field.Name] as JsonArray ?? []).OfType<JsonObject>()];

    private JsonArray List()
    {
        if (Owner[Field.Name] is JsonArray there)
        {
            return there;
        }

        var made = new JsonArray();
        Owner[Field.Name] = made;
        return made;
    }

    private void Put(ChangeEventArgs e) => PutText(e.Value?.ToString());

    private void PutText(string? text) => Set(string.IsNullOrEmpty(text) ? null : JsonValue.Create(text));

    private void TakeSuggested(Suggestion suggestion)
    {
        Form.Take(suggestion);
        Form.Changed();
    }

    /// <summary>What a suggestion says, in words.</summary>
    private string Told(Suggestion suggestion) => suggestion.Name ?? (Field is OneOf one ? Words.Code(one.Kind, suggestion.Value) : suggestion.Value);

    private void PutNumber(ChangeEventArgs e) => Set(int.TryParse(e.Value?.ToString(), out var number) ? JsonValue.Create(number) : null);

    private void PutItem(int n, string? text)
    {
        var list = List();
        while (list.Count <= n)
        {
            list.Add(JsonValue.Create(""));
        }

        list[n] = text ?? "";
        Forget($"{Path}[{n}]");
    }

    private void PutUnits(IReadOnlyList<string> ids) => Choose(ids, Field is Unit { Many: true });

    private void PutFiles(IReadOnlyList<string> ids) => Choose(ids, Field is Files { Many: true });

    private void Choose(IReadOnlyList<string> ids, bool many) =>
        Set(many ? new JsonArray([.. ids.Select(i => (JsonNode?)JsonValue.Create(i))]) : ids.Count > 0 ? JsonValue.Create(ids[^1]) : null);

    private void Toggle(string code, bool on) => Choose([.. Listed.Where(i => i != code), .. on ? [code] : Array.Empty<string>()], many: true);

    private void Add(JsonNode? item)
    {
        List().Add(item);
        Forget(Path);
    }

    private void Remove(JsonObject row)
    {
        List().Remove(row);
        Forget(Path);
    }

    private void RemoveAt(int n)
    {
        List().RemoveAt(n);
        Forget(Path);
    }

    private void Set(JsonNode? value)
    {
        Owner[Field.Name] = value;
        Forget(Path);
    }

    /// <summary>What was refused about it no longer holds.</summary>
    private void Forget(string path)
    {
        Form.Errors.Remove(path);
        Form.Changed();
    }

    private IEnumerable<CaseParty> Parties(Party party) => Form.Case.Parties.Where(p => party.Relations.Contains(p.Relation)).DistinctBy(p => p.OrganisationId);

    private IEnumerable<string> Findings(Finding finding) => (finding.Of switch
    {
        FindingsOf.Case => Form.Case.Findings.Select(f => f.FindingId),
        FindingsOf.Outside => Form.Case.Findings.Where(f => f.Authority != "AGENCY").Select(f => f.FindingId),
        FindingsOf.Transferred => Form.Waiting.Where(t => t.ReturnedOn is null).Select(t => t.FindingId),
        FindingsOf.Returned => Form.Waiting.Where(t => t.ReturnedOn is not null).Select(t => t.FindingId),
        FindingsOf.ToRecognise => Form.Exempt.Where(e => e.Standing is "CLAIMED" or "CANCELLED").Select(e => e.FindingId),
        FindingsOf.Recognised => Form.Exempt.Where(e => e.Standing == "RECOGNISED").Select(e => e.FindingId),
    }).Select(id => id.ToString());

    private string NameOf(string? finding) => Form.NameOf(finding, on => Words.Format("form.transferOf", Texts.Words.Table(on)));

    private RenderFragment Radio(string key, string label, JsonNode value) => b => Choice(b, "radio", key, label, Value == value.ToString(), _ => Set(value.DeepClone()));

    private RenderFragment Tick(string code, string label) => b => Choice(b, "checkbox", code, label, Listed.Contains(code), on => Toggle(code, on));

    private void Choice(RenderTreeBuilder b, string type, string key, string label, bool on, Action<bool> set)
    {
        b.OpenElement(0, "label");
        b.AddAttribute(1, "class", "choice");
        b.OpenElement(2, "input");
        b.AddAttribute(3, "type", type);
        b.AddAttribute(4, "name", Id);
        b.AddAttribute(5, "value", key);
        b.AddAttribute(6, "checked", on);
        b.AddAttribute(7, "onchange", EventCallback.Factory.Create<ChangeEventArgs>(this, e => set(e.Value is true or "on" || type == "radio")));
        b.CloseElement();
        b.AddContent(8, label);
        b.CloseElement();
    }
}
