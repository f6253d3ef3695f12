using System.Net.Sockets;
using RabbitMQ.Client;

namespace LostCases.Platform;

/// <summary>
/// Holds an attempt to connect until the broker's port is open. The transport waits longer after every attempt that failed, up to half a
/// minute, and never forgets one; so after a while each restart of the broker would cost its services that long.
/// </summary>
internal static class BrokerPort
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Returns when the port is open, or when the process stops.</summary>
    internal static async Task WaitAsync(ConnectionFactory broker, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && !await IsOpenAsync(broker, stopping))
        {
            await Task.Delay(Pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<bool> IsOpenAsync(ConnectionFactory broker, CancellationToken stopping)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(broker.HostName, broker.Port, stopping);
            return true;
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}
