namespace LostCases.Benchmarks.County;

/// <summary>Cases through the public address: so many in flight, or so many a second.</summary>
internal sealed class CountyLoad(Town town, Options options)
{
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(200);
    private long _last = -1;

    internal Task<LoopResult> ClosedAsync(int inFlight, TimeSpan last) =>
        WatchedAsync(() => ClosedLoop.RunAsync(CaseAsync, inFlight, last, Apart));

    /// <summary>Begins a case at every tick, however many are still under way.</summary>
    internal Task<LoopResult> OpenAsync(double perSecond, TimeSpan last) => WatchedAsync(async () =>
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1 / perSecond));
        var results = new List<Task<LoopResult>>();
        for (var left = (int)Math.Ceiling(last.TotalSeconds * perSecond); left > 0; left--)
        {
            results.Add(ClosedLoop.RunAsync(CaseAsync, slots: 1, TimeSpan.Zero, TimeSpan.Zero));
            await pace.WaitForNextTickAsync();
        }

        var ended = await Task.WhenAll(results);
        return new LoopResult(perSecond, ended.Sum(e => e.Finished), [.. ended.SelectMany(e => e.Milliseconds).Order()], [.. ended.SelectMany(e => e.Failures)]);
    });

    private Task CaseAsync() => new CountyCase(town, options.IsJoint(Interlocked.Increment(ref _last))).RunAsync();

    private async Task<LoopResult> WatchedAsync(Func<Task<LoopResult>> load)
    {
        using var stop = new CancellationTokenSource();
        var desks = town.WorkAsync(stop.Token);
        try
        {
            return await load();
        }
        finally
        {
            await stop.CancelAsync();
            await desks;
        }
    }
}
