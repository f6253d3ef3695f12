using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace LostCases.Architecture.Tests;

/// <summary>docker-compose.yml as far as it is compared with <c>deploy/up.sh</c>; merge keys are resolved.</summary>
internal sealed class ComposeFile
{
    private readonly Dictionary<object, object> _services;

    private ComposeFile(Dictionary<object, object> services) => _services = services;

    internal IEnumerable<string> Names => _services.Keys.Select(k => k.ToString()!);

    internal ComposeService this[string name] =>
        new(_services.TryGetValue(name, out var found) ? (Dictionary<object, object>)found : []);

    internal static ComposeFile Parse(string yaml)
    {
        var whole = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(new MergingParser(new Parser(new StringReader(yaml))))!;
        return new ComposeFile((Dictionary<object, object>)whole["services"]);
    }
}

/// <summary>One service of a Compose file.</summary>
internal sealed class ComposeService(Dictionary<object, object> keys)
{
    internal string Image => Text("image");

    internal string Project => Map("build", "args").GetValueOrDefault("PROJECT", "");

    internal string Command => keys.GetValueOrDefault("command") is { } command ? Flat(command) : "";

    internal string Health => keys.GetValueOrDefault("healthcheck") is Dictionary<object, object> check && check.TryGetValue("test", out var test) ? Flat(test) : "";

    internal IReadOnlyDictionary<string, string> Environment => Map("environment");

    internal bool PublishesPorts => keys.ContainsKey("ports");

    /// <summary>What it waits for, e.g. <c>rabbitmq: service_healthy</c>.</summary>
    internal IReadOnlySet<string> WaitsFor => keys.GetValueOrDefault("depends_on") is Dictionary<object, object> others
        ? others.Select(o => $"{o.Key}: {((Dictionary<object, object>)o.Value)["condition"]}").ToHashSet()
        : new HashSet<string>();

    private string Text(string key) => keys.GetValueOrDefault(key)?.ToString() ?? "";

    private static string Flat(object value) => value is List<object> list ? string.Join(' ', list) : value.ToString()!;

    private Dictionary<string, string> Map(params string[] path)
    {
        object? at = keys;
        foreach (var key in path)
        {
            at = (at as Dictionary<object, object>)?.GetValueOrDefault(key);
        }

        return at is Dictionary<object, object> map ? map.ToDictionary(m => m.Key.ToString()!, m => m.Value?.ToString() ?? "") : [];
    }
}
