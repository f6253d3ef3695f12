namespace LostCases.Faults;

/// <summary>PostgreSQL is restarted and killed while cases run, then stays away while messages wait; none of them is given up.</summary>
internal static class DatabaseAway
{
    private const int Waiting = 100;
    private static readonly string[] Held = ["oversight", "notification"];

    internal static async Task RunAsync(Scene scene)
    {
        var crowd = scene.CrowdAsync(scene.Options.Cases);
        await Processes.StartAsync("postgres"); // stops it first
        await Task.Delay(scene.Random.Next(500, 3000));
        await Processes.CrashAsync("postgres");
        await crowd;

        await Task.WhenAll(Held.Select(Processes.HoldAsync));
        crowd = scene.CrowdAsync(scene.Options.Cases);
        uint waiting;
        for (var until = DateTime.UtcNow.AddMinutes(2); (waiting = await WaitingAsync(scene)) < Waiting && DateTime.UtcNow < until;)
        {
            await Task.Delay(200);
        }

        scene.Score.Expect($"{Waiting} messages wait", waiting >= Waiting, $"{waiting}");
        await Processes.KillAsync("postgres");
        await Task.WhenAll(Held.Select(Processes.ReleaseAsync));
        await Task.Delay(TimeSpan.FromSeconds(scene.Options.Outage));
        await Processes.StartAsync("postgres");
        await crowd;
    }

    private static async Task<uint> WaitingAsync(Scene scene)
    {
        var waiting = 0u;
        foreach (var owner in Held)
        {
            waiting += await scene.Broker.CountAsync(owner);
        }

        return waiting;
    }
}
