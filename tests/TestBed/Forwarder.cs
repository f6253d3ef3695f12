using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace LostCases.TestBed;

/// <summary>A way to a server that can be cut: connections break, and new ones are closed at once until it is restored.</summary>
public sealed class Forwarder : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly (string Host, int Port) _target;
    private readonly Task _accepting;
    private volatile bool _cut;
    private int _turnedAway;

    private Forwarder(string host, int port, bool cut)
    {
        (_target, _cut) = ((host, port), cut);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Port to connect to on the loopback address.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Connections that found the way cut.</summary>
    public int TurnedAway => _turnedAway;

    /// <summary>Opens a way to the server.</summary>
    public static Forwarder To(string host, int port, bool cut = false) => new(host, port, cut);

    /// <summary>Breaks every connection and turns new ones away.</summary>
    public void Cut()
    {
        _cut = true;
        foreach (var client in _open.Keys)
        {
            client.Close();
        }
    }

    /// <summary>Lets connections through again.</summary>
    public void Restore() => _cut = false;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Cut();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = CarryAsync(client);
            }
            catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using var far = new TcpClient();
        using (near)
        {
            if (_cut)
            {
                Interlocked.Increment(ref _turnedAway);
                return;
            }

            try
            {
                _open[near] = _open[far] = 0;
                await far.ConnectAsync(_target.Host, _target.Port, _stop.Token);
                await Task.WhenAny(
                    near.GetStream().CopyToAsync(far.GetStream(), _stop.Token), far.GetStream().CopyToAsync(near.GetStream(), _stop.Token));
            }
            catch (Exception failure) when (failure is OperationCanceledException or SocketException or IOException or ObjectDisposedException or InvalidOperationException)
            {
                // A broken connection is what this is for.
            }
            finally
            {
                _open.TryRemove(near, out _);
                _open.TryRemove(far, out _);
            }
        }
    }
}
