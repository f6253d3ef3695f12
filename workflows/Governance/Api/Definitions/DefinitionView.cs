using System.Globalization;
using System.Text.Json.Nodes;
using LostCases.Governance.Data;

namespace LostCases.Governance.Api.Definitions;

/// <summary>A version of a definition as Elsa's API shows it.</summary>
internal static class DefinitionView
{
    private const string ToolVersion = "3.8.2";

    /// <summary>A line of a list.</summary>
    internal static object Summary(DefinitionVersion v) => new
    {
        Links = Links(v.DefinitionId),
        IsMaterializerAvailable = true,
        v.Id,
        v.DefinitionId,
        v.Name,
        v.Version,
        v.IsLatest,
        v.IsPublished,
        ToolVersion,
        MaterializerName = "Json",
        v.CreatedAt,
        IsReadonly = false,
    };

    /// <summary>The whole definition; Studio lets nobody edit one that is readonly.</summary>
    internal static JsonNode Whole(DefinitionVersion v, bool isReadonly = false)
    {
        var node = JsonNode.Parse(v.Model)!;
        node["id"] = v.Id;
        node["name"] = v.Name;
        node["definitionId"] = v.DefinitionId;
        node["version"] = v.Version;
        node["isLatest"] = v.IsLatest;
        node["isPublished"] = v.IsPublished;
        node["createdAt"] = v.CreatedAt.ToString("O", CultureInfo.InvariantCulture);
        node["toolVersion"] ??= ToolVersion;
        node["isReadonly"] = isReadonly;
        node["isSystem"] = false;
        node["links"] = new JsonArray([.. Links(v.DefinitionId).Select(l => (JsonNode)new JsonObject { ["href"] = l.Href, ["rel"] = l.Rel, ["method"] = l.Method })]);
        return node;
    }

    /// <summary>The versions an option of Elsa's API means; the newest where none is given.</summary>
    internal static IQueryable<DefinitionVersion> Versions(this IQueryable<DefinitionVersion> all, string? option) => option switch
    {
        "Published" => all.Where(d => d.IsPublished),
        "LatestOrPublished" or "LatestAndPublished" => all.Where(d => d.IsLatest || d.IsPublished),
        "Draft" => all.Where(d => d.IsLatest && !d.IsPublished),
        "AllVersions" or "All" => all,
        _ when int.TryParse(option, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => all.Where(d => d.Version == number),
        _ => all.Where(d => d.IsLatest),
    };

    /// <summary>What may be done with it; Studio shows its buttons by these.</summary>
    private static Link[] Links(string id) =>
    [
        new($"/workflow-definitions/{id}", "self", "GET"),
        new($"/workflow-definitions/by-definition-id/{id}", "self", "GET"),
        new($"/workflow-definitions/{id}/versions", "versions", "GET"),
        new($"/workflow-definitions/{id}/execute", "execute", "POST"),
        new($"/workflow-definitions/{id}/export", "export", "POST"),
        new($"/workflow-definitions/{id}/publish", "publish", "POST"),
        new($"/workflow-definitions/{id}/import", "import", "PUT"),
    ];

    private sealed record Link(string Href, string Rel, string Method);
}
