using LostCases.Notification.Data;
using LostCases.Notification.Todos;
using LostCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Notification.Mail;

/// <summary>Writes the mails about notices beside them, in the same transaction; nothing is sent here.</summary>
internal sealed class MailQueue(NotificationDbContext db, MailOptions mail, PlatformOptions options, TimeProvider time)
{
    /// <summary>One mail to each person told by these notices of one occasion who wants it at once; to whoever is told twice, of the highest step.</summary>
    internal async Task AddAsync(IReadOnlyList<Notice> occasion, CancellationToken ct)
    {
        if (!mail.IsOn || occasion.Count == 0)
        {
            return;
        }

        var caseId = occasion[0].CaseId;
        var card = await db.Cards.AsNoTracking().Include(c => c.Parties).SingleOrDefaultAsync(c => c.CaseId == caseId, ct);
        if (card is null)
        {
            return; // a case nobody has registered here yet: the desk will show it
        }

        var since = BusinessTime.Today(time).AddDays(-mail.ForgetAfterDays);
        var roles = occasion.SelectMany(n => n.Roles).Distinct().ToArray();
        var wanted = await db.Subscriptions.AsNoTracking()
            .Where(s => s.AtOnce && s.Address != null && s.SeenOn >= since && s.Roles.Any(r => roles.Contains(r))).ToListAsync(ct);
        foreach (var person in wanted)
        {
            var actor = new Actor(person.AccountId, person.OrganisationId, person.Roles);
            if (occasion.LastOrDefault(n => IsTold(n, actor, card)) is { } notice && card.IsVisibleTo(actor) && !TodoView.IsKept(card, actor))
            {
                var (subject, body) = MailText.Of(notice, card.Code, options.PublicUrl);
                db.Mails.Add(new OutgoingMail
                {
                    Id = Guid.CreateVersion7(time.GetUtcNow()),
                    AccountId = person.AccountId,
                    NoticeId = notice.Id,
                    Subject = subject,
                    Body = body,
                    QueuedAt = time.GetUtcNow(),
                    NextAt = time.GetUtcNow(),
                });
            }
        }
    }

    private static bool IsTold(Notice notice, Actor actor, CaseCard card) => actor.HasAny(notice.Roles)
        && (notice.Relation == Permit.Anyone
            || (actor.OrganisationId is { } organisation && (notice.OrganisationIds.Contains(organisation) || card.Has(organisation, notice.Relation))));
}
