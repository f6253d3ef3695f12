namespace LostCases.Notification.Data;

/// <summary>How somebody wants to be told beside the desk (通知方式): set by the person alone, kept under the account.</summary>
public sealed class Subscription
{
    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Organisation, as the person's token said when last seen.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>Roles, as the token said.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>Address for mail; null where none is wanted.</summary>
    public string? Address { get; set; }

    /// <summary>Whether each notice is mailed at once.</summary>
    public bool AtOnce { get; set; }

    /// <summary>Whether a digest is made each working day (每日摘要).</summary>
    public bool Digest { get; set; }

    /// <summary>The day the person was here last; whoever has not been for long is not written to.</summary>
    public DateOnly SeenOn { get; set; }
}

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    /// <summary>待发送: to be sent, or to be tried again.</summary>
    Queued,

    /// <summary>已送达邮件服务器: the mail server has taken it.</summary>
    Sent,

    /// <summary>已取消: the duty was done, or the address withdrawn, before it left.</summary>
    Dropped,

    /// <summary>未能送达: refused for good, or tried too often.</summary>
    Failed,

    /// <summary>仅站内显示: a digest that is shown in the system alone.</summary>
    Shown,
}

/// <summary>
/// A mail to one person (邮件): written with the notice it is about, in one transaction, and sent afterwards. Its id is the mail's
/// Message-ID, so one sent twice after a crash is known as the same. It names nobody.
/// </summary>
public sealed class OutgoingMail
{
    /// <summary>Identity, with the time it was made at; also the Message-ID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account it goes to; the address is read when it is sent.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The notice; null for a digest.</summary>
    public Guid? NoticeId { get; init; }

    /// <summary>The day of the digest; null for a notice.</summary>
    public DateOnly? DigestOn { get; init; }

    /// <summary>Subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Text.</summary>
    public required string Body { get; init; }

    /// <summary>Where it stands.</summary>
    public MailState State { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>Not to be tried before.</summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>Until when a copy of the process has it in hand.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>What the last attempt came to, as a code.</summary>
    public string? Trouble { get; set; }

    /// <summary>When the mail server took it.</summary>
    public DateTimeOffset? SentAt { get; set; }
}

/// <summary>That a person was shown a notice at the desk (站内送达): once, with its time.</summary>
public sealed class NoticeShown
{
    /// <summary>The notice.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>When first.</summary>
    public required DateTimeOffset At { get; init; }
}
