using LostCases.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Platform;

/// <summary>How an owner's trail stands (审计概况).</summary>
/// <param name="Chains">Number of chains.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="Checkpoint">Number of the last signed checkpoint; null where there is none.</param>
/// <param name="CheckpointAt">When it was written.</param>
/// <param name="Fingerprint">SHA-256 of the public key they are signed with; empty where there is no key.</param>
public sealed record AuditState(long Chains, long Entries, long? Checkpoint, string? CheckpointAt, string Fingerprint);

/// <summary>What the audit administrator (审计管理员) reads of every owner: nothing of a case.</summary>
internal static class AuditEndpoints
{
    internal static void Map(WebApplication app, string owner)
    {
        app.MapGet($"/api/{owner}/audit", StateAsync).RequireAuthorization().WithName("audit-state")
            .Produces<AuditState>().ProducesProblem(StatusCodes.Status403Forbidden);
        app.MapGet($"/api/{owner}/audit/export", ExportAsync).RequireAuthorization().WithName("export-audit")
            .Produces(StatusCodes.Status200OK, contentType: "application/x-ndjson").ProducesProblem(StatusCodes.Status403Forbidden);
    }

    /// <summary>How many chains and entries there are, and the last checkpoint; for the audit administrator.</summary>
    private static async Task<IResult> StateAsync(OwnerDbContext db, Checkpoints checkpoints, SigningKey key, HttpContext http, CancellationToken ct)
    {
        if (!Actor.From(http.User).HasAny([Roles.AuditAdmin]))
        {
            return Problems.Forbidden(http);
        }

        var last = await checkpoints.LastAsync(ct);
        return TypedResults.Ok(new AuditState(
            await db.AuditHeads.LongCountAsync(h => h.Number > 0, ct), await db.Audit.LongCountAsync(ct), last?.Number, last?.At, key.Fingerprint));
    }

    /// <summary>The whole trail as a file for <c>deploy/verify-audit</c>; for the audit administrator, and noted under the person. A checkpoint is written before.</summary>
    private static async Task<IResult> ExportAsync(
        OwnerDbContext db, AuditTrail audit, AuditExport export, Checkpoints checkpoints, PlatformOptions options, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        if (!actor.HasAny([Roles.AuditAdmin]))
        {
            return Problems.Forbidden(http);
        }

        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await audit.AddAsync(actor.Id, "AuditExported", actor, new { }, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        db.ChangeTracker.Clear();
        await checkpoints.WriteAsync(ct); // so that what is exported is held to one
        return Results.Stream(file => export.WriteAsync(file, ct), "application/x-ndjson", $"audit-{options.Owner}-{BusinessTime.Today(time):yyyyMMdd}.jsonl");
    }
}
