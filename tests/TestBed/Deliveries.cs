using System.Collections.Concurrent;
using MassTransit;

namespace LostCases.TestBed;

/// <summary>Counts deliveries a process is done with: so a test knows that a repeat has been dealt with, not only sent.</summary>
public sealed class Deliveries : IReceiveObserver
{
    private readonly ConcurrentDictionary<Guid, int> _done = new();

    /// <summary>How many deliveries of the message have been dealt with.</summary>
    public int Of(Guid messageId) => _done.GetValueOrDefault(messageId);

    /// <summary>How many messages have been dealt with here.</summary>
    public int Total => _done.Count;

    /// <inheritdoc/>
    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task PostReceive(ReceiveContext context)
    {
        if (context.GetMessageId() is { } id)
        {
            _done.AddOrUpdate(id, 1, (_, n) => n + 1);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    /// <inheritdoc/>
    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Task.CompletedTask;

    /// <inheritdoc/>
    public Task ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;
}
