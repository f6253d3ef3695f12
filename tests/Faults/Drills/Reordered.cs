namespace LostCases.Faults;

/// <summary>Services are away while a case goes on; what has gathered for them is shuffled before they are back.</summary>
internal static class Reordered
{
    /// <summary>Who is away until which act; null: to the end.</summary>
    private static readonly (string Owner, string? Until)[] Away =
        [("review", "accept-report"), ("disposition", "receive-feedback"), ("oversight", null), ("notification", null)];

    internal static async Task RunAsync(Scene scene)
    {
        for (var n = 0; n < 3; n++)
        {
            foreach (var (owner, _) in Away)
            {
                await Processes.KillAsync(owner);
            }

            var walk = scene.Walk(Route.Joint, async (_, act) =>
            {
                foreach (var (owner, _) in Away.Where(a => a.Until == act || (a.Until is null && act == Walk.Ended)))
                {
                    await ShuffleAsync(scene, owner);
                    await Processes.StartAsync(owner);
                }
            });
            await scene.ThroughAsync(walk);
        }
    }

    private static async Task ShuffleAsync(Scene scene, string owner)
    {
        var letters = (await scene.Broker.TakeAllAsync(owner)).ToArray();
        scene.Score.Expect($"messages have gathered for {owner}", letters.Length > 1, $"{letters.Length}");
        scene.Random.Shuffle(letters);
        await scene.Broker.PutAsync(letters);
    }
}
