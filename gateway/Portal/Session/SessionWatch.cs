using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace LostCases.Portal.Session;

/// <summary>Open pages notice within a minute that their session was ended elsewhere.</summary>
internal sealed class SessionWatch(ILoggerFactory logs, Sessions sessions) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            return authenticationState.User.FindFirst(TicketStore.SessionClaim)?.Value is { } id && await sessions.ExistsAsync(id, cancellationToken);
        }
        catch (InvalidOperationException failure) when (failure.InnerException is Npgsql.NpgsqlException)
        {
            return true; // The database is away for a moment; calls to the services still ask for a token.
        }
        catch (Npgsql.NpgsqlException)
        {
            return true;
        }
    }
}
