using LostCases.Harness;

namespace LostCases.Faults;

/// <summary>What every drill works with, and how its end is judged.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly Dictionary<Route, string> _calm = [];

    private Scene(Options options, Score score, Town town, Broker broker) =>
        (Options, Score, Town, Broker, Random) = (options, score, town, broker, new Random(options.Seed));

    /// <summary>All drills, in the order they are run.</summary>
    internal static IReadOnlyList<(string Name, Func<Scene, Task> Run)> Drills { get; } =
    [
        ("acts", EachAct.RunAsync),
        ("points", CrashPoints.RunAsync),
        ("kills", RandomKills.RunAsync),
        ("twins", Twins.RunAsync),
        ("engines", Engines.RunAsync),
        ("broker", BrokerAway.RunAsync),
        ("alarm", DiskAlarm.RunAsync),
        ("database", DatabaseAway.RunAsync),
        ("order", Reordered.RunAsync),
        ("repeats", Repeated.RunAsync),
        ("poison", Poison.RunAsync),
    ];

    /// <summary>Where messages of each owner go that it has given up or does not take.</summary>
    internal static IReadOnlyDictionary<string, string[]> Aside { get; } = Processes.Owners.ToDictionary(o => o, o => new[] { $"{o}_error", $"{o}_dead", $"{o}_skipped" });

    internal Options Options { get; }

    internal Score Score { get; }

    internal Town Town { get; }

    internal Broker Broker { get; private set; }

    internal Journal Journal { get; } = new(Path.Combine(Installation.State, "results", "faults-journal.jsonl"));

    internal Random Random { get; }

    /// <summary>Makes the town and takes one case through each route while nothing is disturbed.</summary>
    internal static async Task<Scene> OpenAsync(Options options, Score score)
    {
        var scene = new Scene(options, score, await Town.OpenAsync(), await Broker.OpenAsync());
        foreach (var queue in Aside.Values.SelectMany(q => q))
        {
            await scene.Broker.EmptyAsync(queue); // what was put aside before this run is none of it
        }

        foreach (var route in Enum.GetValues<Route>())
        {
            scene._calm[route] = await scene.Walk(route).RunAsync();
            Console.WriteLine($"undisturbed, {route}: {scene._calm[route]}");
        }

        return scene;
    }

    internal Walk Walk(Route route, Func<int, string, Task>? before = null) => new(Town, Journal, route, before);

    /// <summary>Takes cases to their end side by side; each must end as one that nobody disturbed.</summary>
    internal async Task CrowdAsync(int cases, Func<int, string, Task>? before = null)
    {
        var routes = Enumerable.Range(0, cases).Select(n => n % 3 == 0 ? Route.Plain : Route.Joint);
        await Task.WhenAll(routes.Select(r => ThroughAsync(Walk(r, before))));
    }

    /// <summary>Takes one case to its end.</summary>
    internal async Task ThroughAsync(Walk walk)
    {
        string end;
        try
        {
            end = await walk.RunAsync();
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
        {
            end = failure.Message;
        }

        Judge(walk, end);
    }

    internal void Judge(Walk walk, string end) => Score.Expect($"{walk.Route} case {walk.Case}", end == _calm[walk.Route], end);

    /// <summary>Waits until nothing is under way any more; says what still is after five minutes, else nothing.</summary>
    internal async Task<string> QuietAsync()
    {
        var waiting = new List<string>();
        for (var (still, until) = (0, DateTime.UtcNow.AddMinutes(5)); still < 4 && DateTime.UtcNow < until; await Task.Delay(500))
        {
            waiting.Clear();
            foreach (var owner in Processes.Owners)
            {
                var (come, gone) = (await Broker.CountAsync(owner), await Records.CountAsync($"select count(*) from {owner}.outbox_message"));
                if (come + gone > 0)
                {
                    waiting.Add($"{owner} has {come} to take and {gone} to send");
                }
            }

            still = waiting.Count == 0 ? still + 1 : 0;
        }

        return string.Join(", ", waiting);
    }

    /// <summary>The end of a drill: no message has been given up, and the invariant checker finds nothing.</summary>
    internal async Task SettleAsync(string drill, DateTime began)
    {
        Broker = await Broker.OpenAsync(); // the former connection may have died with the broker
        var waiting = await QuietAsync();
        Score.Expect($"all has come to rest after {drill}", waiting.Length == 0, waiting);
        foreach (var queue in Aside.Values.SelectMany(q => q))
        {
            var given = await Broker.CountAsync(queue);
            Score.Expect($"{queue} is empty after {drill}", given == 0, $"{given} messages");
        }

        var (holds, said) = await Journal.CheckAsync();
        Score.Expect($"deploy/check after {drill}", holds, said);
        Console.WriteLine($"{said.Split('\n')[^1]}, {(DateTime.UtcNow - began).TotalSeconds:0} s");
    }

    public ValueTask DisposeAsync() => Broker.DisposeAsync();
}
