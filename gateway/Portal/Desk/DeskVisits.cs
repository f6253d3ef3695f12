using LostCases.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Portal.Desk;

/// <summary>Remembers per person when the desk was last looked at.</summary>
internal sealed class DeskVisits(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <summary>Away for longer than this is another visit.</summary>
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(30);

    /// <summary>Notes that the person is here; gives the end of the visit before, null at the first.</summary>
    internal async Task<DateTimeOffset?> SeenAsync(Guid person, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into portal.desk_visit (person_id, before, seen_at) values ({person}, null, {now})
            on conflict (person_id) do update set
                before = case when desk_visit.seen_at < {now - Away} then desk_visit.seen_at else desk_visit.before end,
                seen_at = greatest(desk_visit.seen_at, {now})
            """,
            ct);
        return await db.DeskVisits.Where(v => v.PersonId == person).Select(v => v.Before).SingleAsync(ct);
    }
}
