using LostCases.Governance.Changes;
using LostCases.Governance.Data;
using LostCases.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Api.Definitions;

/// <summary>GET /elsa/api/workflow-definitions/by-definition-id/{id} and …/by-id/{id}: one definition whole; readonly for whoever has no right to edit it.</summary>
internal static class GetDefinition
{
    internal static async Task<IResult> ByDefinitionAsync(WorkflowDbContext db, EditingLeases leases, string definitionId, string? versionOptions, HttpContext http, CancellationToken ct)
    {
        var version = await db.Definitions.AsNoTracking().Where(d => d.DefinitionId == definitionId).Versions(versionOptions).OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct);
        return await AnswerAsync(version, leases, http, ct);
    }

    internal static async Task<IResult> ByVersionAsync(WorkflowDbContext db, EditingLeases leases, string id, HttpContext http, CancellationToken ct) =>
        await AnswerAsync(await db.Definitions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct), leases, http, ct);

    internal static IResult NotThere(HttpContext http) =>
        Problems.Bad(http, StatusCodes.Status404NotFound, "DEFINITION_NOT_FOUND", "没有这个流程定义。", "There is no such definition.");

    private static async Task<IResult> AnswerAsync(DefinitionVersion? version, EditingLeases leases, HttpContext http, CancellationToken ct) => version is null
        ? NotThere(http)
        : TypedResults.Ok(DefinitionView.Whole(version, isReadonly: await leases.HeldAsync(version.DefinitionId, http.Lease, Actor.From(http.User), ct) is null));
}
