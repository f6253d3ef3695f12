using Microsoft.EntityFrameworkCore;

namespace LostCases.Platform;

/// <summary>Loads case cards under lock: acts and messages of one case take turns within a service.</summary>
public sealed class CaseStore(OwnerDbContext db)
{
    /// <summary>The card, made empty if an event outran the registration.</summary>
    public async Task<CaseCard> TakeAsync(Guid caseId, CancellationToken ct)
    {
        if (await FindAsync(caseId, ct) is { } known)
        {
            return known;
        }

        await db.RunAsync(
            """
            insert into $s.case_card (case_id, code, version, policy_version, calendar_version, restricted)
            values ({0}, '', 0, '', '', array[]::uuid[]) on conflict do nothing
            """,
            [caseId],
            ct);
        return (await FindAsync(caseId, ct))!;
    }

    /// <summary>The card of a registered case, or null.</summary>
    public async Task<CaseCard?> FindAsync(Guid caseId, CancellationToken ct)
    {
        var cases = (CaseDbContext)db;
        if (cases.Cards.Local.FirstOrDefault(c => c.CaseId == caseId) is { } known)
        {
            return known;
        }

        var locked = await db.Rows<CaseCard>("select * from $s.case_card where case_id = {0} for update", caseId).ToListAsync(ct);
        if (locked.Count == 0)
        {
            return null;
        }

        await cases.Slices.Where(s => s.CaseId == caseId).LoadAsync(ct);
        await cases.Parties.Where(p => p.CaseId == caseId).LoadAsync(ct);
        return locked[0];
    }
}
