using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Review.Data;
using LostCases.Rules;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Review.Cases;

/// <summary>The report has arrived: starts the review clock from the day of receipt (N2.5.2-e), unless it runs from acceptance (GAP-08).</summary>
internal sealed class ReportSubmittedConsumer(ReviewDbContext db, CaseStore store, CaseSession session) : IConsumer<ReportSubmitted>
{
    public async Task Consume(ConsumeContext<ReportSubmitted> context)
    {
        var (submitted, ct) = (context.Message, context.CancellationToken);
        if (await db.Reviews.AnyAsync(r => r.CaseId == submitted.Case.Id, ct))
        {
            return;
        }

        db.Reviews.Add(new ReviewRecord { CaseId = submitted.Case.Id, ReceivedOn = submitted.Case.On, AuthorIds = [.. submitted.AuthorIds] });
        await session.BeginAsync((await store.FindAsync(submitted.Case.Id, ct))!, ct);
        if (ReviewRules.From(submitted.Case.On, acceptedOn: null, session.Policy) is { } from)
        {
            session.Start(ClockKind.Review, from);
        }

        await session.PublishAsync(header => new SliceChanged { Case = header }, submitted.Case.On, actor: null, ct);
    }
}
