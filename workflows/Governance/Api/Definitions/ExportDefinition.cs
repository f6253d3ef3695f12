using System.Text;
using LostCases.Governance.Data;
using LostCases.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Api.Definitions;

/// <summary>GET /elsa/api/workflow-definitions/{definitionId}/export: a version as the file it can be imported from.</summary>
internal static class ExportDefinition
{
    internal static async Task<IResult> HandleAsync(WorkflowDbContext db, string definitionId, string? versionOptions, HttpContext http, CancellationToken ct) =>
        await db.Definitions.AsNoTracking().Where(d => d.DefinitionId == definitionId).Versions(versionOptions).OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct) is { } version
            ? TypedResults.File(Encoding.UTF8.GetBytes(DefinitionView.Whole(version).ToJsonString(Json.Options)), "application/json", $"{version.DefinitionId}-{version.Version}.json")
            : GetDefinition.NotThere(http);
}
