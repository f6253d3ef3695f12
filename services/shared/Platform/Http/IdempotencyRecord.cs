namespace LostCases.Platform;

/// <summary>The answer once given to an <c>Idempotency-Key</c>; a repeat gets it again.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>The key the caller chose.</summary>
    public required string Key { get; init; }

    /// <summary>The caller; keys of different people do not meet.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>Path and digest of the request; the key may not be reused for another.</summary>
    public required string Request { get; init; }

    /// <summary>The answer as JSON.</summary>
    public string? Body { get; set; }

    /// <summary>The answer's ETag.</summary>
    public string? ETag { get; set; }

    /// <summary>The answer's status.</summary>
    public int Status { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
