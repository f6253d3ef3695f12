using System.Security.Claims;
using LostCases.Platform;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Identity;

/// <summary>What the sign-in endpoints share: the page, its token against forgery, and the way in.</summary>
internal sealed class SignInDesk(IHttpContextAccessor accessor, IAntiforgery antiforgery, IdentityDb db, IdentitySettings settings)
{
    private const string Policy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private HttpContext Http => accessor.HttpContext!;

    internal async Task<bool> IsOursAsync() => await antiforgery.IsRequestValidAsync(Http);

    internal async Task<RazorComponentResult> PageAsync(string? returnUrl, string? account, SignInFault? fault)
    {
        var tokens = antiforgery.GetAndStoreTokens(Http);
        Http.Response.Headers.ContentSecurityPolicy = Policy;
        Http.Response.Headers.CacheControl = "no-store";
        var model = new SignInModel
        {
            Language = Problems.Language(Http),
            Token = tokens.RequestToken!,
            TokenField = tokens.FormFieldName,
            ReturnUrl = Local(returnUrl),
            Account = account ?? "",
            Fault = fault,
            IsDemo = settings.IsDemo,
            Cards = settings.IsDemo ? await CardsAsync() : [],
            Engine = settings.Engine,
        };
        return new RazorComponentResult<SignInPage>(new Dictionary<string, object?> { [nameof(SignInPage.Model)] = model })
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    internal async Task<IResult> EnterAsync(User user, string returnUrl)
    {
        var identity = new ClaimsIdentity([new Claim("sub", user.Id.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        await Http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
        return Results.LocalRedirect(Local(returnUrl));
    }

    private async Task<List<DemoCard>> CardsAsync()
    {
        var users = await db.Users.Where(u => u.DemoCard && !u.Disabled).OrderBy(u => u.Id).ToListAsync();
        return [.. users.Select(u => u.DisplayName.Split('·') is [var place, var role] ? new DemoCard(u.Account, role, place) : new DemoCard(u.Account, u.DisplayName, ""))];
    }

    /// <summary>Only ever back to the token server or the start page of this address.</summary>
    private static string Local(string? url) => url?.StartsWith("/connect/authorize?", StringComparison.Ordinal) == true ? url : "/";
}
