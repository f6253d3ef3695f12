namespace LostCases.Faults;

/// <summary>RabbitMQ is killed, and stopped in order, while cases run; people's acts are answered meanwhile.</summary>
internal static class BrokerAway
{
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(5);

    internal static async Task RunAsync(Scene scene)
    {
        var crowd = scene.CrowdAsync(scene.Options.Cases);
        await Processes.KillAsync("rabbitmq");
        await ActsAreAnsweredAsync(scene, "the broker is dead");
        await Processes.StartAsync("rabbitmq");
        await Task.Delay(scene.Random.Next(500, 3000));
        await Processes.StartAsync("rabbitmq"); // stops it first
        await crowd;
    }

    /// <summary>Registers judgments, each of which must be answered in time.</summary>
    internal static async Task ActsAreAnsweredAsync(Scene scene, string meanwhile)
    {
        for (var n = 0; n < 5; n++)
        {
            var began = DateTime.UtcNow;
            await scene.Walk(Route.Plain).RegisterAsync();
            var took = DateTime.UtcNow - began;
            scene.Score.Expect($"an act is answered within {Answer.TotalSeconds} s while {meanwhile}", took < Answer, $"{took.TotalSeconds:0.0} s");
        }
    }
}
