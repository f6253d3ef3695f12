using LostCases.Governance.Data;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Local.Definitions;

/// <summary>GET /elsa/api/workflow-definitions/by-definition-id/{id} and …/by-id/{id}: one definition whole.</summary>
internal static class GetDefinition
{
    internal static async Task<IResult> ByDefinitionAsync(WorkflowDbContext db, string definitionId, string? versionOptions, HttpContext http, CancellationToken ct) =>
        Answer(await db.Definitions.AsNoTracking().Where(d => d.DefinitionId == definitionId).Versions(versionOptions).OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct), http);

    internal static async Task<IResult> ByVersionAsync(WorkflowDbContext db, string id, HttpContext http, CancellationToken ct) =>
        Answer(await db.Definitions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct), http);

    internal static IResult NotThere(HttpContext http) =>
        Problems.Bad(http, StatusCodes.Status404NotFound, "DEFINITION_NOT_FOUND", "没有这个流程定义。", "There is no such definition.");

    private static IResult Answer(DefinitionVersion? version, HttpContext http) =>
        version is null ? NotThere(http) : TypedResults.Ok(DefinitionView.Whole(version));
}
