using LostCases.Portal.Acts;
using LostCases.Portal.Annex;
using LostCases.Portal.Api;
using LostCases.Portal.Data;
using LostCases.Portal.Desk;
using LostCases.Portal.Figures;
using LostCases.Portal.Pages;
using LostCases.Portal.Session;
using LostCases.Portal.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.FileProviders;
using MudBlazor.Services;
using Npgsql;

namespace LostCases.Portal;

/// <summary>Puts the process together: sessions, pages, typefaces.</summary>
internal static class PortalHosting
{
    internal static WebApplicationBuilder AddPortal(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("LostCases").Get<PortalSettings>() ?? new();
        // Also when run from the build's output; a published portal has its assets beside it.
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton<DemoLoading>();
        services.AddSingleton(_ => NpgsqlDataSource.Create(settings.Database));
        services.AddDbContextFactory<PortalDb>((sp, db) => PortalDb.Use(db, sp.GetRequiredService<NpgsqlDataSource>()));
        services.AddDataProtection().SetApplicationName("lostcases-portal").PersistKeysToDbContext<PortalDb>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        services.Configure<ForwardedHeadersOptions>(o => Trust(o, settings));
        services.AddAntiforgery(o => o.Cookie.Name = "lostcases.form");
        SignIn.Add(services, settings);
        services.AddScoped<Access>().AddScoped<Words>().AddScoped<CasesApi>().AddScoped<TodosApi>().AddScoped<NoticesApi>().AddScoped<ActsApi>().AddScoped<JudgmentsApi>().AddScoped<RulesApi>().AddScoped<AuditApi>().AddScoped<OversightApi>().AddScoped<PastCasesApi>().AddSingleton<Drafts>().AddSingleton<DeskVisits>();
        services.AddDownloads(settings);
        services.AddAnnex();
        services.AddHttpClient<GatewayClient>(http =>
        {
            http.BaseAddress = settings.Gateway;
            http.Timeout = TimeSpan.FromSeconds(15);
        })
            // A circuit keeps its client for hours: connections, not handlers, are renewed.
            .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        // The typefaces' sheet alone: 400 KB of ranges, nothing of anybody's.
        services.AddResponseCompression(o => (o.MimeTypes, o.EnableForHttps) = (["text/css"], true));
        services.AddMudServices();
        services.AddRazorComponents().AddInteractiveServerComponents();
        return builder;
    }

    internal static WebApplication MapPortal(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<ContentPolicy>();
        app.UseResponseCompression();
        app.UseStaticFiles(Typefaces(app.Environment));
        app.UseMiddleware<PublicAddress>();
        app.UseMiddleware<OwnPages>();
        app.UseWhen(IsPage, pages => pages.UseStatusCodePagesWithReExecute("/not-found"));
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapGet("/", () => Results.LocalRedirect("/desk"));
        app.MapDownloads();
        app.MapAuditExports();
        app.MapPastCases();
        app.MapAnnex();
        app.MapCertificates();
        app.MapAssessments();
        app.MapSession();
        app.MapGet(SessionEndpoints.FailedPath, (HttpContext http) => new RazorComponentResult<SignInFailedPage>(new { Language = Languages.Of(http) }));
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null) // ContentPolicy says it for every page
            .RequireAuthorization()
            .Add(AllowLeaving);
        return app;
    }

    /// <summary>A page says goodbye to its circuit also when signing out has just taken its cookie.</summary>
    private static void AllowLeaving(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route } && route.Contains("_blazor/disconnect", StringComparison.Ordinal))
        {
            endpoint.Metadata.Add(new AllowAnonymousAttribute());
        }
    }

    private static bool IsPage(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    /// <summary>The version is in the address of each file, so it may be kept for a year; the sheet that names them for an hour.</summary>
    private static StaticFileOptions Typefaces(IWebHostEnvironment environment) => new()
    {
        FileProvider = new PhysicalFileProvider(Path.Combine(environment.ContentRootPath, "wwwroot", "lib", "fonts")),
        RequestPath = "/lib/fonts",
        OnPrepareResponse = c => c.Context.Response.Headers.CacheControl =
            c.File.Name.EndsWith(".woff2", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    };

    private static void Trust(ForwardedHeadersOptions options, PortalSettings settings)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var network in settings.Proxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        }
    }
}
