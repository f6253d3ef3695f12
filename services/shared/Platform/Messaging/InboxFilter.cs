using LostCases.Contracts;
using MassTransit;

namespace LostCases.Platform;

/// <summary>
/// One transaction around a consumer: mark the message as handled (a second delivery ends here), bring the case card up to
/// date, run the consumer, save, commit, wake the dispatcher.
/// </summary>
internal sealed class InboxFilter<T>(OwnerDbContext db, CaseSlices slices, OutboxSignal signal, TimeProvider time)
    : IFilter<ConsumeContext<T>>
    where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var ct = context.CancellationToken;
        var id = context.MessageId ?? throw new InvalidOperationException("A message without an id cannot be told from its repeat.");
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await MarkAsync(id, ct))
        {
            await context.NotifyConsumed(TimeSpan.Zero, TypeCache<T>.ShortName); // else it would be put aside as one that nobody takes
            return;
        }

        if (context.Message is ICaseEvent happened)
        {
            Telemetry.Mark(happened.Case.Id, happened.Case.Code);
            await slices.ApplyAsync(happened, ct);
        }

        if (context.Message is PastCasesImported past)
        {
            await slices.ApplyAsync(past, ct);
        }

        await next.Send(context);
        await db.SaveChangesAsync(ct);
        CrashPoint.Pass(CrashPoint.MessageWritten);
        await transaction.CommitAsync(ct);
        CrashPoint.Pass(CrashPoint.MessageCommitted);
        signal.RaiseFor(db);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");

    private async Task<bool> MarkAsync(Guid id, CancellationToken ct)
    {
        var rows = await db.RunAsync(
            "insert into $s.inbox_mark (message_id, consumer, received_at) values ({0}, {1}, {2}) on conflict do nothing",
            [id, typeof(T).Name, time.GetUtcNow()],
            ct);
        return rows == 1;
    }
}

/// <summary>Takes messages that a service only wants on its case cards; the filter has done the work.</summary>
internal sealed class CardOnlyConsumer<T> : IConsumer<T>
    where T : class
{
    public Task Consume(ConsumeContext<T> context) => Task.CompletedTask;
}
