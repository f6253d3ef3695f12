using System.Diagnostics;
using System.Text.Json;

namespace LostCases.Platform;

/// <summary>Writes outgoing messages into the current transaction; they leave after the commit, at least once.</summary>
public sealed class Outbox(OwnerDbContext db, TimeProvider time)
{
    /// <summary>Announces an event to whoever wants it.</summary>
    public void Publish<T>(T message)
        where T : class => Add(message, null);

    /// <summary>Sends a command to the one queue that handles it.</summary>
    public void Send<T>(string queue, T command)
        where T : class => Add(command, queue);

    private void Add<T>(T message, string? destination)
        where T : class => db.Outbox.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(),
            Type = message.GetType().FullName!,
            Destination = destination,
            Body = JsonSerializer.Serialize(message, message.GetType(), Json.Options),
            TraceParent = Activity.Current?.Id,
            CreatedAt = time.GetUtcNow(),
        });
}
