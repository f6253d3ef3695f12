using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LostCases.Governance.Api.Live;

/// <summary>Puts the hub and its watch together.</summary>
internal static class LiveHosting
{
    internal static IServiceCollection AddLiveInstances(this IServiceCollection services)
    {
        services.AddSignalR();
        return services.AddSingleton<Watched>().AddHostedService<InstanceWatch>();
    }

    internal static void MapLiveInstances(this WebApplication app) => app.MapHub<InstanceHub>("/elsa/hubs/workflow-instance");
}
