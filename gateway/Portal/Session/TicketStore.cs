using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using LostCases.Portal.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Portal.Session;

/// <summary>Sessions in PostgreSQL: the cookie has the key, the row its hash and the protected ticket.</summary>
internal sealed class TicketStore(
    IDbContextFactory<PortalDb> databases, IDataProtectionProvider protection, TimeProvider time, ILogger<TicketStore> log) : ITicketStore
{
    /// <summary>Claim by which a circuit names its session; not the key in the cookie.</summary>
    internal const string SessionClaim = "portal_session";

    private readonly IDataProtector protector = protection.CreateProtector("session");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var id = Id(key);
        ((ClaimsIdentity)ticket.Principal.Identity!).AddClaim(new Claim(SessionClaim, id));
        await using var db = await databases.CreateDbContextAsync();
        db.Sessions.Add(new SessionRow { Id = id, Ticket = Close(ticket), ExpiresAt = End(ticket) });
        await db.SaveChangesAsync();
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var (id, value, end) = (Id(key), Close(ticket), End(ticket));
        await using var db = await databases.CreateDbContextAsync();
        await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Ticket, value).SetProperty(r => r.ExpiresAt, end));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var (id, now) = (Id(key), time.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync();
        return await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.ExpiresAt > now) is { } row ? Open(row) : null;
    }

    public async Task RemoveAsync(string key)
    {
        var id = Id(key);
        await using var db = await databases.CreateDbContextAsync();
        await db.Sessions.Where(s => s.Id == id).ExecuteDeleteAsync();
    }

    internal byte[] Close(AuthenticationTicket ticket) => protector.Protect(TicketSerializer.Default.Serialize(ticket));

    /// <summary>The ticket, or null where the keys that protected it are gone.</summary>
    internal AuthenticationTicket? Open(SessionRow row)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(protector.Unprotect(row.Ticket));
        }
        catch (CryptographicException failure)
        {
            log.SessionUnreadable(failure);
            return null;
        }
    }

    private static string Id(string key) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(key)));

    private DateTimeOffset End(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc ?? time.GetUtcNow().AddHours(8);
}
