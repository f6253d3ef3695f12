using LostCases.Notification.Data;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Notification.Mail;

/// <summary>How the caller is told beside the desk, and what has been sent (送达记录).</summary>
/// <param name="Address">Address for mail.</param>
/// <param name="AtOnce">Whether each notice is mailed at once.</param>
/// <param name="Digest">Whether a digest is made each working day.</param>
/// <param name="MailIsOn">Whether this installation sends mail.</param>
/// <param name="Newest">The newest digest.</param>
/// <param name="Mails">The newest mails.</param>
public sealed record SubscriptionView(string? Address, bool AtOnce, bool Digest, bool MailIsOn, DigestView? Newest, IReadOnlyList<MailView> Mails)
{
    private const int Shown = 20;

    /// <summary>The caller's own.</summary>
    internal static async Task<IResult> GetAsync(NotificationDbContext db, MailOptions mail, HttpContext http, CancellationToken ct)
    {
        var me = Actor.From(http.User).Id;
        var kept = await db.Subscriptions.AsNoTracking().SingleOrDefaultAsync(s => s.AccountId == me, ct);
        var mine = db.Mails.AsNoTracking().Where(m => m.AccountId == me).OrderByDescending(m => m.Id);
        var newest = await mine.Where(m => m.DigestOn != null).Select(m => new DigestView(m.DigestOn!.Value, m.Subject, m.Body)).FirstOrDefaultAsync(ct);
        var mails = await mine.Where(m => m.State != MailState.Shown).Take(Shown)
            .Select(m => new MailView(m.Id, m.Subject, m.QueuedAt, m.State, m.Attempts, m.SentAt, m.Trouble)).ToListAsync(ct);
        return TypedResults.Ok(new SubscriptionView(kept?.Address, kept?.AtOnce ?? false, kept?.Digest ?? false, mail.IsOn, newest, mails));
    }
}

/// <summary>A digest (每日摘要).</summary>
public sealed record DigestView(DateOnly On, string Subject, string Body);

/// <summary>A mail and where it stands.</summary>
public sealed record MailView(Guid Id, string Subject, DateTimeOffset QueuedAt, MailState State, int Attempts, DateTimeOffset? SentAt, string? Trouble);
