using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace LostCases.Identity;

/// <summary>The programs people sign in to; both public, both with PKCE.</summary>
internal static class Clients
{
    internal static async Task RegisterAsync(IOpenIddictApplicationManager manager, Uri publicUrl)
    {
        await RegisterAsync(manager, "portal", "败诉案件追责容错协同平台", new Uri(publicUrl, "signin-oidc"), new Uri(publicUrl, "signout-callback-oidc"));
        await RegisterAsync(manager, "cli", "命令行", new Uri("http://localhost/callback"), null);
    }

    private static async Task RegisterAsync(IOpenIddictApplicationManager manager, string id, string name, Uri redirect, Uri? afterSignOut)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = id,
            ClientType = ClientTypes.Public,
            ConsentType = ConsentTypes.Implicit,
            DisplayName = name,
            RedirectUris = { redirect },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        };
        if (afterSignOut is not null)
        {
            // Whoever signs people in for pages may hand the designer's page a token of narrower use.
            client.Permissions.Add(Permissions.GrantTypes.TokenExchange);
            client.PostLogoutRedirectUris.Add(afterSignOut);
        }

        if (await manager.FindByClientIdAsync(id) is { } known)
        {
            await manager.UpdateAsync(known, client);
        }
        else
        {
            await manager.CreateAsync(client);
        }
    }
}
