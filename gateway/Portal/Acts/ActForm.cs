using System.Text.Json.Nodes;
using LostCases.Portal.Api;

namespace LostCases.Portal.Acts;

/// <summary>A form being filled in: what was typed, what is known of the case, what was refused.</summary>
internal sealed class ActForm(ActDefinition act, CaseDetail detail)
{
    /// <summary>The act.</summary>
    internal ActDefinition Act { get; } = act;

    /// <summary>The case as the form was opened on it.</summary>
    internal CaseDetail Case { get; } = detail;

    /// <summary>What its fields' ids begin with, where several forms stand on one page.</summary>
    internal string Mark { get; init; } = "";

    /// <summary>What is sent, in the shape it is sent in.</summary>
    internal JsonObject Body { get; set; } = [];

    /// <summary>People and findings, for those who may read them.</summary>
    internal IReadOnlyList<Examined> Persons { get; set; } = [];

    /// <summary>Transfers, for those who may read them.</summary>
    internal IReadOnlyList<TransferMade> Transfers { get; set; } = [];

    /// <summary>The newest transfer of each finding that has no result yet.</summary>
    internal IEnumerable<TransferMade> Waiting => Transfers.GroupBy(t => t.FindingId).Select(g => g.MaxBy(t => t.Number)!).Where(t => t.ResultOn is null);

    /// <summary>People exempted, for those who may read of them.</summary>
    internal IReadOnlyList<ExemptPerson> Exempt { get; set; } = [];

    /// <summary>Defects of the newest return.</summary>
    internal IReadOnlyList<string> Defects { get; set; } = [];

    /// <summary>Documents of the case in the act's service.</summary>
    internal List<CaseFile> Files { get; } = [];

    /// <summary>Names of organisations by id, as far as they were met.</summary>
    internal Dictionary<string, string> Units { get; } = detail.Parties.DistinctBy(p => p.OrganisationId).ToDictionary(p => p.OrganisationId.ToString(), p => p.Name);

    /// <summary>What was refused, by the path of its field.</summary>
    internal Dictionary<string, string> Errors { get; } = [];

    /// <summary>What fields may be, to be confirmed one by one or together.</summary>
    internal IReadOnlyList<Suggestion> Suggestions { get; set; } = [];

    /// <summary>Whether something is on its way to the service.</summary>
    internal bool Busy { get; set; }

    /// <summary>Whether what was typed is kept as a draft.</summary>
    internal bool Kept { get; set; }

    /// <summary>Why it was refused when it was last sent; null where it was not.</summary>
    internal Fault? Refused { get; private set; }

    /// <summary>Key it is sent under: once, however often it is sent.</summary>
    internal string Key { get; private set; } = Guid.NewGuid().ToString("N");

    /// <summary>Somebody changed something: the page keeps it and draws anew.</summary>
    internal Action Changed { get; set; } = () => { };

    /// <summary>What is sent: fields that are asked, without what was left empty.</summary>
    internal JsonObject Sent()
    {
        var sent = Clean(Act.Fields, Body);
        if (Body["on"]?.ToString() is { Length: > 0 } on)
        {
            sent["on"] = on;
            sent["backdatingReason"] = Body["backdatingReason"]?.ToString();
        }

        return sent;
    }

    /// <summary>Whether all that is asked is there; what is missing is marked with the sentence, what was refused before is forgotten.</summary>
    internal bool IsComplete(string required)
    {
        Refused = null;
        Errors.Clear();
        foreach (var path in Missing(Act.Fields, Body, ""))
        {
            Errors[path] = required;
        }

        return Errors.Count == 0;
    }

    /// <summary>It was refused: the sentence goes to its field. Another request may be sent under another key; one that may have arrived keeps its own.</summary>
    internal void Refuse(Fault fault)
    {
        Refused = fault;
        Key = fault.Kind == FaultKind.Unavailable ? Key : Guid.NewGuid().ToString("N");
        if (fault is { Field: { } field, Sentence: { } sentence } && Exists(field))
        {
            Errors[field] = sentence;
        }
    }

    /// <summary>Suggestions that can be taken together: of fields still empty, those with one alone.</summary>
    internal IReadOnlyList<Suggestion> Agreed() =>
        [.. Suggestions.GroupBy(s => s.Field).Where(g => g.DistinctBy(s => s.Value).Count() == 1 && IsEmpty(Body[g.Key])).Select(g => g.First())];

    /// <summary>A person confirms what was suggested: only now it stands in the field.</summary>
    internal void Take(Suggestion suggestion)
    {
        if (suggestion.Name is { } name)
        {
            Units[suggestion.Value] = name;
        }

        Body[suggestion.Field] = suggestion.Value;
        Errors.Remove(suggestion.Field);
    }

    /// <summary>Findings in the order in which the report names the people, as far as it may be read.</summary>
    internal IEnumerable<FindingCodes> InReportsOrder(IEnumerable<FindingCodes> findings) =>
        findings.OrderBy(f => Persons.TakeWhile(p => p.FindingId != f.FindingId).Count());

    /// <summary>What a finding is called: the person's name where it may be read.</summary>
    internal string NameOf(string? findingId, Func<DateOnly, string> transfer)
    {
        var person = Persons.FirstOrDefault(p => p.FindingId.ToString() == findingId);
        return person is not null ? person.Name
            : Exempt.FirstOrDefault(e => e.FindingId.ToString() == findingId) is { Said: [.., var said] } ? said.PersonName
            : Transfers.FirstOrDefault(t => t.FindingId.ToString() == findingId) is { } sent ? transfer(sent.SentOn)
            : findingId?[..8] ?? "";
    }

    private JsonObject Clean(IEnumerable<Field> fields, JsonObject owner)
    {
        var clean = new JsonObject();
        foreach (var field in fields.Where(f => f.When(owner, this)))
        {
            if (Value(field, owner[field.Name]) is { } value)
            {
                clean[field.Name] = value;
            }
        }

        foreach (var (name, value) in owner.Where(p => p.Key is "findingId" or "sanction"))
        {
            clean[name] ??= value?.DeepClone();
        }

        return clean;
    }

    private JsonNode? Value(Field field, JsonNode? value) => (field, value) switch
    {
        (Group group, JsonObject inner) => Clean(group.Fields, inner),
        (Rows rows, JsonArray list) => Each(rows.Fields, list),
        (PerFinding rows, JsonArray list) => Each(rows.Fields, list),
        (PerSanction rows, JsonArray list) => Each(rows.Fields, list),
        (Items or Days or Answers, JsonArray list) => new JsonArray([.. list.Select(i => i?.ToString().Trim()).Where(i => field is Answers || i is { Length: > 0 }).Select(i => (JsonNode?)JsonValue.Create(i ?? ""))]),
        (Rows or PerFinding or PerSanction or Items or Days or Answers or ManyOf or Party { Many: true } or Files { Many: true } or Unit { Many: true }, null) => new JsonArray(),
        (Text, not null) when string.IsNullOrWhiteSpace(value.ToString()) => null,
        (_, null) => null,
        _ => value.DeepClone(),
    };

    private JsonArray Each(Field[] fields, JsonArray list) => new([.. list.OfType<JsonObject>().Select(o => (JsonNode?)Clean(fields, o))]);

    private IEnumerable<string> Missing(IEnumerable<Field> fields, JsonObject owner, string path) => fields.Where(f => f.When(owner, this)).SelectMany(field =>
    {
        var (at, value) = (path + field.Name, owner[field.Name]);
        IEnumerable<string> Inner(Field[] of, JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>().SelectMany((o, n) => Missing(of, o, $"{at}[{n}]."));
        return field switch
        {
            Group group => Missing(group.Fields, value as JsonObject ?? [], at + "."),
            Rows rows => ((value as JsonArray)?.Count ?? 0) < rows.Least ? [at] : Inner(rows.Fields, value),
            PerFinding rows => Inner(rows.Fields, value),
            PerSanction rows => Inner(rows.Fields, value),
            Answers => (value as JsonArray ?? []).Select((a, n) => (a, n)).Where(x => string.IsNullOrWhiteSpace(x.a?.ToString())).Select(x => $"{at}[{x.n}]"),
            { Optional: true } => [],
            _ => IsEmpty(value) ? [at] : [],
        };
    });

    private bool Exists(string path) => Catalogue.Backdating.Concat(Act.Fields).Any(f =>
        path == f.Name || path.StartsWith(f.Name + ".", StringComparison.Ordinal) || path.StartsWith(f.Name + "[", StringComparison.Ordinal));

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray list => list.All(i => string.IsNullOrWhiteSpace(i?.ToString())),
        _ => string.IsNullOrWhiteSpace(value.ToString()),
    };
}
