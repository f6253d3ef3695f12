namespace LostCases.Faults;

/// <summary>Processes are killed at random while cases run; the cases go no faster than the kills, so that none comes too late.</summary>
internal static class RandomKills
{
    private const int DownAtOnce = 2;

    internal static async Task RunAsync(Scene scene)
    {
        var done = 0;
        var killing = KillAsync(scene, () => Interlocked.Increment(ref done));
        await scene.CrowdAsync(scene.Options.Cases, async (at, _) =>
        {
            while (Volatile.Read(ref done) * (long)Walk.Longest < (long)at * scene.Options.Kills && !killing.IsCompleted)
            {
                await Task.Delay(100);
            }
        });
        await killing;
        scene.Score.Expect("all kills were done", done == scene.Options.Kills, $"{done}");
    }

    private static async Task KillAsync(Scene scene, Action did)
    {
        using var slots = new SemaphoreSlim(DownAtOnce);
        var crashes = new List<Task>();
        for (var left = scene.Options.Kills; left > 0; left--)
        {
            await Task.Delay(scene.Random.Next(200, 1500));
            var victim = Processes.All[scene.Random.Next(Processes.All.Length)];
            await slots.WaitAsync();
            crashes.Add(CrashAsync(victim, slots));
            did();
        }

        await Task.WhenAll(crashes);
    }

    private static async Task CrashAsync(string victim, SemaphoreSlim slots)
    {
        try
        {
            await Processes.CrashAsync(victim);
        }
        finally
        {
            slots.Release();
        }
    }
}
