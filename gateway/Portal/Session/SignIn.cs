using LostCases.Platform;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace LostCases.Portal.Session;

/// <summary>OpenID Connect (authorization code, PKCE) into a cookie that holds nothing but a key.</summary>
internal static class SignIn
{
    /// <summary>As long as the sign-in at Identity.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromHours(8);

    internal static void Add(IServiceCollection services, PortalSettings settings)
    {
        services.AddSingleton<TicketStore>().AddSingleton<Sessions>().AddHostedService<Pruning>();
        services.AddHttpClient<TokenEndpoint>(http => http.BaseAddress = settings.Identity);
        services.AddScoped<AuthenticationStateProvider, SessionWatch>();
        services.AddCascadingAuthenticationState();
        services.AddAuthorization();
        services.AddAuthentication(o =>
            {
                o.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                o.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
            })
            .AddCookie(o => Cookie(o, settings))
            .AddOpenIdConnect(o => OpenIdConnect(o, settings));
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<TicketStore>((o, store) => o.SessionStore = store);
    }

    private static void Cookie(CookieAuthenticationOptions options, PortalSettings settings)
    {
        options.Cookie.Name = "lostcases.portal";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = Secure(settings);
        options.ExpireTimeSpan = Length;
        // A renewed cookie would write back the tokens its request began with.
        options.SlidingExpiration = false;
    }

    private static void OpenIdConnect(OpenIdConnectOptions options, PortalSettings settings)
    {
        options.Authority = settings.Public.AbsoluteUri;
        options.MetadataAddress = new Uri(settings.Identity, ".well-known/openid-configuration").AbsoluteUri;
        options.RequireHttpsMetadata = false;
        options.BackchannelHttpHandler = new InnerAddress(settings.Identity);
        options.ClientId = TokenEndpoint.Client;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("offline_access");
        options.SaveTokens = true;
        options.MapInboundClaims = false;
        options.DisableTelemetry = true;
        options.TokenValidationParameters.NameClaimType = "name";
        options.TokenValidationParameters.RoleClaimType = "role";
        // Coming back is a top-level GET; so these cookies also work where the product has no TLS.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = Secure(settings);
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = Secure(settings);
        options.Events = new OpenIdConnectEvents
        {
            OnRedirectToIdentityProvider = context => ToSignIn(context, settings),
            OnRedirectToIdentityProviderForSignOut = context => ToSignOut(context, settings),
            OnRemoteFailure = Failed,
        };
    }

    /// <summary>TLS ends in front: what counts is the address browsers use.</summary>
    private static CookieSecurePolicy Secure(PortalSettings settings) =>
        settings.Public.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    /// <summary>Pages are sent to sign in, at the public address; programs and scripts are told 401 instead of being sent anywhere.</summary>
    private static Task ToSignIn(RedirectContext context, PortalSettings settings)
    {
        if (!IsPage(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.HandleResponse();
            return Task.CompletedTask;
        }

        context.ProtocolMessage.RedirectUri = new Uri(settings.Public, "signin-oidc").AbsoluteUri;
        return Task.CompletedTask;
    }

    private static Task ToSignOut(RedirectContext context, PortalSettings settings)
    {
        context.ProtocolMessage.PostLogoutRedirectUri = new Uri(settings.Public, "signout-callback-oidc").AbsoluteUri;
        return Task.CompletedTask;
    }

    private static Task Failed(Microsoft.AspNetCore.Authentication.RemoteFailureContext context)
    {
        context.HttpContext.RequestServices.GetRequiredService<ILogger<TicketStore>>().SignInFailed(context.Failure);
        context.Response.Redirect(SessionEndpoints.FailedPath);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static bool IsPage(HttpRequest request) => HttpMethods.IsGet(request.Method)
        && (request.Headers["Sec-Fetch-Dest"] is { Count: 1 } destination
            ? destination == "document"
            : request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal));
}
