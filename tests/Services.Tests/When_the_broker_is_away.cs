using System.Net;
using System.Net.Sockets;
using LostCases.Platform;
using RabbitMQ.Client;

namespace LostCases.Services.Tests;

/// <summary>No attempt to connect is made while there is nobody to connect to.</summary>
public sealed class When_the_broker_is_away
{
    [Fact]
    public async Task It_is_waited_for()
    {
        var broker = new ConnectionFactory { HostName = "127.0.0.1", Port = FreePort() };
        var waiting = BrokerPort.WaitAsync(broker, CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.False(waiting.IsCompleted);

        using var back = new TcpListener(IPAddress.Loopback, broker.Port);
        back.Start();
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_process_that_stops_waits_no_longer()
    {
        using var stopping = new CancellationTokenSource();
        var waiting = BrokerPort.WaitAsync(new ConnectionFactory { HostName = "127.0.0.1", Port = FreePort() }, stopping.Token);
        await stopping.CancelAsync();
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static int FreePort()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        return ((IPEndPoint)taken.LocalEndpoint).Port;
    }
}
