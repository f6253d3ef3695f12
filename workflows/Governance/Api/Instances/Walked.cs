using System.Text.Json;
using LostCases.Governance.Data;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Api.Instances;

/// <summary>An instance with the version it follows and what has happened in it.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Version">Its version.</param>
/// <param name="Boxes">Boxes of the version, by id.</param>
/// <param name="Journal">Lines, in order.</param>
internal sealed record Walked(WorkflowInstance Instance, DefinitionVersion Version, IReadOnlyDictionary<string, Box> Boxes, IReadOnlyList<JournalEntry> Journal)
{
    /// <summary>Reads it; null where there is none.</summary>
    internal static async Task<Walked?> ReadAsync(WorkflowDbContext db, Guid id, CancellationToken ct)
    {
        if (await db.Instances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } instance)
        {
            return null;
        }

        var version = await db.Definitions.AsNoTracking().SingleAsync(d => d.Id == instance.DefinitionVersionId, ct);
        var journal = await db.Journal.AsNoTracking().Where(j => j.InstanceId == id).OrderBy(j => j.Number).ToListAsync(ct);
        return new Walked(instance, version, BoxesOf(version), journal);
    }

    /// <summary>The box of an id; one the version no longer has is named by it alone.</summary>
    internal Box Box(string activityId) => Boxes.GetValueOrDefault(activityId) ?? new Box(activityId, "", activityId);

    private static Dictionary<string, Box> BoxesOf(DefinitionVersion version)
    {
        using var model = JsonDocument.Parse(version.Model);
        var root = model.RootElement.GetProperty("root");
        var above = Text(root, "nodeId") ?? $"Workflow1:{Text(root, "id")}";
        return root.GetProperty("activities").EnumerateArray()
            .Select(a => (Id: Text(a, "id")!, Type: Text(a, "type")!, Node: Text(a, "nodeId")))
            .ToDictionary(a => a.Id, a => new Box(a.Id, a.Type, a.Node ?? $"{above}:{a.Id}"));
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>A box of a version.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its kind.</param>
/// <param name="NodeId">Its id with those of what it lies in.</param>
internal sealed record Box(string Id, string Type, string NodeId);
