using System.Collections.Concurrent;
using System.Text;
using LostCases.Harness;
using RabbitMQ.Client.Events;
using RabbitMQ.Client;

namespace LostCases.Benchmarks.Floor;

/// <summary>A quorum queue per owner in the system's RabbitMQ; persistent messages, confirmed publishes, acknowledged by hand.</summary>
internal sealed class FloorBroker : IAsyncDisposable
{
    private const ushort Prefetch = 16;
    private readonly ConcurrentBag<IChannel> _publishing = [];
    private readonly List<IChannel> _consuming = [];
    private readonly IConnection _connection;
    private readonly byte[] _body;

    private FloorBroker(IConnection connection, string body) => (_connection, _body) = (connection, Encoding.UTF8.GetBytes(body));

    /// <summary>What a received message leads to, by what it carries; the message is acknowledged afterwards.</summary>
    internal Func<string, Task> Received { get; set; } = _ => Task.CompletedTask;

    internal static async Task<FloorBroker> OpenAsync(string body)
    {
        var factory = new ConnectionFactory { Uri = Installation.RabbitMq, ConsumerDispatchConcurrency = Prefetch };
        var broker = new FloorBroker(await factory.CreateConnectionAsync(), body);
        foreach (var owner in DurableSteps.Owners)
        {
            await broker.ConsumeAsync(Queue(owner));
        }

        return broker;
    }

    /// <summary>Returns when the broker has confirmed.</summary>
    internal async Task PublishAsync(string owner, string carried)
    {
        var channel = _publishing.TryTake(out var free) ? free : await _connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await channel.BasicPublishAsync("", Queue(owner), mandatory: true, new BasicProperties { Persistent = true, MessageId = carried }, _body);
        _publishing.Add(channel);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var owner in DurableSteps.Owners)
        {
            await _consuming[0].QueueDeleteAsync(Queue(owner));
        }

        await _connection.DisposeAsync();
    }

    private static string Queue(string owner) => $"floor.{owner}";

    private async Task ConsumeAsync(string queue)
    {
        var channel = await _connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await channel.BasicQosAsync(0, Prefetch, false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            await Received(delivery.BasicProperties.MessageId!);
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
        };
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
        _consuming.Add(channel);
    }
}
