using LostCases.Contracts;
using LostCases.Investigation.Data;
using LostCases.Platform;
using LostCases.Rules;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Investigation.Cases;

/// <summary>The report has come back: the clock for answering it starts (GAP-07).</summary>
internal sealed class ReportReturnedConsumer(InvestigationDbContext db, CaseStore store, CaseSession session) : IConsumer<ReportReturned>
{
    public async Task Consume(ConsumeContext<ReportReturned> context)
    {
        var (returned, ct) = (context.Message, context.CancellationToken);
        if (await db.Returns.AnyAsync(r => r.CaseId == returned.Case.Id && r.Number == returned.Number, ct))
        {
            return;
        }

        db.Returns.Add(new ReturnedReport { CaseId = returned.Case.Id, Number = returned.Number, Defects = returned.Defects, On = returned.Case.On });
        await session.BeginAsync((await store.FindAsync(returned.Case.Id, ct))!, ct);
        session.Start(ClockKind.Resubmit, returned.Case.On, Subject(returned.Number));
        await session.PublishAsync(header => new SliceChanged { Case = header }, returned.Case.On, actor: null, ct);
    }

    /// <summary>Tells the clocks of several returns apart.</summary>
    internal static string? Subject(int number) => number == 1 ? null : $"RETURN:{number}";
}
