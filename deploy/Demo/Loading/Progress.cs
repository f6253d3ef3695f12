namespace LostCases.Demo;

/// <summary>
/// How far the loading is, for the portal's notice strip: a file "done total" that is written anew every few seconds, so that one left by
/// a program that was killed is known by its age, and removed at the end.
/// </summary>
internal sealed class Progress : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _ending = new();
    private readonly string _file;
    private readonly int _total;
    private readonly Task _beating;
    private int _done;

    /// <summary>Begins to tell.</summary>
    internal Progress(string folder, int done, int total)
    {
        (_file, _done, _total) = (Path.Combine(folder, "progress"), done, total);
        Write();
        _beating = BeatAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _beating;
        _ending.Dispose();
        File.Delete(_file);
    }

    /// <summary>One more is done.</summary>
    internal int Advance() => Interlocked.Increment(ref _done);

    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(_ending.Token))
            {
                Write();
            }
        }
        catch (OperationCanceledException)
        {
            // Told to the end.
        }
    }

    private void Write()
    {
        var draft = _file + ".new";
        File.WriteAllText(draft, $"{_done} {_total}\n");
        File.Move(draft, _file, overwrite: true);
    }
}
