using LostCases.Governance.Data;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Changes;

/// <summary>
/// The right to edit a definition (编辑权). Studio saves by itself and its saves carry no version: without this, a page left open would
/// write an old chain over a new one.
/// </summary>
public sealed class EditingLeases(WorkflowDbContext db, TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(3);

    /// <summary>Gives the right to a page of this person; null while another person has it. A page opened earlier by the same person loses it.</summary>
    public async Task<EditingLease?> TakeAsync(string definitionId, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await AloneAsync(definitionId, ct);
        var lease = await db.EditingLeases.FindAsync([definitionId], ct);
        if (lease is not null && lease.HolderId != actor.Id && lease.ExpiresAt > time.GetUtcNow())
        {
            return null;
        }

        if (lease is null)
        {
            db.EditingLeases.Add(lease = new EditingLease { DefinitionId = definitionId, LeaseId = default, HolderId = default, ExpiresAt = default });
        }

        (lease.LeaseId, lease.HolderId, lease.ExpiresAt) = (Guid.NewGuid(), actor.Id, time.GetUtcNow() + Length);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return lease;
    }

    /// <summary>Prolongs it; null where the page has lost it.</summary>
    public async Task<EditingLease?> RenewAsync(string definitionId, Guid? leaseId, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await AloneAsync(definitionId, ct);
        if (await HeldAsync(definitionId, leaseId, actor, ct) is not { } lease)
        {
            return null;
        }

        lease.ExpiresAt = time.GetUtcNow() + Length;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return lease;
    }

    /// <summary>Gives it back.</summary>
    public async Task ReleaseAsync(string definitionId, Guid? leaseId, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await AloneAsync(definitionId, ct);
        await db.EditingLeases.Where(l => l.DefinitionId == definitionId && l.LeaseId == leaseId && l.HolderId == actor.Id).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>One page at a time: a page that closes gives back what another is just taking.</summary>
    private Task AloneAsync(string definitionId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({definitionId}))", ct);

    /// <summary>The right this page has now; null where it has none.</summary>
    public async Task<EditingLease?> HeldAsync(string definitionId, Guid? leaseId, Actor actor, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return await db.EditingLeases.SingleOrDefaultAsync(
            l => l.DefinitionId == definitionId && l.LeaseId == leaseId && l.HolderId == actor.Id && l.ExpiresAt > now, ct);
    }
}
