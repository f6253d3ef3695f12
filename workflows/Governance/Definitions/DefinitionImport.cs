using System.Text.Json;
using LostCases.Governance.Data;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Definitions;

/// <summary>Imports and publishes the definitions that come with the product, at the first start.</summary>
public static class DefinitionImport
{
    /// <summary>Imports every file whose definition is not there yet.</summary>
    public static async Task RunAsync(string? folder, WorkflowDbContext db, DefinitionPublisher publisher)
    {
        if (string.IsNullOrEmpty(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var model = JsonDocument.Parse(await File.ReadAllTextAsync(file));
            var id = model.RootElement.GetProperty("definitionId").GetString();
            if (await db.Definitions.AnyAsync(d => d.DefinitionId == id))
            {
                continue;
            }

            await using var transaction = await db.Database.BeginTransactionAsync();
            var (_, problems) = await publisher.SaveAsync(model.RootElement, publish: true, actor: null, CancellationToken.None);
            if (problems.Count > 0)
            {
                throw new InvalidOperationException($"{file}: {string.Join(' ', problems)}");
            }

            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
    }
}
