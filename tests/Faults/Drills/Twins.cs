namespace LostCases.Faults;

/// <summary>Two instances of every process share the work; half of them die in the middle of it, one of each pair.</summary>
internal static class Twins
{
    internal static async Task RunAsync(Scene scene)
    {
        await using var doubles = await Doubles.StartAsync();
        var doors = scene.Town.Doors;
        scene.Town.Doors = [.. doors, doubles.Door];
        var crowd = scene.CrowdAsync(scene.Options.Cases);
        await crowd;

        scene.Town.Doors = [doubles.Door];
        crowd = scene.CrowdAsync(scene.Options.Cases);
        foreach (var owner in Processes.Owners)
        {
            await Task.Delay(scene.Random.Next(500));
            if (scene.Random.Next(2) == 0)
            {
                doubles.Kill(owner);
            }
            else
            {
                await Processes.KillAsync(owner);
            }
        }

        await crowd;
        scene.Town.Doors = doors;
        await Task.WhenAll(Processes.Owners.Select(o => Processes.StartAsync(o)));
    }
}
