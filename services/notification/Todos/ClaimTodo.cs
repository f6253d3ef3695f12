using System.ComponentModel;
using LostCases.Notification.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Notification.Todos;

/// <summary>Takes a to-do (认领), or hands it to a colleague (转办).</summary>
public sealed record ClaimTodo
{
    /// <summary>Whom to hand it to; the caller where it is left out.</summary>
    public Guid? To { get; init; }

    internal static async Task<IResult> HandleAsync(
        ClaimTodo request, [Description("The step request of the to-do.")] Guid requestId, NotificationDbContext db, AuditTrail audit, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        if (await TodoView.Mine(db, actor).SingleOrDefaultAsync(s => s.RequestId == requestId, ct) is not { } todo)
        {
            var about = await db.OpenSteps.Where(s => s.RequestId == requestId).Select(s => (Guid?)s.CaseId).SingleOrDefaultAsync(ct);
            return await RefusalNote.NotedAsync(http, about ?? actor.Id, "claim-todo",
                Problems.Bad(http, StatusCodes.Status404NotFound, "TODO_NOT_FOUND", "没有这项待办，或者已经办结。", "There is no such to-do, or it is done."));
        }

        if (request.To is { } to && !await TodoView.Mine(db, actor with { Id = to }).AnyAsync(s => s.RequestId == requestId, ct))
        {
            return Problems.Refused(http, new Refused("REVIEWER_CONFLICTED", "7.1"));
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.TakeTurnsAsync(requestId, ct);
        var claim = await db.Claims.SingleOrDefaultAsync(c => c.RequestId == requestId, ct);
        if (claim is not null && claim.ClaimedBy != actor.Id)
        {
            return Problems.Bad(http, StatusCodes.Status409Conflict, "TODO_CLAIMED", "同事已认领此待办。", "A colleague has taken this to-do.");
        }

        if (claim is null)
        {
            db.Claims.Add(claim = new TodoClaim { RequestId = requestId, ClaimedBy = actor.Id, ClaimedAt = time.GetUtcNow() });
        }

        (claim.ClaimedBy, claim.ClaimedAt) = (request.To ?? actor.Id, time.GetUtcNow());
        await audit.AddAsync(todo.CaseId, request.To is null ? "TodoClaimed" : "TodoHandedOn", actor, new { requestId, request.To }, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.NoContent();
    }
}
