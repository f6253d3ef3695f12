using LostCases.Harness;

namespace LostCases.Faults;

/// <summary>RabbitMQ takes no more messages because its disk is full; no act waits for it, and all goes on when there is room again.</summary>
internal static class DiskAlarm
{
    internal static async Task RunAsync(Scene scene)
    {
        await MustAsync(scene, "set_disk_free_limit", "900000GB");
        var crowd = scene.CrowdAsync(scene.Options.Cases);
        await Task.Delay(2000);
        await BrokerAway.ActsAreAnsweredAsync(scene, "the broker takes nothing");
        scene.Score.Expect("messages wait for the broker", await Records.CountAsync("select count(*) from intake.outbox_message") > 0, "none waits");
        await MustAsync(scene, "set_disk_free_limit", "50MB");
        await crowd;
    }

    private static async Task MustAsync(Scene scene, params string[] arguments)
    {
        var (code, said) = await Script.RunAsync("broker", arguments);
        scene.Score.Expect($"deploy/broker {string.Join(' ', arguments)}", code == 0, said);
    }
}
