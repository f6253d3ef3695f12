using LostCases.Notification.Data;
using LostCases.Platform;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace LostCases.Notification.Mail;

/// <summary>
/// Sends what is queued: claims by a committed lease, sends, notes that the server has taken it. What a crash leaves between the two is
/// sent again under the same Message-ID, so the reader's mailbox knows it for the same. What fails is tried again after growing pauses.
/// </summary>
internal sealed class MailSweep(IServiceScopeFactory scopes, MailOptions mail, PlatformOptions options, TimeProvider time, ILogger<MailSweep> log)
    : Sweep(TimeSpan.FromSeconds(15), atOnce: true, options, time, log)
{
    private const int BatchSize = 20;
    private const int MostAttempts = 12;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);
    private readonly ILogger _log = log;

    protected override async Task SweepAsync(CancellationToken ct)
    {
        while (mail.IsOn && await SendAsync(ct) == BatchSize)
        {
        }
    }

    /// <summary>The pause before the next attempt: one minute, then twice as long each time, six hours at most.</summary>
    internal static TimeSpan Pause(int attempts) => attempts > 9 ? Longest : TimeSpan.FromMinutes(Math.Min(1 << (attempts - 1), Longest.TotalMinutes));

    private async Task<int> SendAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationDbContext>();
        var claimed = await ClaimAsync(db, ct);
        if (claimed.Count == 0)
        {
            return 0;
        }

        using var client = new SmtpClient { Timeout = 30_000 };
        foreach (var one in claimed)
        {
            await SendAsync(db, client, one, ct);
            one.ClaimedUntil = null;
            await db.SaveChangesAsync(ct);
        }

        await client.DisconnectAsync(quit: true, ct);
        return claimed.Count;
    }

    private async Task<List<OutgoingMail>> ClaimAsync(NotificationDbContext db, CancellationToken ct)
    {
        var now = Time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var due = await db.Mails.FromSql(
            $"""
            select * from notification.mail where state = 'Queued' and next_at <= {now} and (claimed_until is null or claimed_until < {now})
            order by next_at limit {BatchSize} for update skip locked
            """).ToListAsync(ct);
        due.ForEach(m => m.ClaimedUntil = now + Lease);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return due;
    }

    private async Task SendAsync(NotificationDbContext db, SmtpClient client, OutgoingMail one, CancellationToken ct)
    {
        var address = await db.Subscriptions.Where(s => s.AccountId == one.AccountId).Select(s => s.Address).SingleOrDefaultAsync(ct);
        if (address is null || (one.NoticeId is { } notice && !await StillHoldsAsync(db, notice, ct)))
        {
            one.State = MailState.Dropped;
            return;
        }

        one.Attempts++;
        try
        {
            await ConnectAsync(client, ct);
            await client.SendAsync(Message(one, address), ct);
            (one.State, one.SentAt, one.Trouble) = (MailState.Sent, Time.GetUtcNow(), null);
        }
        catch (Exception failure) when (IsTrouble(failure, ct))
        {
            one.Trouble = failure is SmtpCommandException said ? $"SMTP {(int)said.StatusCode}" : failure.GetType().Name;
            var isFinal = failure is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted, StatusCode: >= (SmtpStatusCode)500 };
            (one.State, one.NextAt) = isFinal || one.Attempts >= MostAttempts ? (MailState.Failed, one.NextAt) : (MailState.Queued, Time.GetUtcNow() + Pause(one.Attempts));
            _log.MailNotSent(one.Id, one.Attempts, one.Trouble);
        }
    }

    /// <summary>Whether what it tells of still is so: the limit's newest notice, or a to-do that still waits.</summary>
    private static Task<bool> StillHoldsAsync(NotificationDbContext db, Guid notice, CancellationToken ct) => db.Notices.AnyAsync(
        n => n.Id == notice && n.Current && (n.RequestId == null || db.OpenSteps.Any(s => s.RequestId == n.RequestId && !s.Closed)), ct);

    private async Task ConnectAsync(SmtpClient client, CancellationToken ct)
    {
        if (client.IsConnected)
        {
            return;
        }

        var server = mail.Server!;
        var isTls = server.Scheme == "smtps";
        await client.ConnectAsync(
            server.Host, server.Port > 0 ? server.Port : isTls ? 465 : 25, isTls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable, ct);
        if (server.UserInfo.Split(':', 2) is [{ Length: > 0 } user, var password])
        {
            await client.AuthenticateAsync(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password), ct);
        }
    }

    private MimeMessage Message(OutgoingMail one, string address)
    {
        var message = new MimeMessage { MessageId = $"{one.Id:N}@{new Uri(Options.PublicUrl).Host}", Subject = one.Subject, Date = one.QueuedAt, Body = new TextPart("plain") { Text = one.Body } };
        message.From.Add(MailboxAddress.Parse(mail.SmtpFrom));
        message.To.Add(MailboxAddress.Parse(address));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private static bool IsTrouble(Exception failure, CancellationToken ct) =>
        failure is CommandException or ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException or System.Security.Authentication.AuthenticationException
            or MailKit.Security.AuthenticationException or SslHandshakeException or IOException or System.Net.Sockets.SocketException or TimeoutException or ParseException
        || (failure is OperationCanceledException && !ct.IsCancellationRequested);
}
