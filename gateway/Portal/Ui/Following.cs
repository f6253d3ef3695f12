namespace LostCases.Portal.Ui;

/// <summary>A page that follows what it shows while it is looked at.</summary>
internal static class Following
{
    /// <summary>Looks again after each pause, until the page is left; the looks never overlap.</summary>
    internal static async Task EveryAsync(TimeSpan pause, TimeProvider time, Func<Task> look, CancellationTokenSource leaving)
    {
        try
        {
            using var timer = new PeriodicTimer(pause, time);
            while (await timer.WaitForNextTickAsync(leaving.Token))
            {
                await look();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }
}
