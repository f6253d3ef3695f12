using System.Collections.Concurrent;
using System.Reflection;
using LostCases.Contracts;
using LostCases.Platform;
using MassTransit;

namespace LostCases.TestBed;

/// <summary>A message as it came by.</summary>
/// <param name="Id">Its message id.</param>
/// <param name="Message">The message.</param>
/// <param name="Trace">The trace it carries on, or null.</param>
public sealed record Heard(Guid Id, object Message, string? Trace);

/// <summary>The other end of the broker: publishes like another owner and hears everything that is published, in order.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly ConcurrentQueue<Heard> _heard = new();
    private readonly IBusControl _bus;

    private Wire(string[] queues) => _bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
    {
        rabbit.Host(Servers.RabbitMq);
        rabbit.ConfigureJsonSerializerOptions(Json.Configure);
        rabbit.ReceiveEndpoint(new TemporaryEndpointDefinition("heard"), (IRabbitMqReceiveEndpointConfigurator endpoint) => Hear(endpoint));
        foreach (var queue in queues)
        {
            rabbit.ReceiveEndpoint(queue, endpoint =>
            {
                endpoint.ConfigureConsumeTopology = false;
                endpoint.SetQuorumQueue();
                Hear(endpoint);
            });
        }
    });

    /// <summary>The messages of Contracts.</summary>
    public static IReadOnlyList<Type> Messages { get; } = FindMessages();

    /// <summary>Everything heard so far.</summary>
    public IReadOnlyList<Heard> All => [.. _heard];

    /// <summary>Connects; also takes the commands sent to these queues, in the place of their owners.</summary>
    public static async Task<Wire> OpenAsync(params string[] queues)
    {
        var wire = new Wire(queues);
        await wire._bus.StartAsync();
        return wire;
    }

    /// <summary>Messages of a type, in the order heard.</summary>
    public IReadOnlyList<T> Of<T>() => [.. _heard.Select(h => h.Message).OfType<T>()];

    /// <summary>Publishes an event as its owner would.</summary>
    public Task PublishAsync(object message, Guid? id = null) =>
        _bus.Publish(message, message.GetType(), Pipe.Execute<PublishContext>(c => c.MessageId = id ?? Guid.NewGuid()));

    /// <summary>Sends a command to an owner.</summary>
    public async Task SendAsync(string queue, object message, Guid? id = null)
    {
        var endpoint = await _bus.GetSendEndpoint(new Uri($"exchange:{queue}"));
        await endpoint.Send(message, message.GetType(), Pipe.Execute<SendContext>(c => c.MessageId = id ?? Guid.NewGuid()));
    }

    /// <summary>Waits until everything published before now has been heard: what comes last is heard last.</summary>
    public async Task CatchUpAsync()
    {
        var last = new DeadlineMet { DeadlineId = Guid.NewGuid(), CaseId = Guid.NewGuid(), Kind = "REVIEW", StoppedOn = new DateOnly(2026, 1, 1) };
        await PublishAsync(last);
        await Probe.UntilAsync("the last message is heard", () => Of<DeadlineMet>().Any(m => m.DeadlineId == last.DeadlineId), heard => heard);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _bus.StopAsync();

    private void Hear(IReceiveEndpointConfigurator endpoint)
    {
        endpoint.ConcurrentMessageLimit = 1;
        endpoint.PrefetchCount = 500;
        foreach (var type in Messages)
        {
            GetType().GetMethod(nameof(Handle), BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(type).Invoke(this, [endpoint]);
        }
    }

    private void Handle<T>(IReceiveEndpointConfigurator endpoint)
        where T : class => endpoint.Handler<T>(context =>
        {
            _heard.Enqueue(new Heard(context.MessageId!.Value, context.Message, context.Headers.Get<string>("MT-Activity-Id")));
            return Task.CompletedTask;
        });

    private static List<Type> FindMessages()
    {
        var records = typeof(ICaseEvent).Assembly.GetTypes().Where(t => t is { IsClass: true, IsPublic: true } && t.GetMethod("<Clone>$") is not null).ToList();
        var parts = records.SelectMany(t => t.GetProperties()).SelectMany(p => p.PropertyType.GetGenericArguments().Append(p.PropertyType)).ToHashSet();
        return [.. records.Where(t => !parts.Contains(t) || t == typeof(OpenStep)).OrderBy(t => t.Name, StringComparer.Ordinal)];
    }
}
