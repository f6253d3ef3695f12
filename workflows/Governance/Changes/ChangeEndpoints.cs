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
    private const int Listed = 100, Longest = 2000;

    internal static void Map(RouteGroupBuilder own)
    {
        own.MapPost("/definitions/{definitionId}/lease", TakeAsync).Needs(Rights.WriteDefinitions, "take-editing-lease").ProducesProblem(409);
        own.MapPut("/definitions/{definitionId}/lease", RenewAsync).Needs(Rights.WriteDefinitions, "renew-editing-lease").ProducesProblem(409);
        own.MapDelete("/definitions/{definitionId}/lease", ReleaseAsync).Needs(Rights.WriteDefinitions, "release-editing-lease");
        own.MapGet("/drafts", DraftsAsync).Needs(Rights.ReadDefinitions, "list-drafts");
        own.MapGet("/definitions/{definitionId}/draft", DraftAsync).Needs(Rights.ReadDefinitions, "get-draft").ProducesProblem(404);
        own.MapGet("/definitions/{definitionId}/record", RecordAsync).Needs(Rights.ReadDefinitions, "list-version-record");
        own.MapGet("/changes/{id:guid}", GetAsync).Needs(Rights.ReadDefinitions, "get-change").ProducesProblem(404);
        own.MapPost("/changes/{id:guid}/comments", CommentAsync).Needs(Rights.WriteDefinitions, "comment-change").ProducesProblem(400).ProducesProblem(404);
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
                Author = c.AuthorName,
                Decider = c.DeciderName,
            }),
        });
    }

    /// <summary>Definitions whose newest version is not in force: what somebody is working on.</summary>
    private static async Task<IResult> DraftsAsync(WorkflowDbContext db, CancellationToken ct) => TypedResults.Ok(new
    {
        Items = await db.Definitions.AsNoTracking().Where(d => d.IsLatest && d.PublishedAt == null).OrderBy(d => d.DefinitionId)
            .Select(d => new { d.DefinitionId, d.Name, d.Version, d.Hash, d.CreatedAt }).ToListAsync(ct),
    });

    private static async Task<IResult> DraftAsync(string definitionId, WorkflowDbContext db, HttpContext http, CancellationToken ct) =>
        await db.Definitions.AsNoTracking().SingleOrDefaultAsync(d => d.DefinitionId == definitionId && d.IsLatest, ct) is { } latest
            ? TypedResults.Ok(await Draft.ViewAsync(db, latest, Problems.Language(http), ct))
            : Problems.NotFound(http);

    /// <summary>The versions of a definition with who made, who approved, when and why; and whether each is still what was hashed.</summary>
    private static async Task<IResult> RecordAsync(string definitionId, WorkflowDbContext db, CancellationToken ct)
    {
        var versions = await db.Definitions.AsNoTracking().Where(d => d.DefinitionId == definitionId).OrderByDescending(d => d.Version).ToListAsync(ct);
        var approved = await db.ChangeRequests.AsNoTracking().Where(c => c.DefinitionId == definitionId && c.Status == ChangeStatus.Approved).ToDictionaryAsync(c => c.VersionId, ct);
        return TypedResults.Ok(new
        {
            Items = versions.Select(v => new
            {
                v.Id,
                v.Version,
                v.Hash,
                IsIntact = Definitions.DefinitionHash.Of(v.Model) == v.Hash,
                v.IsPublished,
                v.CreatedAt,
                v.PublishedAt,
                Author = approved.GetValueOrDefault(v.Id)?.AuthorName,
                Approver = approved.GetValueOrDefault(v.Id)?.DeciderName,
                approved.GetValueOrDefault(v.Id)?.RequestedAt,
                approved.GetValueOrDefault(v.Id)?.Reason,
            }),
        });
    }

    private static async Task<IResult> GetAsync(Guid id, WorkflowDbContext db, HttpContext http, CancellationToken ct)
    {
        if (await db.ChangeRequests.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } change)
        {
            return NoChange(http);
        }

        var version = await db.Definitions.AsNoTracking().SingleAsync(d => d.Id == change.VersionId, ct);
        return TypedResults.Ok(new
        {
            change.Id,
            change.Status,
            change.RequestedAt,
            change.DecidedAt,
            change.Reason,
            Author = change.AuthorName,
            Decider = change.DeciderName,
            IsOwn = change.AuthorId == Actor.From(http.User).Id,
            IsAsRequested = version.Hash == change.Hash,
            Draft = await Draft.ViewAsync(db, version, Problems.Language(http), ct),
            Comments = await db.ChangeComments.AsNoTracking().Where(c => c.ChangeId == id).OrderBy(c => c.At).Select(c => new { c.Id, Author = c.AuthorName, c.At, c.Text }).ToListAsync(ct),
        });
    }

    private static async Task<IResult> CommentAsync(Guid id, ChangeRemark remark, WorkflowDbContext db, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(remark.Text) || remark.Text.Length > Longest)
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, "TEXT_MISSING", $"请填写意见，不超过 {Longest} 字。", $"Write a comment of at most {Longest} characters.", "text");
        }

        if (!await db.ChangeRequests.AnyAsync(c => c.Id == id, ct))
        {
            return NoChange(http);
        }

        var comment = new ChangeComment { Id = Guid.CreateVersion7(), ChangeId = id, AuthorId = Actor.From(http.User).Id, AuthorName = http.User.DisplayName, Text = remark.Text.Trim(), At = time.GetUtcNow() };
        db.ChangeComments.Add(comment);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new { comment.Id, Author = comment.AuthorName, comment.At, comment.Text });
    }

    private static IResult NoChange(HttpContext http) =>
        Problems.Bad(http, StatusCodes.Status404NotFound, "CHANGE_NOT_FOUND", "没有这项流程变更。", "There is no such change.");

    private static Task<IResult> ApproveAsync(Guid id, ChangeDecision decision, ChangeDesk desk, WorkflowDbContext db, HttpContext http, CancellationToken ct) =>
        DecideAsync(id, approve: true, decision, desk, db, http, ct);

    private static Task<IResult> RejectAsync(Guid id, ChangeDecision decision, ChangeDesk desk, WorkflowDbContext db, HttpContext http, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(decision.Reason)
            ? Task.FromResult(Problems.Bad(http, StatusCodes.Status400BadRequest, "REASON_MISSING", "退回变更须写明理由。", "A rejection needs its reason.", "reason"))
            : DecideAsync(id, approve: false, decision, desk, db, http, ct);

    private static async Task<IResult> DecideAsync(Guid id, bool approve, ChangeDecision decision, ChangeDesk desk, WorkflowDbContext db, HttpContext http, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var refused = await desk.DecideAsync(id, approve, decision.Reason, Actor.From(http.User), ct, http.User.DisplayName);
        if (refused is null)
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return refused switch
        {
            null => TypedResults.Ok(new { Id = id, Status = approve ? ChangeStatus.Approved : ChangeStatus.Rejected }),
            "OWN_CHANGE" => Problems.Bad(http, StatusCodes.Status403Forbidden, refused, "不能审批自己提交的流程变更，须由另一名流程管理员审批。", "Your own change must be decided by another administrator."),
            "CHANGE_NOT_FOUND" => NoChange(http),
            "DEFINITION_NOT_SOUND" => Problems.Bad(http, StatusCodes.Status409Conflict, refused, "该流程没有通过合法性核验，不能发布；核验结果见变更详情。", "This chain does not pass the gate and is not published; see what it says."),
            _ => Problems.Bad(http, StatusCodes.Status409Conflict, refused, "这项流程变更已经处理，或者草稿在申请之后又有修改。", "This change is decided already, or its draft has been changed since."),
        };
    }
}

/// <summary>Says something about a change.</summary>
/// <param name="Text">In words.</param>
internal sealed record ChangeRemark(string? Text);

/// <summary>Decides on a change.</summary>
/// <param name="Reason">Why; needed to reject.</param>
internal sealed record ChangeDecision(string? Reason);
