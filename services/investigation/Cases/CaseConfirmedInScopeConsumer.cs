using LostCases.Contracts;
using LostCases.Investigation.Data;
using LostCases.Platform;
using LostCases.Rules;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Investigation.Cases;

/// <summary>Starts the investigation clock from the later of service and effect (N2.5.1-b).</summary>
internal sealed class CaseConfirmedInScopeConsumer(InvestigationDbContext db, CaseStore store, CaseSession session) : IConsumer<CaseConfirmedInScope>
{
    public async Task Consume(ConsumeContext<CaseConfirmedInScope> context)
    {
        var (confirmed, ct) = (context.Message, context.CancellationToken);
        var kind = Code.Of(ClockKind.Investigation);
        if (await db.Deadlines.AnyAsync(d => d.CaseId == confirmed.Case.Id && d.Kind == kind, ct))
        {
            return;
        }

        await session.BeginAsync((await store.FindAsync(confirmed.Case.Id, ct))!, ct);
        session.Start(ClockKind.Investigation, confirmed.InvestigateFrom);
        await session.PublishAsync(header => new SliceChanged { Case = header }, confirmed.Case.On, actor: null, ct);
    }
}
