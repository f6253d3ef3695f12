using LostCases.Contracts;
using LostCases.Notification.Data;
using LostCases.Platform;
using MassTransit;

namespace LostCases.Notification.ChainNotices;

/// <summary>Keeps what the chain tells people (流程通知), once; who they are is read off the case when they look.</summary>
internal sealed class SendNoticeConsumer(NotificationDbContext db, TimeProvider time) : IConsumer<SendNotice>
{
    public async Task Consume(ConsumeContext<SendNotice> context)
    {
        var told = context.Message;
        if (await db.ChainNotices.FindAsync([told.NoticeId], context.CancellationToken) is not null)
        {
            return;
        }

        var permits = told.Participants.Select(Permit.Parse).ToList();
        db.ChainNotices.Add(new ChainNotice
        {
            NoticeId = told.NoticeId,
            CaseId = told.CaseId,
            CaseCode = told.CaseCode,
            Template = told.Template,
            Text = told.Text,
            SentAt = time.GetUtcNow(),
        });
        db.NoticeRecipients.AddRange(permits.SelectMany(p => p.Roles.Select(role => (p.Relation, Role: role))).Distinct()
            .Select(r => new NoticeRecipient { NoticeId = told.NoticeId, Relation = r.Relation, Role = r.Role }));
    }
}
