using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace LostCases.Services.Tests;

/// <summary>A mail server on a port of this machine that keeps what it takes, and refuses when it is told to.</summary>
internal sealed class MailServer : MessageStore, IMailboxFilter, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<MimeMessage> _taken = new();
    private Task _running = Task.CompletedTask;
    private int _refusals;

    private MailServer(int port) => Port = port;

    /// <summary>Where it listens.</summary>
    internal int Port { get; }

    /// <summary>What it has taken, in order.</summary>
    internal IReadOnlyList<MimeMessage> Taken => [.. _taken];

    /// <summary>How often something was handed to it, taken or not.</summary>
    internal int Asked { get; private set; }

    /// <summary>Mailboxes it does not know.</summary>
    internal ConcurrentBag<string> Unknown { get; } = [];

    internal static MailServer Start(int? port = null)
    {
        var server = new MailServer(port ?? FreePort());
        var services = new ServiceProvider();
        services.Add((IMessageStore)server);
        services.Add((IMailboxFilter)server);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, server.Port))).Build();
        server._running = new SmtpServer.SmtpServer(options, services).StartAsync(server._stop.Token);
        return server;
    }

    /// <summary>Answers the next so many messages with a passing failure (451).</summary>
    internal void Refuse(int times) => Interlocked.Exchange(ref _refusals, times);

    public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        Asked++;
        if (Interlocked.Decrement(ref _refusals) >= 0)
        {
            return new SmtpResponse(SmtpReplyCode.Aborted, "try again later");
        }

        using var content = new MemoryStream(buffer.ToArray());
        _taken.Enqueue(await MimeMessage.LoadAsync(content, cancellationToken));
        return SmtpResponse.Ok;
    }

    public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
        Task.FromResult(!Unknown.Contains($"{to.User}@{to.Host}"));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // it was told to stop
        }

        _stop.Dispose();
    }

    internal static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
