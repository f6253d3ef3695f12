using System.Collections.Concurrent;
using System.Text.Json;
using LostCases.Governance.Data;
using LostCases.Simulator;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Definitions;

/// <summary>Definitions as the simulator walks them; published versions never change, so they are kept in memory.</summary>
public sealed class DefinitionStore(WorkflowDbContext db)
{
    private static readonly ConcurrentDictionary<string, Definition> Read = new();

    /// <summary>Id of the version new cases run.</summary>
    /// <exception cref="InvalidOperationException">Nothing is published under this id.</exception>
    public async Task<string> PublishedAsync(string definitionId, CancellationToken ct) =>
        await db.Definitions.Where(d => d.DefinitionId == definitionId && d.IsPublished).Select(d => d.Id).SingleOrDefaultAsync(ct)
        ?? throw new InvalidOperationException($"No version of {definitionId} is published.");

    /// <summary>A version, read.</summary>
    public async Task<Definition> LoadAsync(string versionId, CancellationToken ct)
    {
        var version = await db.Definitions.AsNoTracking().Where(d => d.Id == versionId).Select(d => new { d.Model, d.Hash }).SingleAsync(ct);
        return Read.GetOrAdd($"{versionId} {version.Hash}", _ =>
        {
            using var json = JsonDocument.Parse(version.Model);
            var (definition, problems) = DefinitionReader.Read(json.RootElement);
            return definition ?? throw new InvalidOperationException(string.Join(' ', problems));
        });
    }
}
