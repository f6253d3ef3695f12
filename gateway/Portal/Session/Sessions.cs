using System.Globalization;
using LostCases.Portal.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Portal.Session;

/// <summary>Hands out the access token of a session as it is now, renewed once for all who wait.</summary>
internal sealed class Sessions(
    IDbContextFactory<PortalDb> databases, TicketStore store, IServiceScopeFactory scopes, TimeProvider time, ILogger<Sessions> log)
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(60);

    /// <summary>Whether the person is still signed in.</summary>
    internal async Task<bool> ExistsAsync(string id, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Sessions.AnyAsync(s => s.Id == id && s.ExpiresAt > now, ct);
    }

    /// <summary>A token good for at least a minute; null when the session is over.</summary>
    internal async Task<string?> AccessTokenAsync(string id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
        return row is null || row.ExpiresAt <= time.GetUtcNow() || store.Open(row) is not { } ticket ? null
            : IsFresh(ticket) ? ticket.Properties.GetTokenValue("access_token")
            : await RenewAsync(id, ct);
    }

    /// <summary>The row's lock makes it one renewal, in this process and in others; who waited finds the new token.</summary>
    private async Task<string?> RenewAsync(string id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var row = await db.Sessions.FromSql($"select * from portal.session where id = {id} for update").SingleOrDefaultAsync(ct);
        if (row is null || store.Open(row) is not { } ticket)
        {
            return null;
        }

        if (!IsFresh(ticket) && !await RenewAsync(ticket))
        {
            db.Remove(row);
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            return null;
        }

        row.Ticket = store.Close(ticket);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return ticket.Properties.GetTokenValue("access_token");
    }

    /// <summary>False when Identity says the session is over. Not given up half-way: the old refresh token is spent.</summary>
    private async Task<bool> RenewAsync(AuthenticationTicket ticket)
    {
        await using var scope = scopes.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<TokenEndpoint>()
            .RenewAsync(ticket.Properties.GetTokenValue("refresh_token") ?? "");
        if (answer.Error is { } error)
        {
            log.SessionEnded(error);
            return false;
        }

        var properties = ticket.Properties;
        properties.UpdateTokenValue("access_token", answer.Access!);
        properties.UpdateTokenValue("refresh_token", answer.Refresh ?? properties.GetTokenValue("refresh_token")!);
        properties.UpdateTokenValue("id_token", answer.Id ?? properties.GetTokenValue("id_token")!);
        properties.UpdateTokenValue("expires_at", time.GetUtcNow().AddSeconds(answer.Seconds).ToString("o", CultureInfo.InvariantCulture));
        return true;
    }

    private bool IsFresh(AuthenticationTicket ticket) =>
        DateTimeOffset.TryParse(ticket.Properties.GetTokenValue("expires_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end)
        && end - time.GetUtcNow() > Early;
}
