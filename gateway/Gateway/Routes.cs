using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Transforms;

namespace LostCases.Gateway;

/// <summary>Which path goes to which process.</summary>
internal static class Routes
{
    internal const string Portal = "portal";

    private static readonly string[] Apis = ["intake", "investigation", "review", "disposition", "notification", "oversight", "identity", "workflow"];

    private static readonly (string Process, string Path)[] Others =
    [
        ("identity", "/connect/{**rest}"),
        ("identity", "/.well-known/{**rest}"),
        ("identity", "/account/{**rest}"),
        ("workflow", "/elsa/{**rest}"),
        ("workflow", "/studio/{**rest}"),
        (Portal, "/{**rest}"),
    ];

    /// <summary>A path whose process has no address here is not served.</summary>
    internal static IReadOnlyList<RouteConfig> All(GatewaySettings settings) =>
    [
        .. Apis.Select(a => (a, $"/api/{a}/{{**rest}}")).Concat(Others)
            .Where(r => settings.Services.ContainsKey(r.Item1))
            .Select(r => Route(r.Item1, r.Item2)),
    ];

    internal static IReadOnlyList<ClusterConfig> Clusters(GatewaySettings settings) =>
        [.. settings.Services.Select(s => Cluster(s.Key.ToLowerInvariant(), s.Value))];

    private static RouteConfig Route(string process, string path) => new RouteConfig
    {
        RouteId = path,
        ClusterId = process,
        Match = new RouteMatch { Path = path },
    }
    .WithTransformUseOriginalHostHeader()
    .WithTransformResponseHeaderRemove("Server", ResponseCondition.Always);

    private static ClusterConfig Cluster(string process, string addresses) => new()
    {
        ClusterId = process,
        Destinations = addresses.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select((a, i) => (a, i))
            .ToDictionary(d => $"{process}-{d.i + 1}", d => new DestinationConfig { Address = d.a }),
        // A browser's page lives in one portal process.
        SessionAffinity = process != Portal ? null : new SessionAffinityConfig
        {
            Enabled = true,
            Policy = "HashCookie",
            FailurePolicy = "Redistribute",
            AffinityKeyName = "lostcases.affinity",
            Cookie = new SessionAffinityCookieConfig { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true },
        },
    };
}
