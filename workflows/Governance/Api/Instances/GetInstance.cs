using LostCases.Governance.Data;
using LostCases.Platform;
using Microsoft.AspNetCore.Http;

namespace LostCases.Governance.Api.Instances;

/// <summary>GET /elsa/api/workflow-instances/{id}, …/execution-state and …/variables: one instance; its variables are the facts it copies for routing.</summary>
internal static class GetInstance
{
    internal static async Task<IResult> HandleAsync(WorkflowDbContext db, string id, HttpContext http, CancellationToken ct) =>
        await FindAsync(db, id, ct) is { } walked ? TypedResults.Ok(InstanceView.Whole(walked)) : NotThere(http);

    internal static async Task<IResult> StateAsync(WorkflowDbContext db, string id, HttpContext http, CancellationToken ct) =>
        await FindAsync(db, id, ct) is { Instance: var instance }
            ? TypedResults.Ok(new { Status = InstanceView.Status(instance.State), SubStatus = InstanceView.SubStatus(instance.State), instance.UpdatedAt })
            : NotThere(http);

    internal static async Task<IResult> VariablesAsync(WorkflowDbContext db, string id, HttpContext http, CancellationToken ct)
    {
        if (await FindAsync(db, id, ct) is not { } walked)
        {
            return NotThere(http);
        }

        var facts = walked.Instance.State.Facts.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new { Id = f.Key, Name = f.Key, f.Value }).ToList();
        return TypedResults.Ok(new { Items = facts, facts.Count });
    }

    internal static async Task<Walked?> FindAsync(WorkflowDbContext db, string id, CancellationToken ct) =>
        Guid.TryParse(id, out var guid) ? await Walked.ReadAsync(db, guid, ct) : null;

    internal static IResult NotThere(HttpContext http) =>
        Problems.Bad(http, StatusCodes.Status404NotFound, "INSTANCE_NOT_FOUND", "没有这个流程实例。", "There is no such workflow instance.");
}
