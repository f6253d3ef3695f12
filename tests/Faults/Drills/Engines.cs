namespace LostCases.Faults;

/// <summary>The system is moved to the other workflow engine and back while cases stand in every state, and they go on meanwhile.</summary>
internal static class Engines
{
    /// <summary>Acts of a case before which one may be held.</summary>
    private const int Acts = 8;

    internal static async Task RunAsync(Scene scene)
    {
        if (!Engine.HasBoth)
        {
            Console.WriteLine("not run: the host for Elsa is not built here");
            return;
        }

        // Each case is held before an act of its own until the system has been moved, and before the next until it has been moved again.
        var moved = Enumerable.Range(0, 2 * scene.Options.Rounds).Select(_ => new TaskCompletionSource()).ToArray();
        var cases = Enumerable.Range(0, Math.Max(Acts, scene.Options.Cases)).Select(n => scene.ThroughAsync(scene.Walk(
            n % 3 == 0 ? Route.Plain : Route.Joint,
            (act, _) => act - (n % Acts) is var move && move >= 0 && move < moved.Length ? moved[move].Task : Task.CompletedTask))).ToList();
        foreach (var move in moved)
        {
            await Task.Delay(2000 + scene.Random.Next(3000));
            await Engine.SwitchAsync();
            move.SetResult();
        }

        await Task.WhenAll(cases);
    }
}
