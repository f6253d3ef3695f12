using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Identity;

/// <summary>/account/sign-in: the page where people sign in (登录), by password or, in the demo, by a card.</summary>
internal static class SignInEndpoints
{
    internal const string Path = "/account/sign-in";
    internal const string CardPath = "/account/demo";
    internal const string StylePath = "/account/sign-in.css";

    internal static void MapSignIn(this WebApplication app)
    {
        app.MapGet(Path, ShowAsync).ExcludeFromDescription();
        app.MapPost(Path, PasswordAsync).ExcludeFromDescription();
        app.MapPost(CardPath, CardAsync).ExcludeFromDescription();
        app.MapGet(StylePath, Style).ExcludeFromDescription();
    }

    private static Task<RazorComponentResult> ShowAsync(string? returnUrl, SignInDesk desk) => desk.PageAsync(returnUrl, null, null);

    private static async Task<IResult> PasswordAsync(HttpContext http, Passwords passwords, SignInDesk desk)
    {
        var form = await http.Request.ReadFormAsync();
        var back = form["returnUrl"].ToString();
        if (!await desk.IsOursAsync())
        {
            return await desk.PageAsync(back, form["account"], SignInFault.Expired);
        }

        return await passwords.CheckAsync(form["account"].ToString(), form["password"].ToString()) is { } user
            ? await desk.EnterAsync(user, back)
            : await desk.PageAsync(back, form["account"], SignInFault.Refused);
    }

    private static async Task<IResult> CardAsync(HttpContext http, IdentityDb db, IdentitySettings settings, UserLog events, SignInDesk desk)
    {
        var form = await http.Request.ReadFormAsync();
        var back = form["returnUrl"].ToString();
        var account = form["account"].ToString();
        if (!settings.IsDemo || await db.Users.SingleOrDefaultAsync(u => u.Account == account && u.DemoCard && !u.Disabled) is not { } user)
        {
            return Results.NotFound();
        }

        if (!await desk.IsOursAsync())
        {
            return await desk.PageAsync(back, null, SignInFault.Expired);
        }

        await events.AddAsync(UserEvents.SignedIn, user.Id, user.Id);
        return await desk.EnterAsync(user, back);
    }

    private static IResult Style(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Stream(typeof(SignInEndpoints).Assembly.GetManifestResourceStream("sign-in.css")!, "text/css; charset=utf-8");
    }
}
