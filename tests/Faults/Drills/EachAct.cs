namespace LostCases.Faults;

/// <summary>
/// Kills a process while an act is under way, at every act of both routes; round after round it is the next process' turn, so that as
/// many rounds as there are processes kill each one at every act.
/// </summary>
internal static class EachAct
{
    internal static async Task RunAsync(Scene scene)
    {
        for (var round = 0; round < scene.Options.Rounds; round++)
        {
            foreach (var route in Enum.GetValues<Route>())
            {
                var (crash, offset) = (Task.CompletedTask, round + scene.Options.Seed);
                await scene.ThroughAsync(scene.Walk(route, async (at, _) =>
                {
                    await crash;
                    var (victim, after) = (Processes.All[(at + offset) % Processes.All.Length], scene.Random.Next(150));
                    crash = CrashAsync(victim, after);
                }));
                await crash;
            }
        }
    }

    private static async Task CrashAsync(string victim, int after)
    {
        await Task.Delay(after);
        await Processes.CrashAsync(victim);
    }
}
