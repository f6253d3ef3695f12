using LostCases.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OpenIddict.Server.AspNetCore;

namespace LostCases.Identity;

/// <summary>/connect/logout: ends the sign-in and goes back to where the client asked (退出登录).</summary>
internal static class EndSession
{
    internal static async Task<IResult> HandleAsync(HttpContext http, UserLog events)
    {
        var session = await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (session.Succeeded)
        {
            var id = Actor.From(session.Principal).Id;
            await events.AddAsync(UserEvents.SignedOut, id, id);
        }

        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/" },
            [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }
}
