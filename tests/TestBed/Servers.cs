using System.Text;
using RabbitMQ.Client;

namespace LostCases.TestBed;

/// <summary>Every address the tests use; the start script puts them into the environment.</summary>
public static class Servers
{
    /// <summary>Npgsql connection string of a superuser.</summary>
    public static string Postgres { get; } = Needed("LOSTCASES_TEST_POSTGRES");

    /// <summary>Address of the broker.</summary>
    public static Uri RabbitMq { get; } = new(Needed("LOSTCASES_TEST_RABBITMQ"));

    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = Find();

    /// <summary>Removes what earlier tests left in the queues of these owners; their processes declare them anew.</summary>
    public static async Task ForgetQueuesAsync(params string[] owners)
    {
        await using var connection = await new ConnectionFactory { Uri = RabbitMq }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var owner in owners)
        {
            foreach (var queue in new[] { owner, $"{owner}_error", $"{owner}_skipped", $"{owner}_dead" })
            {
                await channel.QueueDeleteAsync(queue);
            }
        }
    }

    /// <summary>Messages in a queue; null where it does not exist.</summary>
    public static async Task<uint?> CountAsync(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = RabbitMq }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == 404)
        {
            return null;
        }
    }

    /// <summary>Why messages were put aside: of each its type, and what its consumer threw.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string queue)
    {
        var faults = new List<string>();
        await using var connection = await new ConnectionFactory { Uri = RabbitMq }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        for (var left = await CountAsync(queue) ?? 0; left > 0; left--)
        {
            if (await channel.BasicGetAsync(queue, autoAck: false) is { BasicProperties.Headers: { } headers } message)
            {
                faults.Add($"{Encoding.UTF8.GetString(message.Body.Span)}: {Text(headers, "MT-Fault-ExceptionType")} {Text(headers, "MT-Fault-Message")} {Text(headers, "MT-Fault-StackTrace")}");
            }
        }

        return faults;
    }

    private static string Text(IDictionary<string, object?> headers, string name) =>
        headers.TryGetValue(name, out var value) && value is byte[] text ? Encoding.UTF8.GetString(text) : "";

    private static string Needed(string name) => Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException($"{name} is not set: run the suite by tests/run.sh, which starts the servers.");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LostCases.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No LostCases.slnx above {AppContext.BaseDirectory}.");
    }
}
