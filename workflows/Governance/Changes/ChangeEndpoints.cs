using LostCases.Governance.Data;
using LostCases.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Changes;

/// <summary>Below <c>/elsa/api/lostcases</c>: the right to edit, and changes that wait for approval.</summary>
internal static class ChangeEndpoints
{
    private const int Listed = 100;

    internal static void Map(RouteGroupBuilder own)
    {
        own.MapPost("/definitions/{definitionId}/lease", TakeAsync).Needs(Rights.WriteDefinitions, "take-editing-lease").ProducesProblem(409);
        own.MapPut("/definitions/{definitionId}/lease", RenewAsync).Needs(Rights.WriteDefinitions, "renew-editing-lease").ProducesProblem(409);
        own.MapDelete("/definitions/{definitionId}/lease", ReleaseAsync).Needs(Rights.WriteDefinitions, "release-editing-lease");
        own.MapGet("/changes", ListAsync).Needs(Rights.ReadDefinitions, "list-changes");
        own.MapPost("/changes/{id:guid}/approve", ApproveAsync).Needs(Rights.PublishDefinitions, "approve-change").ProducesProblem(404).ProducesProblem(409);
        own.MapPost("/changes/{id:guid}/reject", RejectAsync).Needs(Rights.PublishDefinitions, "reject-change").ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> TakeAsync(string definitionId, EditingLeases leases, HttpContext http, CancellationToken ct) =>
        await leases.TakeAsync(definitionId, Actor.From(http.User), ct) is { } lease
            ? TypedResults.Ok(new { lease.LeaseId, lease.ExpiresAt })
            : Problems.Bad(http, StatusCodes.Status409Conflict, "LEASE_TAKEN", "另一名流程管理员正在编辑此流程，您现在只能查看。", "Another administrator is editing this chain; you can only look at it now.");

    private static async Task<IResult> RenewAsync(string definitionId, EditingLeases leases, HttpContext http, CancellationToken ct) =>
        await leases.RenewAsync(definitionId, http.Lease, Actor.From(http.User), ct) is { } lease
            ? TypedResults.Ok(new { lease.LeaseId, lease.ExpiresAt })
            : LeaseProblem.Lost(http);

    private static async Task<IResult> ReleaseAsync(string definitionId, EditingLeases leases, HttpContext http, CancellationToken ct)
    {
        await leases.ReleaseAsync(definitionId, http.Lease, Actor.From(http.User), ct);
        return TypedResults.Ok(new { });
    }

    private static async Task<IResult> ListAsync(WorkflowDbContext db, HttpContext http, CancellationToken ct)
    {
        var changes = await db.ChangeRequests.AsNoTracking().OrderByDescending(c => c.RequestedAt).Take(Listed).ToListAsync(ct);
        var versions = changes.Select(c => c.VersionId).ToList();
        var known = await db.Definitions.AsNoTracking().Where(d => versions.Contains(d.Id)).Select(d => new { d.Id, d.Name, d.Version }).ToDictionaryAsync(d => d.Id, ct);
        var me = Actor.From(http.User).Id;
        return TypedResults.Ok(new
        {
            Items = changes.Select(c => new
            {
                c.Id,
                c.DefinitionId,
                known[c.VersionId].Name,
                known[c.VersionId].Version,
                c.Status,
                c.RequestedAt,
                c.DecidedAt,
                c.Reason,
                IsOwn = c.AuthorId == me,
                c.Hash,
            }),
        });
    }

    private static Task<IResult> ApproveAsync(Guid id, ChangeDecision decision, ChangeDesk desk, WorkflowDbContext db, HttpContext http, CancellationToken ct) =>
        DecideAsync(id, approve: true, decision, desk, db, http, ct);

    private static Task<IResult> RejectAsync(Guid id, ChangeDecision decision, ChangeDesk desk, WorkflowDbContext db, HttpContext http, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(decision.Reason)
            ? Task.FromResult(Problems.Bad(http, StatusCodes.Status400BadRequest, "REASON_MISSING", "退回变更须写明理由。", "A rejection needs its reason.", "reason"))
            : DecideAsync(id, approve: false, decision, desk, db, http, ct);

    private static async Task<IResult> DecideAsync(Guid id, bool approve, ChangeDecision decision, ChangeDesk desk, WorkflowDbContext db, HttpContext http, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var refused = await desk.DecideAsync(id, approve, decision.Reason, Actor.From(http.User), ct);
        if (refused is null)
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return refused switch
        {
            null => TypedResults.Ok(new { Id = id, Status = approve ? ChangeStatus.Approved : ChangeStatus.Rejected }),
            "OWN_CHANGE" => Problems.Bad(http, StatusCodes.Status403Forbidden, refused, "不能审批自己提交的流程变更，须由另一名流程管理员审批。", "Your own change must be decided by another administrator."),
            "CHANGE_NOT_FOUND" => Problems.Bad(http, StatusCodes.Status404NotFound, refused, "没有这项流程变更。", "There is no such change."),
            _ => Problems.Bad(http, StatusCodes.Status409Conflict, refused, "这项流程变更已经处理，或者草稿在申请之后又有修改。", "This change is decided already, or its draft has been changed since."),
        };
    }
}

/// <summary>Decides on a change.</summary>
/// <param name="Reason">Why; needed to reject.</param>
internal sealed record ChangeDecision(string? Reason);
