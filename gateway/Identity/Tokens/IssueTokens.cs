using LostCases.Platform;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace LostCases.Identity;

/// <summary>POST /connect/token: exchanges a code, a refresh token, or a token for one of narrower use; with the person's roles as they are now.</summary>
internal static class IssueTokens
{
    internal static async Task<IResult> HandleAsync(HttpContext http, IdentityDb db, IdentitySettings settings)
    {
        var grant = await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var user = grant.Principal is { } principal ? await db.Users.FindAsync(Actor.From(principal).Id) : null;
        if (http.GetOpenIddictServerRequest()?.IsTokenExchangeGrantType() == true && user is { Disabled: false })
        {
            // The designer's page in the browser gets a token no other service takes, and none to renew it with.
            var narrow = await TokenClaims.ForAsync(db, user, [], audience: TokenClaims.WorkflowAudience);
            narrow.SetAccessTokenLifetime(TimeSpan.FromSeconds(settings.WorkflowTokenSeconds));
            return Results.SignIn(narrow, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        }

        return user is { Disabled: false }
            ? Results.SignIn(
                await TokenClaims.ForAsync(db, user, grant.Principal!.GetScopes(), grant.Principal!.Claims),
                authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)
            : Results.Forbid(
                new AuthenticationProperties(new Dictionary<string, string?>
                {
                    [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant,
                    [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "The account is disabled or gone.",
                }),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }
}
