using System.Text.Json;
using System.Text.Json.Nodes;
using LostCases.Governance.Data;
using LostCases.Governance.Gate;
using LostCases.Governance.Running;
using LostCases.Platform;
using LostCases.Simulator;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Definitions;

/// <summary>Saves drafts and publishes versions. A published version is immutable; running cases stay on theirs.</summary>
public sealed class DefinitionPublisher(WorkflowDbContext db, IEngine engine, AuditTrail audit, TimeProvider time)
{
    private const int LongestName = 200;

    /// <summary>Saves a definition, publishing it where asked and sound; otherwise says in Chinese what is wrong. What runs code is not even kept as a draft.</summary>
    public async Task<(DefinitionVersion? Saved, IReadOnlyList<string> Problems)> SaveAsync(
        JsonElement model, bool publish, Actor? actor, CancellationToken ct)
    {
        if (Forbidden.In(model) is { Count: > 0 } forbidden)
        {
            return (null, forbidden);
        }

        var problems = Problems(model);
        if (publish && problems.Count > 0)
        {
            return (null, problems);
        }

        if (Name(model) is { Length: > LongestName })
        {
            return (null, [$"流程名称不超过 {LongestName} 字。"]);
        }

        var id = Text(model, "definitionId");
        if (string.IsNullOrWhiteSpace(id))
        {
            return (null, ["流程定义缺少编号（definitionId）。"]);
        }

        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({id}))", ct);
        var versions = await db.Definitions.Where(d => d.DefinitionId == id).OrderByDescending(d => d.Version).ToListAsync(ct);
        var saved = versions.FirstOrDefault() is { PublishedAt: null } draft ? draft : Add(id, versions, actor);
        Write(saved, model);
        if (publish)
        {
            Publish(saved, versions);
        }

        await engine.KeepAsync([.. versions.Where(v => v != saved), saved], ct);
        await audit.AddAsync(Subject(id), publish ? "DefinitionPublished" : "DefinitionSaved", actor,
            new { saved.Id, saved.Hash }, ct);
        return (saved, problems);
    }

    /// <summary>What keeps a definition from being published: it cannot be walked, or the gate has found a way around the law.</summary>
    public static IReadOnlyList<string> Problems(JsonElement model)
    {
        var (definition, problems) = DefinitionReader.Read(model);
        return definition is null ? problems : [.. LawfulEditGate.Examine(definition).Select(f => f.Zh)];
    }

    /// <summary>What keeps a saved version from being published.</summary>
    public static IReadOnlyList<string> ProblemsOf(DefinitionVersion version)
    {
        using var json = JsonDocument.Parse(version.Model);
        return Problems(json.RootElement);
    }

    /// <summary>Publishes a draft as it stands; the version published before stays with the cases that run on it.</summary>
    public async Task PublishAsync(DefinitionVersion draft, Actor approver, CancellationToken ct)
    {
        var versions = await db.Definitions.Where(d => d.DefinitionId == draft.DefinitionId).ToListAsync(ct);
        Publish(draft, versions);
        await engine.KeepAsync(versions, ct);
        await audit.AddAsync(Subject(draft.DefinitionId), "DefinitionPublished", approver, new { draft.Id, draft.Hash }, ct);
    }

    /// <summary>What a definition's audit entries are about.</summary>
    internal static Guid Subject(string definitionId) => Steps.WorkflowIds.Instance(definitionId, Guid.Empty, Guid.Empty);

    private void Publish(DefinitionVersion version, List<DefinitionVersion> all)
    {
        all.ForEach(v => v.IsPublished = false);
        version.IsPublished = true;
        version.PublishedAt = time.GetUtcNow();
    }

    private DefinitionVersion Add(string id, List<DefinitionVersion> versions, Actor? actor)
    {
        var number = versions.Select(v => v.Version).FirstOrDefault() + 1;
        versions.ForEach(v => v.IsLatest = false);
        var added = new DefinitionVersion
        {
            Id = $"{id}:{number}",
            DefinitionId = id,
            Version = number,
            Name = id,
            Model = "{}",
            Hash = "",
            IsLatest = true,
            AuthorId = actor?.Id,
            CreatedAt = time.GetUtcNow(),
        };
        db.Definitions.Add(added);
        return added;
    }

    private static string? Name(JsonElement model) => Text(model, "name");

    private static string? Text(JsonElement model, string name) =>
        model.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void Write(DefinitionVersion version, JsonElement model)
    {
        var text = JsonNode.Parse(model.GetRawText())!.ToJsonString(Json.Options);
        version.Name = Name(model) ?? version.DefinitionId;
        version.Model = text;
        version.Hash = DefinitionHash.Of(text);
    }
}
