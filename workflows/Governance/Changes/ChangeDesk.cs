using LostCases.Governance.Data;
using LostCases.Governance.Definitions;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Changes;

/// <summary>Takes drafts that are to be published and has a second administrator decide (双人审批).</summary>
public sealed class ChangeDesk(WorkflowDbContext db, DefinitionPublisher publisher, AuditTrail audit, TimeProvider time)
{
    /// <summary>Asks for a draft to be published, in place of an earlier request.</summary>
    public async Task<ChangeRequest> RequestAsync(DefinitionVersion draft, Actor author, CancellationToken ct, string? name = null)
    {
        await SupersedeAsync(draft.DefinitionId, ct);
        var change = new ChangeRequest
        {
            Id = Guid.CreateVersion7(),
            DefinitionId = draft.DefinitionId,
            VersionId = draft.Id,
            Hash = draft.Hash,
            AuthorId = author.Id,
            AuthorName = name,
            RequestedAt = time.GetUtcNow(),
        };
        db.ChangeRequests.Add(change);
        await audit.AddAsync(DefinitionPublisher.Subject(draft.DefinitionId), "ChangeRequested", author, new { change.Id, change.VersionId, change.Hash }, ct);
        return change;
    }

    /// <summary>Withdraws what waits for a definition: its draft is no longer what was asked for.</summary>
    public async Task SupersedeAsync(string definitionId, CancellationToken ct)
    {
        foreach (var earlier in await db.ChangeRequests.Where(c => c.DefinitionId == definitionId && c.Status == ChangeStatus.Pending).ToListAsync(ct))
        {
            earlier.Status = ChangeStatus.Superseded;
            earlier.DecidedAt = time.GetUtcNow();
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Decides; null when done, otherwise the code of what stands against it.</summary>
    public async Task<string?> DecideAsync(Guid id, bool approve, string? reason, Actor decider, CancellationToken ct, string? name = null)
    {
        if (await db.ChangeRequests.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } change)
        {
            return "CHANGE_NOT_FOUND";
        }

        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({change.DefinitionId}))", ct);
        await db.Entry(change).ReloadAsync(ct);
        var draft = await db.Definitions.SingleAsync(d => d.Id == change.VersionId, ct);
        if (change.Status != ChangeStatus.Pending || draft.Hash != change.Hash)
        {
            return "CHANGE_NOT_PENDING";
        }

        if (change.AuthorId == decider.Id)
        {
            return "OWN_CHANGE";
        }

        if (approve && DefinitionPublisher.ProblemsOf(draft).Count > 0)
        {
            return "DEFINITION_NOT_SOUND"; // the rules may have changed since it was asked for
        }

        (change.Status, change.DeciderId, change.DecidedAt, change.Reason) = (approve ? ChangeStatus.Approved : ChangeStatus.Rejected, decider.Id, time.GetUtcNow(), reason);
        change.DeciderName = name;
        await audit.AddAsync(DefinitionPublisher.Subject(change.DefinitionId), approve ? "ChangeApproved" : "ChangeRejected", decider, new { change.Id, change.VersionId, change.Hash, Reason = reason }, ct);
        if (approve)
        {
            await publisher.PublishAsync(draft, decider, ct);
        }

        return null;
    }
}
