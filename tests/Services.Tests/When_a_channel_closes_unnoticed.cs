using LostCases.Platform;
using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;

namespace LostCases.Services.Tests;

/// <summary>The broker goes while a consumer begins: its channel is closed, and the transport waits for a consent that will not come.</summary>
public sealed class When_a_channel_closes_unnoticed
{
    [Fact]
    public async Task The_endpoint_is_connected_anew()
    {
        var (queue, stuck, heard) = ($"unnoticed-{Guid.NewGuid():N}", new StuckOnce(), new TaskCompletionSource<string>());
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(Servers.RabbitMq);
            rabbit.ReceiveEndpoint(queue, endpoint =>
            {
                endpoint.QueueExpiration = TimeSpan.FromMinutes(5);
                endpoint.ConfigureChannel(c =>
                {
                    c.UseFilter(new ClosedChannelFilter(TimeSpan.FromMilliseconds(200), NullLogger<ClosedChannelFilter>.Instance));
                    c.UseFilter(stuck);
                });
                endpoint.Handler<Sign>(m => Task.FromResult(heard.TrySetResult(m.Message.Text)));
            });
        });
        await bus.StartAsync();
        await stuck.CloseAsync();
        await stuck.IsStuck.WaitAsync(TimeSpan.FromSeconds(30));

        await (await bus.GetSendEndpoint(new Uri($"exchange:{queue}"))).Send(new Sign("到了"));
        Assert.Equal("到了", await heard.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        await bus.StopAsync(TimeSpan.FromSeconds(10));
    }

    public sealed record Sign(string Text);

    /// <summary>On the second channel it closes that channel and never returns.</summary>
    private sealed class StuckOnce : IFilter<ChannelContext>
    {
        private readonly TaskCompletionSource _stuck = new();
        private int _channels;
        private IChannel? _channel;

        internal Task IsStuck => _stuck.Task;

        // The transport disposes the channel meanwhile, which its closing may not survive.
        internal Task CloseAsync() => Record.ExceptionAsync(() => _channel!.CloseAsync());

        public async Task Send(ChannelContext context, IPipe<ChannelContext> next)
        {
            _channel = context.Channel;
            if (Interlocked.Increment(ref _channels) == 2)
            {
                await CloseAsync();
                _stuck.SetResult();
                await Task.Delay(Timeout.Infinite);
            }

            await next.Send(context);
        }

        public void Probe(ProbeContext context)
        {
        }
    }
}
