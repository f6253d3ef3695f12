namespace LostCases.Platform;

/// <summary>Tells the dispatcher that a commit has left rows for it.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    /// <summary>Call after a commit; never blocks.</summary>
    public void Raise()
    {
        try
        {
            _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already raised: one pass sends everything there is.
        }
    }

    /// <summary>Call after a commit of this: raised only where it has left rows, since most messages lead to none.</summary>
    internal void RaiseFor(OwnerDbContext db)
    {
        if (db.Outbox.Local.Count > 0)
        {
            Raise();
        }
    }

    internal Task WaitAsync(TimeSpan atMost, CancellationToken ct) => _raised.WaitAsync(atMost, ct);

    /// <inheritdoc/>
    public void Dispose() => _raised.Dispose();
}
