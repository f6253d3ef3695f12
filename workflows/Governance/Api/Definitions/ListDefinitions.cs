using LostCases.Governance.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Api.Definitions;

/// <summary>GET /elsa/api/workflow-definitions: the definitions, by name or number, a page at a time.</summary>
internal static class ListDefinitions
{
    private const int Most = 100;

    internal static async Task<IResult> HandleAsync(
        WorkflowDbContext db, string? versionOptions, [FromQuery(Name = "Ids")] string[]? ids, string? searchTerm, int? page, int? pageSize, string? orderDirection, CancellationToken ct)
    {
        var found = db.Definitions.AsNoTracking().Versions(versionOptions);
        if (ids is { Length: > 0 })
        {
            found = db.Definitions.AsNoTracking().Where(d => ids.Contains(d.Id));
        }

        if (!string.IsNullOrWhiteSpace(searchTerm))
        {
            found = found.Where(d => EF.Functions.ILike(d.Name, $"%{searchTerm}%") || EF.Functions.ILike(d.DefinitionId, $"%{searchTerm}%"));
        }

        var ordered = orderDirection == "Descending" ? found.OrderByDescending(d => d.DefinitionId) : found.OrderBy(d => d.DefinitionId);
        var size = Math.Clamp(pageSize ?? Most, 1, Most);
        var items = await ordered.ThenByDescending(d => d.Version).Skip(Math.Max(0, page ?? 0) * size).Take(size).ToListAsync(ct);
        return TypedResults.Ok(new { Items = items.Select(DefinitionView.Summary), TotalCount = await found.CountAsync(ct), Links = Array.Empty<object>() });
    }
}
