using LostCases.Governance.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Api.Definitions;

/// <summary>GET /elsa/api/workflow-definitions/validation/is-name-unique: whether no other definition has the name.</summary>
internal static class IsNameUnique
{
    internal static async Task<IResult> HandleAsync(WorkflowDbContext db, string? name, string? definitionId, CancellationToken ct) =>
        TypedResults.Ok(new { IsUnique = !await db.Definitions.AnyAsync(d => d.Name == name && d.DefinitionId != definitionId, ct) });
}
