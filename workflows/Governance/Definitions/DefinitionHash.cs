using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LostCases.Platform;

namespace LostCases.Governance.Definitions;

/// <summary>
/// SHA-256 of a definition: over its JSON with the names of each object in order, since the database keeps them in an order of its own.
/// </summary>
public static class DefinitionHash
{
    /// <summary>The hash of a definition's JSON.</summary>
    public static string Of(string model) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Ordered(JsonNode.Parse(model))?.ToJsonString(Json.Options) ?? "null")));

    private static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject record => new JsonObject(record.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Ordered(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Ordered)]),
        _ => node?.DeepClone(),
    };
}
