using LostCases.Portal.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace LostCases.Portal.Session;

/// <summary>Ways in and out: /sign-in, /sign-out, /language. All but the first are forms with a token against forgery. The designer fetches its token here.</summary>
internal static class SessionEndpoints
{
    internal const string InPath = "/sign-in";
    internal const string OutPath = "/sign-out";
    internal const string FailedPath = "/sign-in-failed";
    internal const string LanguagePath = "/language";
    internal const string WorkflowTokenPath = "/session/workflow-token";

    internal static void MapSession(this WebApplication app)
    {
        app.MapGet(InPath, (string? back) => Results.Challenge(
            new AuthenticationProperties { RedirectUri = Local(back) }, [OpenIdConnectDefaults.AuthenticationScheme]));
        app.MapPost(OutPath, SignOutAsync);
        app.MapPost(LanguagePath, ChooseLanguageAsync);
        app.MapGet(WorkflowTokenPath, WorkflowToken.HandleAsync);
    }

    /// <summary>Only ever a page of this portal.</summary>
    internal static string Local(string? path) =>
        path is ['/', ..] and not (['/', '/', ..] or ['/', '\\', ..]) && !path.Any(char.IsControl) ? path : "/";

    /// <summary>Ends the session here and, by way of the browser, the one at Identity.</summary>
    private static async Task<IResult> SignOutAsync(HttpContext http, IAntiforgery antiforgery) =>
        await antiforgery.IsRequestValidAsync(http)
            ? Results.SignOut(
                new AuthenticationProperties { RedirectUri = "/" },
                http.User.Identity?.IsAuthenticated == true
                    ? [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]
                    : [CookieAuthenticationDefaults.AuthenticationScheme])
            : Results.LocalRedirect("/");

    private static async Task<IResult> ChooseLanguageAsync(HttpContext http, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.LocalRedirect("/");
        }

        var form = await http.Request.ReadFormAsync();
        Languages.Remember(http, form["language"].ToString());
        return Results.LocalRedirect(Local(form["back"].ToString()));
    }
}
