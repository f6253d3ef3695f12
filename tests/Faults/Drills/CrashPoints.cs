namespace LostCases.Faults;

/// <summary>Processes die at the places where a crash could lose something or do it twice (Platform's CrashPoint), each in turn.</summary>
internal static class CrashPoints
{
    private static readonly string[] Actors = ["intake", "investigation", "review", "disposition"];

    private static readonly (string Place, string[] Who)[] Places =
    [
        ("act-written", Actors),
        ("act-committed", Actors),
        ("message-written", Processes.Owners),
        ("message-committed", Processes.Owners),
        ("outbox-claimed", [.. Actors, "workflow"]),
        ("outbox-sent", [.. Actors, "workflow"]),
        ("document-received", ["intake", "investigation", "review"]),
    ];

    internal static async Task RunAsync(Scene scene)
    {
        foreach (var (place, who) in Places)
        {
            var passing = who.ToDictionary(w => w, _ => scene.Random.Next(1, place == "document-received" ? 1 : 3));
            await Task.WhenAll(who.Select(w => Processes.StartAsync(w, ("LOSTCASES_CRASH_AT", $"{place}:{passing[w]}"))));
            using var over = new CancellationTokenSource();
            var attending = who.Select(w => AttendAsync(w, over.Token)).ToList();
            await scene.ThroughAsync(scene.Walk(Route.Joint));
            await over.CancelAsync();
            foreach (var (process, died) in who.Zip(await Task.WhenAll(attending)))
            {
                scene.Score.Expect($"{process} dies at {place}:{passing[process]}", died, "it lived");
            }
        }
    }

    /// <summary>Starts a process again, without the variable, when it has died.</summary>
    private static async Task<bool> AttendAsync(string process, CancellationToken over)
    {
        while (await Processes.IsAliveAsync(process))
        {
            if (over.IsCancellationRequested)
            {
                await Processes.StartAsync(process);
                return false;
            }

            await Task.Delay(100, CancellationToken.None);
        }

        await Processes.StartAsync(process);
        return true;
    }
}
