using LostCases.Notification.Data;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Notification.Mail;

/// <summary>Sets how the caller wants to be told beside the desk (通知设置): nobody sets it for another.</summary>
public sealed record Subscribe
{
    /// <summary>Address for mail; none where left out.</summary>
    public string? Address { get; init; }

    /// <summary>Whether each notice is mailed at once.</summary>
    public bool AtOnce { get; init; }

    /// <summary>Whether a digest is made each working day (每日摘要).</summary>
    public bool Digest { get; init; }

    internal static async Task<IResult> HandleAsync(
        Subscribe request, NotificationDbContext db, AuditTrail audit, MailOptions mail, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        var address = string.IsNullOrWhiteSpace(request.Address) ? null : request.Address.Trim();
        if (address is not null && !MailShape.IsAddress(address))
        {
            return Problems.Bad(http, StatusCodes.Status422UnprocessableEntity, "ADDRESS_INVALID", "电子邮箱格式不正确，例：name@example.gov.cn。", "This is no mail address, e.g. name@example.gov.cn.", "address");
        }

        if (address is null && request.AtOnce)
        {
            return Problems.Bad(http, StatusCodes.Status422UnprocessableEntity, "ADDRESS_MISSING", "即时邮件须填写电子邮箱。", "Mail at once needs an address.", "address");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.TakeTurnsAsync(actor.Id, ct);
        if (await db.Subscriptions.SingleOrDefaultAsync(s => s.AccountId == actor.Id, ct) is not { } kept)
        {
            db.Subscriptions.Add(kept = new Subscription { AccountId = actor.Id });
        }

        var changed = kept.Address != address;
        kept.Roles = [.. actor.Roles];
        (kept.Address, kept.AtOnce, kept.Digest, kept.OrganisationId, kept.SeenOn) = (address, request.AtOnce, request.Digest, actor.OrganisationId, BusinessTime.Today(time));
        await audit.AddAsync(actor.Id, "Subscribed", actor, new { HasAddress = address is not null, AddressChanged = changed, request.AtOnce, request.Digest }, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await SubscriptionView.GetAsync(db, mail, http, ct);
    }
}

/// <summary>The shape of a mail address (RFC 5321, the part that is in use): checked before anything is sent to it.</summary>
internal static class MailShape
{
    /// <summary>Whether it has the shape of an address.</summary>
    internal static bool IsAddress(string text) =>
        text.Length <= 254 && text.Split('@') is [{ Length: > 0 and <= 64 } local, { Length: > 0 } domain]
        && local.Split('.').All(p => p.Length > 0 && p.All(IsLocal))
        && domain.Split('.') is { Length: > 1 } labels && labels.All(IsLabel) && labels[^1].All(char.IsAsciiLetter);

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && label[0] != '-' && label[^1] != '-';
}
