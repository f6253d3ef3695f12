using LostCases.Harness;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace LostCases.Faults;

/// <summary>A message as it was on the wire.</summary>
internal sealed record Letter(string Queue, BasicProperties Properties, byte[] Body);

/// <summary>The broker, past the product: copies of what is delivered, repeats, nonsense, counts.</summary>
internal sealed class Broker : IAsyncDisposable
{
    private readonly IConnection _connection;

    private Broker(IConnection connection) => _connection = connection;

    internal static async Task<Broker> OpenAsync()
    {
        var factory = new ConnectionFactory { Uri = Installation.RabbitMq };
        return new Broker(await factory.CreateConnectionAsync());
    }

    /// <summary>How many messages wait in a queue; 0 where it does not exist.</summary>
    internal async Task<uint> CountAsync(string queue)
    {
        await using var channel = await _connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (OperationInterruptedException)
        {
            return 0;
        }
    }

    /// <summary>From now on a copy of all that goes to an owner is kept in a queue of ours.</summary>
    internal async Task TapAsync(string owner)
    {
        await using var channel = await _connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(Tap(owner), durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(Tap(owner), owner, "");
    }

    /// <summary>Ends it and gives what was copied.</summary>
    internal async Task<List<Letter>> UntapAsync(string owner)
    {
        var letters = (await TakeAllAsync(Tap(owner))).ConvertAll(l => l with { Queue = owner });
        await using var channel = await _connection.CreateChannelAsync();
        await channel.QueueDeleteAsync(Tap(owner));
        return letters;
    }

    /// <summary>Takes all that waits in a queue.</summary>
    internal async Task<List<Letter>> TakeAllAsync(string queue)
    {
        await using var channel = await _connection.CreateChannelAsync();
        var letters = new List<Letter>();
        while (await channel.BasicGetAsync(queue, autoAck: true) is { } got)
        {
            letters.Add(new Letter(queue, new BasicProperties(got.BasicProperties), got.Body.ToArray()));
        }

        return letters;
    }

    /// <summary>Takes all that waits in a queue away, if there is such a queue.</summary>
    internal async Task EmptyAsync(string queue)
    {
        if (await CountAsync(queue) > 0)
        {
            await TakeAllAsync(queue);
        }
    }

    /// <summary>Puts messages into their queues, confirmed.</summary>
    internal async Task PutAsync(IEnumerable<Letter> letters)
    {
        await using var channel = await _connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        foreach (var letter in letters)
        {
            await channel.BasicPublishAsync("", letter.Queue, mandatory: true, letter.Properties, letter.Body);
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static string Tap(string owner) => $"tap_{owner}";
}
