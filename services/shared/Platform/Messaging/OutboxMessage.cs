namespace LostCases.Platform;

/// <summary>A message written in the transaction of the act that causes it and sent afterwards.</summary>
public sealed class OutboxMessage
{
    /// <summary>Time-ordered id; becomes the message id on the wire.</summary>
    public required Guid Id { get; init; }

    /// <summary>Full name of the message type.</summary>
    public required string Type { get; init; }

    /// <summary>Queue of a command; null for a published event.</summary>
    public string? Destination { get; init; }

    /// <summary>The message as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>W3C trace context of the writer.</summary>
    public string? TraceParent { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when a dispatcher has it to itself.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>Which dispatcher that is.</summary>
    public Guid? ClaimedBy { get; init; }
}

/// <summary>A message this consumer has handled.</summary>
public sealed class InboxMark
{
    /// <summary>Id of the message.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>What was done with it: the message type's name.</summary>
    public required string Consumer { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}
