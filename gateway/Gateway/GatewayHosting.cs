using Microsoft.AspNetCore.HttpOverrides;

namespace LostCases.Gateway;

/// <summary>Puts the process together.</summary>
internal static class GatewayHosting
{
    internal static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("LostCases").Get<GatewaySettings>() ?? new();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Yarp", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Services.AddSingleton(settings);
        builder.Services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in settings.Proxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                o.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
        builder.Services.AddReverseProxy().LoadFromMemory(Routes.All(settings), Routes.Clusters(settings));
        return builder;
    }

    /// <summary>What holds for every request, before it is forwarded.</summary>
    internal static WebApplication UseEdge(this WebApplication app)
    {
        app.UseMiddleware<OwnEndpoints>();
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<RequestLimit>();
        app.UseMiddleware<Unavailable>();
        return app;
    }
}
