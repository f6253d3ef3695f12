using LostCases.Contracts;
using LostCases.Oversight.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Timeline;

/// <summary>Writes every act of a case down as it is told; the order of arrival does not matter.</summary>
public sealed class TimelineConsumer<T>(OversightDbContext db, TimeProvider time) : IConsumer<T>
    where T : class, ICaseEvent
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<T> context)
    {
        var told = context.Message.Case;
        if (await db.Timeline.AnyAsync(t => t.CaseId == told.Id && t.Owner == told.Owner && t.Sequence == told.Sequence, context.CancellationToken))
        {
            return;
        }

        db.Timeline.Add(TimelineEntry.Of(typeof(T).Name, told, time.GetUtcNow()));
    }
}

/// <summary>Writes down that past cases were taken over, one entry each.</summary>
public sealed class PastCasesConsumer(OversightDbContext db, TimeProvider time) : IConsumer<PastCasesImported>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<PastCasesImported> context)
    {
        // The message is handled once, and a case begins with it: none can be there.
        db.Timeline.AddRange(context.Message.Cases.Select(c => TimelineEntry.Of(nameof(PastCaseImported), c.Case, time.GetUtcNow())));
        return Task.CompletedTask;
    }
}

/// <summary>The consumers oversight adds: one for every event that is an act. A slice that changed without one is none.</summary>
internal static class TimelineConsumers
{
    internal static Type[] All { get; } =
    [
        typeof(PastCasesConsumer),
        .. typeof(ICaseEvent).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ICaseEvent)) && t != typeof(SliceChanged) && t != typeof(PastCaseImported))
            .Select(t => typeof(TimelineConsumer<>).MakeGenericType(t)),
    ];
}
