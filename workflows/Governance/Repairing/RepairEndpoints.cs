using LostCases.Governance.Data;
using LostCases.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Repairing;

/// <summary>Below <c>/elsa/api/lostcases</c>: instances that are stuck, and what two people do about them.</summary>
internal static class RepairEndpoints
{
    private const int Listed = 100, Longest = 2000;

    internal static void Map(RouteGroupBuilder own)
    {
        own.MapGet("/troubles", TroubledInstances.HandleAsync).Needs(Rights.ReadInstances, "list-troubled-instances").ProducesProblem(400);
        own.MapGet("/repairs", ListAsync).Needs(Rights.ReadInstances, "list-repairs");
        own.MapPost("/instances/{id:guid}/repairs", RequestAsync).Needs(Rights.CancelInstances, "request-repair").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        own.MapPost("/repairs/{id:guid}/approve", ApproveAsync).Needs(Rights.CancelInstances, "approve-repair").ProducesProblem(404).ProducesProblem(409);
        own.MapPost("/repairs/{id:guid}/reject", RejectAsync).Needs(Rights.CancelInstances, "reject-repair").ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> ListAsync(WorkflowDbContext db, HttpContext http, CancellationToken ct)
    {
        var me = Actor.From(http.User).Id;
        var repairs = await db.Repairs.AsNoTracking().OrderByDescending(r => r.RequestedAt).Take(Listed).ToListAsync(ct);
        var ids = repairs.Select(r => r.InstanceId).ToList();
        var names = await db.Instances.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Name, ct);
        return TypedResults.Ok(new
        {
            Items = repairs.Select(r => new
            {
                r.Id,
                r.InstanceId,
                Name = names.GetValueOrDefault(r.InstanceId),
                r.Action,
                r.StepId,
                r.Reason,
                r.Status,
                Author = r.AuthorName,
                Decider = r.DeciderName,
                r.RequestedAt,
                r.DecidedAt,
                IsOwn = r.AuthorId == me,
            }),
        });
    }

    private static async Task<IResult> RequestAsync(Guid id, RepairAsked asked, RepairDesk desk, WorkflowDbContext db, HttpContext http, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(asked.Reason) || asked.Reason.Length > Longest)
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, "REASON_MISSING", "处置流程实例须写明理由。", "A repair needs its reason.", "reason");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (repair, refused) = await desk.RequestAsync(id, asked.Action, asked.StepId, asked.Reason.Trim(), Actor.From(http.User), http.User.DisplayName, ct);
        if (repair is null)
        {
            return Refusal(http, refused!);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new { repair.Id, repair.Status });
    }

    private static Task<IResult> ApproveAsync(Guid id, RepairDesk desk, WorkflowDbContext db, OutboxSignal signal, HttpContext http, CancellationToken ct) => DecideAsync(id, approve: true, desk, db, signal, http, ct);

    private static Task<IResult> RejectAsync(Guid id, RepairDesk desk, WorkflowDbContext db, OutboxSignal signal, HttpContext http, CancellationToken ct) => DecideAsync(id, approve: false, desk, db, signal, http, ct);

    private static async Task<IResult> DecideAsync(Guid id, bool approve, RepairDesk desk, WorkflowDbContext db, OutboxSignal signal, HttpContext http, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await desk.DecideAsync(id, approve, Actor.From(http.User), http.User.DisplayName, ct) is { } refused)
        {
            return Refusal(http, refused);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise();
        return TypedResults.Ok(new { Id = id, Status = approve ? ChangeStatus.Approved : ChangeStatus.Rejected });
    }

    private static IResult Refusal(HttpContext http, string code) => code switch
    {
        "INSTANCE_NOT_FOUND" => Problems.Bad(http, StatusCodes.Status404NotFound, code, "没有这个流程实例。", "There is no such instance."),
        "REPAIR_NOT_FOUND" => Problems.Bad(http, StatusCodes.Status404NotFound, code, "没有这项处置申请。", "There is no such repair."),
        "OWN_REPAIR" => Problems.Bad(http, StatusCodes.Status403Forbidden, code, "不能审批自己提出的处置，须由另一名流程管理员审批。", "Your own repair must be decided by another administrator."),
        "STEP_UNKNOWN" => Problems.Bad(http, StatusCodes.Status400BadRequest, code, "请选择该实例所用流程版本中的环节。", "Choose a step of the version the instance runs.", "stepId"),
        "INSTANCE_ENDED" => Problems.Bad(http, StatusCodes.Status409Conflict, code, "该流程实例已经结束，不需要处置。", "This instance has ended."),
        "REPAIR_PENDING" => Problems.Bad(http, StatusCodes.Status409Conflict, code, "该流程实例已有一项处置等待审批。", "A repair of this instance waits for a decision already."),
        _ => Problems.Bad(http, StatusCodes.Status409Conflict, code, "这项处置已经处理。", "This repair is decided already."),
    };
}

/// <summary>Asks for a repair.</summary>
/// <param name="Action">Retry or SetToStep.</param>
/// <param name="StepId">The box it is to be set to.</param>
/// <param name="Reason">Why.</param>
internal sealed record RepairAsked(RepairAction Action, string? StepId, string? Reason);
