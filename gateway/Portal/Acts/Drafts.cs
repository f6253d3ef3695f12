using System.Text.Json.Nodes;
using LostCases.Portal.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Portal.Acts;

/// <summary>What people have typed and not sent, by person and form; encrypted, and forgotten when done or after 30 days.</summary>
internal sealed class Drafts(IDbContextFactory<PortalDb> databases, IDataProtectionProvider protection, TimeProvider time)
{
    private const int LargestText = 400_000;
    private readonly IDataProtector _protector = protection.CreateProtector("LostCases.Portal.Drafts");

    /// <summary>The draft, or null.</summary>
    internal async Task<JsonObject?> FindAsync(Guid person, string form, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.PersonId == person && d.Form == form, ct);
        return row is null ? null : JsonNode.Parse(_protector.Unprotect(row.Text)) as JsonObject;
    }

    /// <summary>Keeps it as it is now; false where it is larger than is kept.</summary>
    internal async Task<bool> KeepAsync(Guid person, string form, JsonObject body, CancellationToken ct)
    {
        var text = body.ToJsonString();
        if (text.Length > LargestText)
        {
            return false;
        }

        var (kept, now) = (_protector.Protect(text), time.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into portal.draft (person_id, form, text, kept_at) values ({person}, {form}, {kept}, {now})
            on conflict (person_id, form) do update set text = excluded.text, kept_at = excluded.kept_at
            """,
            ct);
        return true;
    }

    /// <summary>It is done.</summary>
    internal async Task ForgetAsync(Guid person, string form, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Drafts.Where(d => d.PersonId == person && d.Form == form).ExecuteDeleteAsync(ct);
    }
}
