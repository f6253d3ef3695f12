using Microsoft.AspNetCore.Components.Authorization;

namespace LostCases.Portal.Session;

/// <summary>The signed-in person's token, asked for at each call: a circuit lives for hours, a token ten minutes.</summary>
internal sealed class Access(AuthenticationStateProvider people, Sessions sessions)
{
    /// <summary>The token as it is now; null when the session is over.</summary>
    internal async Task<string?> TokenAsync(CancellationToken ct)
    {
        var state = await people.GetAuthenticationStateAsync();
        return state.User.FindFirst(TicketStore.SessionClaim)?.Value is { } id ? await sessions.AccessTokenAsync(id, ct) : null;
    }
}
