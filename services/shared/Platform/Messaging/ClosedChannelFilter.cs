using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Logging;

namespace LostCases.Platform;

/// <summary>
/// Ends the work on a channel some time after the channel has closed, so that the endpoint is connected anew. Without it a consumer
/// whose channel closes between the broker's consent and the news of it waits for ever, and with it the whole process.
/// </summary>
/// <param name="grace">For the messages in hand; what is not done by then comes again, and waits in the inbox for the first to end.</param>
/// <param name="log">Told when a channel is left.</param>
internal sealed class ClosedChannelFilter(TimeSpan grace, ILogger<ClosedChannelFilter> log) : IFilter<ChannelContext>
{
    public async Task Send(ChannelContext context, IPipe<ChannelContext> next)
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        context.Channel.ChannelShutdownAsync += (_, _) =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        if (context.Channel.IsClosed)
        {
            closed.TrySetResult();
        }

        var consuming = next.Send(context);
        if (await Task.WhenAny(consuming, closed.Task) != consuming && await Task.WhenAny(consuming, Task.Delay(grace)) != consuming)
        {
            log.ChannelLeft(grace.TotalSeconds);
            throw new RabbitMqConnectionException("The channel has closed and its consumer did not end.");
        }

        await consuming;
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("closedChannel");
}
