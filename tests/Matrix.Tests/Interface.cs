using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace LostCases.MatrixTests;

/// <summary>What the running services say of themselves: their endpoints, and the smallest body each takes.</summary>
public sealed class Interface
{
    private readonly Dictionary<string, (JsonNode Document, JsonNode Operation)> _operations = [];

    public IEnumerable<string> Endpoints => _operations.Keys;

    public static async Task<Interface> ReadAsync(HttpClient http)
    {
        var read = new Interface();
        foreach (var service in Services())
        {
            var document = (await http.GetFromJsonAsync<JsonNode>(new Uri($"/api/{service}/openapi.json", UriKind.Relative)))!;
            foreach (var (path, operations) in document["paths"]!.AsObject())
            {
                foreach (var (method, operation) in operations!.AsObject())
                {
                    read._operations[$"{method.ToUpperInvariant()} {path}"] = (document, operation!);
                }
            }
        }

        return read;
    }

    public string? OperationId(string endpoint) => _operations.TryGetValue(endpoint, out var found) ? found.Operation["operationId"]?.GetValue<string>() : null;

    public bool TakesFile(string endpoint) => _operations.TryGetValue(endpoint, out var found) && found.Operation["requestBody"]?["content"]?["multipart/form-data"] is not null;

    /// <summary>The required fields alone, each with the smallest value its schema allows; null where no body is taken.</summary>
    public JsonObject? Smallest(string endpoint) =>
        _operations.TryGetValue(endpoint, out var found) && found.Operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema
            ? Value(found.Document, schema)!.AsObject()
            : null;

    /// <summary>Every process but the pages and the way in has an interface for programs.</summary>
    private static IEnumerable<string> Services() => File.ReadLines(Path.Combine(Repository.Root, "deploy", "processes.tsv"))
        .Where(l => !l.StartsWith('#')).Select(l => l.Split('\t')[0]).Except(["portal", "gateway"]);

    private static JsonNode? Value(JsonNode document, JsonNode schema)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            return Value(document, reference.Split('/')[1..].Aggregate(document, (node, name) => node[name]!));
        }

        if ((schema["anyOf"] ?? schema["oneOf"] ?? schema["allOf"])?.AsArray() is { } choices)
        {
            return Value(document, choices.Last(c => c!["type"]?.ToString() != "null")!);
        }

        if (schema["enum"] is JsonArray names)
        {
            return names.First(n => n is not null)!.DeepClone();
        }

        return Type(schema) switch
        {
            "object" => new JsonObject((schema["required"]?.AsArray() ?? []).Select(n => n!.GetValue<string>())
                .Select(n => KeyValuePair.Create(n, Value(document, schema["properties"]![n]!)))),
            "array" => new JsonArray([.. Enumerable.Range(0, schema["minItems"]?.GetValue<int>() ?? 0).Select(_ => Value(document, schema["items"]!))]),
            "integer" or "number" => schema["minimum"]?.DeepClone() ?? 1,
            "boolean" => false,
            _ => Text(schema),
        };
    }

    private static string? Type(JsonNode schema) =>
        schema["type"] is JsonArray several ? several.Select(t => t!.GetValue<string>()).First(t => t != "null") : schema["type"]?.GetValue<string>();

    private static JsonValue Text(JsonNode schema) => schema["format"]?.GetValue<string>() switch
    {
        "uuid" => JsonValue.Create(Guid.NewGuid()),
        "date" => JsonValue.Create("2026-05-11"),
        _ => JsonValue.Create(new string('某', Math.Max(1, schema["minLength"]?.GetValue<int>() ?? 1))),
    };
}
