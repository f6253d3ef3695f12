namespace LostCases.Faults;

/// <summary>
/// All messages of finished cases come again, several times and in any order; then once more after the services have forgotten that
/// they had them. No record may be added, no case may change.
/// </summary>
internal static class Repeated
{
    internal static async Task RunAsync(Scene scene)
    {
        foreach (var owner in Processes.Owners)
        {
            await scene.Broker.TapAsync(owner);
        }

        Walk[] walks = [scene.Walk(Route.Plain), scene.Walk(Route.Joint)];
        await Task.WhenAll(walks.Select(scene.ThroughAsync));
        await scene.QuietAsync();
        var letters = new List<Letter>();
        foreach (var owner in Processes.Owners)
        {
            letters.AddRange(await scene.Broker.UntapAsync(owner));
        }

        scene.Score.Expect("messages were copied for every owner", letters.Select(l => l.Queue).Distinct().Count() == Processes.Owners.Length, $"{letters.Count}");
        await AgainAsync(scene, walks, "repeated", [.. letters, .. letters, .. letters]);
        foreach (var owner in Processes.Owners)
        {
            await Records.ChangeAsync($"delete from {owner}.inbox_mark");
        }

        await AgainAsync(scene, walks, "late", [.. letters]);
    }

    private static async Task AgainAsync(Scene scene, Walk[] walks, string how, Letter[] letters)
    {
        var before = await Records.RowsAsync();
        scene.Random.Shuffle(letters);
        await scene.Broker.PutAsync(letters);
        await scene.QuietAsync();
        foreach (var walk in walks)
        {
            scene.Judge(walk, await walk.EndAsync());
        }

        var after = await Records.RowsAsync();
        var changed = after.Where(a => before.GetValueOrDefault(a.Key) != a.Value).Select(a => $"{a.Key} {before.GetValueOrDefault(a.Key)} → {a.Value}").ToList();
        scene.Score.Expect($"{how} messages add no record", changed.Count == 0, string.Join(", ", changed));
    }
}
