namespace LostCases.Notification.Mail;

/// <summary>The mail server (<c>LOSTCASES__SMTP…</c>); no mail is written where none is named.</summary>
public sealed class MailOptions
{
    /// <summary>Address of the server: <c>smtp://user:password@host:port</c>, encrypted as soon as the server offers it, or <c>smtps://…</c> from the start.</summary>
    public string Smtp { get; set; } = "";

    /// <summary>Sender.</summary>
    public string SmtpFrom { get; set; } = "";

    /// <summary>Hour in Asia/Shanghai from which the day's digests are made.</summary>
    public int DigestHour { get; set; } = 8;

    /// <summary>Days after which somebody who has not been here is no longer written to.</summary>
    public int ForgetAfterDays { get; set; } = 90;

    /// <summary>The server's address; null where there is none.</summary>
    internal Uri? Server => Uri.TryCreate(Smtp, UriKind.Absolute, out var uri) && uri.Scheme is "smtp" or "smtps" && uri.Host.Length > 0 ? uri : null;

    /// <summary>Whether mail is sent at all.</summary>
    internal bool IsOn => Server is not null && SmtpFrom.Length > 0;
}
