using LostCases.Faults;

// Drills on a running system: see README.md. The last line counts what held and what did not.
var options = Options.Read(args);
Console.WriteLine(options);
var score = new Score();
await using var scene = await Scene.OpenAsync(options, score);
foreach (var (name, drill) in Scene.Drills.Where(d => options.Drills.Contains(d.Name)))
{
    Console.WriteLine($"-- {name}");
    var began = DateTime.UtcNow;
    try
    {
        await drill(scene);
    }
    catch (Exception failure) when (failure is InvalidOperationException or TimeoutException or IOException or HttpRequestException)
    {
        score.Expect($"{name} goes through", false, failure.Message);
    }

    await scene.SettleAsync(name, began);
    if (score.Failed > 0)
    {
        Console.WriteLine("what did not come out of this drill says nothing in the next: ended here");
        break;
    }
}

Console.WriteLine($"killed: {Processes.Kills}");
Console.WriteLine($"{score.Passed} passed, {score.Failed} failed");
return score.Failed == 0 && score.Passed > 0 ? 0 : 1;
