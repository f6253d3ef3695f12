using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Review.Data;
using LostCases.Rules;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Review.Cases;

/// <summary>The report is back: the review clock goes on with what was left (T09, GAP-07).</summary>
internal sealed class ReportResubmittedConsumer(ReviewDbContext db, CaseStore store, CaseSession session) : IConsumer<ReportResubmitted>
{
    public async Task Consume(ConsumeContext<ReportResubmitted> context)
    {
        var (back, ct) = (context.Message, context.CancellationToken);
        var number = back.Round - 1;
        var returned = await db.Returns.SingleAsync(r => r.CaseId == back.Case.Id && r.Number == number, ct);
        returned.ResubmittedOn = back.Case.On;
        await session.BeginAsync((await store.FindAsync(back.Case.Id, ct))!, ct);
        session.Pause(ClockKind.Review, ReturnForSupplement.PausedFrom(session, returned.On), back.Case.On, ReturnForSupplement.Cause(number));
        await session.PublishAsync(header => new SliceChanged { Case = header }, back.Case.On, actor: null, ct);
    }
}
