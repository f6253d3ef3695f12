using LostCases.Platform;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Npgsql;
using OpenIddict.Server;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace LostCases.Identity;

/// <summary>Puts the process together: sign-in page, token server, accounts.</summary>
internal static class IdentityHosting
{
    internal static WebApplicationBuilder AddIdentity(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("LostCases").Get<IdentitySettings>() ?? new();
        settings.Check();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("OpenIddict", LogLevel.Warning);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(_ => NpgsqlDataSource.Create(settings.Database));
        services.AddDbContext<IdentityDb>((sp, db) => IdentityDbFactory.Use(db, sp.GetRequiredService<NpgsqlDataSource>()));
        services.AddDataProtection().SetApplicationName("lostcases-identity").PersistKeysToDbContext<IdentityDb>();
        services.AddHttpContextAccessor();
        services.AddScoped<UserLog>().AddScoped<Passwords>().AddScoped<SignInDesk>();
        services.AddListening(
            new PlatformOptions { Owner = "identity", RabbitMq = settings.RabbitMq, DeployOnly = Environment.GetCommandLineArgs().Contains("--migrate") },
            typeof(OrganisationConsumer));
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        services.AddApiDescription("identity");
        services.AddRazorComponents();
        services.Configure<ForwardedHeadersOptions>(o => Trust(o, settings));
        AddSession(services);
        AddTokenServer(services, settings);
        return builder;
    }

    internal static WebApplication MapIdentity(this WebApplication app)
    {
        app.UseForwardedHeaders();
        var issuer = app.Services.GetRequiredService<IdentitySettings>().Issuer;
        app.Use((http, next) =>
        {
            // What is said of addresses comes from the settings, never from the request.
            (http.Request.Scheme, http.Request.Host) = (issuer.Scheme, HostString.FromUriComponent(issuer));
            return next(http);
        });
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapMethods("/connect/authorize", [HttpMethods.Get, HttpMethods.Post], Authorize.HandleAsync).ExcludeFromDescription();
        app.MapMethods("/connect/logout", [HttpMethods.Get, HttpMethods.Post], EndSession.HandleAsync).ExcludeFromDescription();
        app.MapPost("/connect/token", IssueTokens.HandleAsync).ExcludeFromDescription();
        app.MapSignIn();
        var users = app.MapGroup("/api/identity/users").RequireAuthorization(p => p
            .AddAuthenticationSchemes(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser());
        users.MapPost("", CreateUser.HandleAsync).WithName("create-user")
            .Produces<CreateUser.Created>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);
        users.MapGet("{id:guid}", GetUser.HandleAsync).WithName("get-user")
            .Produces<GetUser.Answer>().ProducesProblem(403).ProducesProblem(404);
        users.MapPut("{id:guid}/disabled", DisableUser.HandleAsync).WithName("disable-user")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        app.MapOpenApi("/api/identity/openapi.json");
        return app;
    }

    internal static async Task RunOrMigrateAsync(this WebApplication app, string[] args)
    {
        if (args.Contains("--migrate"))
        {
            await SchemaUpdate.RunAsync(app.Services);
            return;
        }

        await app.Services.GetRequiredService<KeyRing>().LoadAsync(app.Services);
        await app.RunAsync();
    }

    private static void AddSession(IServiceCollection services)
    {
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "lostcases.sign-in";
            o.Cookie.Path = "/account";
        });
        services.AddAuthorization();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o =>
        {
            o.Cookie.Name = "lostcases.identity";
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.LoginPath = SignInEndpoints.Path;
            o.ExpireTimeSpan = TimeSpan.FromHours(8);
        });
    }

    private static void AddTokenServer(IServiceCollection services, IdentitySettings settings)
    {
        services.AddSingleton<KeyRing>().AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(sp => sp.GetRequiredService<KeyRing>());
        services.AddHostedService<Pruning>();
        services.AddOpenIddict()
            .AddCore(o => o.UseEntityFrameworkCore().UseDbContext<IdentityDb>())
            .AddServer(o =>
            {
                o.SetIssuer(settings.Issuer);
                o.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetEndSessionEndpointUris("connect/logout");
                o.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().AllowTokenExchangeFlow().RequireProofKeyForCodeExchange();
                o.Configure(s => s.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain));
                o.RegisterScopes(Scopes.OpenId, Scopes.OfflineAccess);
                o.DisableAccessTokenEncryption();
                o.SetAccessTokenLifetime(TimeSpan.FromMinutes(10)).SetRefreshTokenLifetime(TimeSpan.FromHours(12));
                // TLS ends in front of the gateway; services fetch the keys over the inner network.
                o.UseAspNetCore().DisableTransportSecurityRequirement()
                    .EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().EnableEndSessionEndpointPassthrough();
            })
            .AddValidation(o =>
            {
                o.UseLocalServer();
                o.UseAspNetCore();
                o.AddAudiences(TokenClaims.Audience);
            });
    }

    private static void Trust(ForwardedHeadersOptions options, IdentitySettings settings)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var network in settings.Proxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        }
    }
}
