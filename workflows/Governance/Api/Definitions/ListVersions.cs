using LostCases.Governance.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Api.Definitions;

/// <summary>GET /elsa/api/workflow-definitions/{definitionId}/versions: every version, newest first.</summary>
internal static class ListVersions
{
    internal static async Task<IResult> HandleAsync(WorkflowDbContext db, string definitionId, CancellationToken ct)
    {
        var versions = await db.Definitions.AsNoTracking().Where(d => d.DefinitionId == definitionId).OrderByDescending(d => d.Version).ToListAsync(ct);
        return TypedResults.Ok(new { Items = versions.Select(DefinitionView.Summary), TotalCount = versions.Count });
    }
}
