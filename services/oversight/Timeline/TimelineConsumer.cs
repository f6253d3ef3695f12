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

        db.Timeline.Add(new TimelineEntry
        {
            Id = Guid.CreateVersion7(told.RecordedAt),
            CaseId = told.Id,
            Owner = told.Owner,
            Sequence = told.Sequence,
            What = typeof(T).Name,
            On = told.On,
            RecordedAt = told.RecordedAt,
            KnownAt = time.GetUtcNow(),
            OrganisationId = told.ActorOrganisationId,
        });
    }
}

/// <summary>The consumers oversight adds: one for every event that is an act. A slice that changed without one is none.</summary>
internal static class TimelineConsumers
{
    internal static Type[] All { get; } =
    [
        .. typeof(ICaseEvent).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ICaseEvent)) && t != typeof(SliceChanged))
            .Select(t => typeof(TimelineConsumer<>).MakeGenericType(t)),
    ];
}
