using LostCases.Platform;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace LostCases.Identity;

/// <summary>GET /connect/authorize: hands a code to the client of a signed-in person, or asks to sign in first.</summary>
internal static class Authorize
{
    internal static async Task<IResult> HandleAsync(HttpContext http, IdentityDb db)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("Not an OpenID Connect request.");
        var session = await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        var user = session.Succeeded ? await db.Users.FindAsync(Actor.From(session.Principal).Id) : null;
        if (user is { Disabled: false } && !request.HasPromptValue(PromptValues.Login))
        {
            return Results.SignIn(
                await TokenClaims.ForAsync(db, user, request.GetScopes()),
                authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        }

        return request.HasPromptValue(PromptValues.None) ? Refuse() : Results.Challenge(
            new AuthenticationProperties { RedirectUri = WithoutPrompt(http.Request) },
            [CookieAuthenticationDefaults.AuthenticationScheme]);
    }

    private static IResult Refuse() => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.LoginRequired,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "Nobody is signed in.",
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);

    private static string WithoutPrompt(HttpRequest request) => request.PathBase + request.Path
        + QueryString.Create(request.Query.Where(p => p.Key != Parameters.Prompt));
}
