using System.Collections.Concurrent;

namespace LostCases.Demo;

/// <summary>Loads the cases gently, two at a time, in their order; what fails is logged and tried again, three rounds in all.</summary>
internal sealed class Loader(Settings settings, DateOnly today, Action<string> log)
{
    private const int AtOnce = 2;
    private const int Rounds = 3;
    private const int OnVersion2 = 24;
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(10);

    /// <summary>Acts done by this run.</summary>
    internal int Acts { get; private set; }

    /// <summary>Loads what is missing; whether all is there now.</summary>
    internal async Task<bool> RunAsync(CancellationToken ct)
    {
        using var journal = new Journal(settings.Folder, today);
        var waiting = DemoCase.All.Where(c => !journal.IsDone(c.Key)).ToList();
        if (waiting.Count == 0 && ChainWork.IsDone(journal))
        {
            log("Everything is loaded already.");
            return true;
        }

        await using var progress = new Progress(settings.Folder, DemoCase.All.Count - waiting.Count, DemoCase.All.Count);
        var roster = new Roster(settings, log);
        var chain = new ChainWork(roster, journal, ct);
        for (var round = 1; (waiting.Count > 0 || !ChainWork.IsDone(journal)) && round <= Rounds; round++)
        {
            if (round > 1)
            {
                await Task.Delay(BetweenRounds, ct);
            }

            await TryAsync(chain.BeginAsync, ct);
            await LoadAsync(waiting.Where(Earlier), roster, journal, progress, ct);
            await TryAsync(chain.GoOnAsync, ct);
            await LoadAsync(waiting.Where(c => !Earlier(c)), roster, journal, progress, ct);
            await TryAsync(chain.EndAsync, ct);
            waiting.RemoveAll(c => journal.IsDone(c.Key));
        }

        Acts += chain.Done;
        var missing = waiting.Select(c => c.Key).Concat(ChainWork.IsDone(journal) ? [] : ["CHAIN"]).ToList();
        log(missing.Count == 0 ? "The demo is loaded." : $"Not loaded: {string.Join(", ", missing)}");
        return missing.Count == 0;
    }

    /// <summary>Cases that begin while version 2 of the chain is in force; the others follow version 3.</summary>
    private static bool Earlier(DemoCase line) => DemoCase.All.Take(OnVersion2).Contains(line);

    /// <summary>Does a part of the chain's work; a failure is logged and tried in the next round.</summary>
    private async Task TryAsync(Func<Task> partAsync, CancellationToken ct)
    {
        try
        {
            await partAsync();
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log($"CHAIN: {failure.Message}");
        }
    }

    private async Task LoadAsync(IEnumerable<DemoCase> cases, Roster roster, Journal journal, Progress progress, CancellationToken ct)
    {
        var queue = new ConcurrentQueue<DemoCase>(cases);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync()));

        async Task WorkAsync()
        {
            while (queue.TryDequeue(out var line))
            {
                var clerk = new Clerk(line, journal, ct);
                try
                {
                    await new CaseWork(line, new Schedule(line, journal.BaseDate), roster, clerk).RunAsync();
                    journal.Finish(line.Key);
                    log($"{line.Key} {line.State} ({progress.Advance()} of {DemoCase.All.Count})");
                }
                catch (Exception failure) when (!ct.IsCancellationRequested)
                {
                    log($"{line.Key}: {failure.Message}");
                }
                finally
                {
                    lock (queue)
                    {
                        Acts += clerk.Acts;
                    }
                }
            }
        }
    }
}
