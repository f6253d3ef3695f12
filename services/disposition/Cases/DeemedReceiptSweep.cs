using LostCases.Disposition.Data;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Disposition.Cases;

/// <summary>Records feedback nobody has signed for as received once its day is over (视为签收, GAP-09); each once, case by case.</summary>
internal sealed class DeemedReceiptSweep(IServiceScopeFactory scopes, OutboxSignal signal, PlatformOptions options, TimeProvider time, ILogger<DeemedReceiptSweep> log)
    : Sweep(TimeSpan.FromMinutes(10), atOnce: true, options, time, log)
{
    protected override async Task SweepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DispositionDbContext>();
        var open = await db.StepRequests.AsNoTracking().Where(r => r.Step == "ReceiveFeedback" && r.Status == StepStatus.Open).Select(r => r.CaseId).Distinct().ToListAsync(ct);
        foreach (var caseId in open)
        {
            await ReceiveAsync(caseId, ct);
        }
    }

    private async Task ReceiveAsync(Guid caseId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<DispositionDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var card = await services.GetRequiredService<CaseStore>().TakeAsync(caseId, ct);
        if (StateMachine.Check(Transition.ReceiveFeedback, card.State()) is Refused
            || await DeemedReceipt.DayAsync(card, db, ct) is not { } day
            || BusinessTime.Today(Time) <= day)
        {
            return;
        }

        var session = await services.GetRequiredService<CaseSession>().BeginAsync(card, ct);
        await DeemedReceipt.RecordAsync(session, day, by: null, db, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise();
    }
}
