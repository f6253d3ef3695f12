using System.Text;
using System.Text.Json.Nodes;
using RabbitMQ.Client;

namespace LostCases.Faults;

/// <summary>What no service can read is put aside with its reason; the service lives, and its neighbours' messages are not held up.</summary>
internal static class Poison
{
    internal static async Task RunAsync(Scene scene)
    {
        await scene.Broker.TapAsync("oversight");
        await scene.ThroughAsync(scene.Walk(Route.Plain));
        var sample = (await scene.Broker.UntapAsync("oversight")).First(l => Encoding.UTF8.GetString(l.Body).Contains("ReportSubmitted", StringComparison.Ordinal));
        List<int> numbers = [.. await Task.WhenAll(Processes.Owners.Select(Processes.NumberAsync))];
        var bodies = Bodies(JsonNode.Parse(sample.Body)!).ToList();
        foreach (var owner in Processes.Owners)
        {
            await scene.Broker.PutAsync(bodies.Select(b => new Letter(owner, new BasicProperties(sample.Properties) { MessageId = Guid.NewGuid().ToString() }, b)));
        }

        await scene.ThroughAsync(scene.Walk(Route.Plain));
        await scene.QuietAsync();
        foreach (var owner in Processes.Owners)
        {
            var aside = await UntilAsideAsync(scene, owner, bodies.Count);
            scene.Score.Expect($"{owner} puts aside all it cannot read or does not take", aside == bodies.Count, $"{aside} of {bodies.Count}");
        }

        scene.Score.Expect("no service died of it", numbers.SequenceEqual(await Task.WhenAll(Processes.Owners.Select(Processes.NumberAsync))), "one has another number");
        foreach (var owner in Processes.Owners)
        {
            scene.Score.Expect($"{owner} lives", await Processes.IsAliveAsync(owner), "it is dead");
            foreach (var queue in Scene.Aside[owner])
            {
                await scene.Broker.EmptyAsync(queue);
            }
        }
    }

    /// <summary>Bodies that cannot be read, most of them one wrong place in a good one.</summary>
    private static IEnumerable<byte[]> Bodies(JsonNode good)
    {
        byte[] With(Action<JsonObject> bend)
        {
            var copy = (JsonObject)good.DeepClone();
            copy["messageId"] = Guid.NewGuid().ToString();
            bend((JsonObject)copy["message"]!);
            return Encoding.UTF8.GetBytes(copy.ToJsonString());
        }

        yield return "败诉"u8.ToArray();
        yield return [];
        yield return [0xC3, 0x28, 0xFF, 0xFE];
        yield return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 10_000)));
        yield return With(m => m.Remove("case"));
        yield return With(m => m["case"] = 7);
        yield return With(m => m["case"]!["id"] = "不是编号");
        yield return With(m => m["case"]!["sequence"] = JsonNode.Parse("1e400"));
    }

    private static async Task<uint> UntilAsideAsync(Scene scene, string owner, int wanted)
    {
        var aside = 0u;
        for (var until = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < until && aside < wanted; await Task.Delay(200))
        {
            aside = 0;
            foreach (var queue in Scene.Aside[owner])
            {
                aside += await scene.Broker.CountAsync(queue);
            }
        }

        return aside;
    }
}
