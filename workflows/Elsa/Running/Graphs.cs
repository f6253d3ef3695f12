using System.Collections.Concurrent;
using System.Text.Json;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Entities;
using Elsa.Workflows.Management.Filters;
using Elsa.Workflows.Management.Materializers;
using Elsa.Workflows.Models;
using LostCases.Governance.Data;
using LostCases.Simulator;

namespace LostCases.Elsa.Running;

/// <summary>Definitions as Elsa stores and runs them; published versions never change, so their graphs are kept in memory.</summary>
internal sealed class Graphs(IWorkflowDefinitionStore store, IWorkflowDefinitionService definitions, IActivityRegistryPopulator palette)
{
    private static readonly ConcurrentDictionary<string, WorkflowGraph> Built = new();

    /// <summary>The graph of a version.</summary>
    internal async Task<WorkflowGraph> OfAsync(string versionId, CancellationToken ct)
    {
        var version = await store.FindAsync(new WorkflowDefinitionFilter { Id = versionId }, ct)
            ?? throw new InvalidOperationException($"Elsa does not have {versionId}.");
        var key = $"{versionId} {version.StringData!.GetHashCode(StringComparison.Ordinal)}";
        if (Built.TryGetValue(key, out var known))
        {
            return known;
        }

        // A message may come before Elsa's own start-up has filled the palette.
        await palette.EnsureRegistryPopulatedAsync(ct);
        return Built.GetOrAdd(key, await definitions.MaterializeWorkflowAsync(version, ct));
    }

    /// <summary>Stores a version for Elsa; a draft that is not sound never runs, so Elsa never has it.</summary>
    internal async Task KeepAsync(DefinitionVersion version, CancellationToken ct)
    {
        using var model = JsonDocument.Parse(version.Model);
        if (DefinitionReader.Read(model.RootElement).Definition is not { } definition)
        {
            return;
        }

        await store.SaveAsync(
            new WorkflowDefinition
            {
                Id = version.Id,
                DefinitionId = version.DefinitionId,
                Version = version.Version,
                Name = version.Name,
                IsLatest = version.IsLatest,
                IsPublished = version.IsPublished,
                CreatedAt = version.CreatedAt,
                ToolVersion = new Version(3, 8, 0),
                MaterializerName = JsonWorkflowMaterializer.MaterializerName,
                StringData = Rendition.Of(definition),
            },
            ct);
    }
}
