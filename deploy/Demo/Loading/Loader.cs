using System.Collections.Concurrent;

namespace LostCases.Demo;

/// <summary>Loads the cases gently, two at a time, in their order; what fails is logged and tried again, three rounds in all.</summary>
internal sealed class Loader(Settings settings, DateOnly today, Action<string> log)
{
    private const int AtOnce = 2;
    private const int Rounds = 3;
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(10);

    /// <summary>Acts done by this run.</summary>
    internal int Acts { get; private set; }

    /// <summary>Loads what is missing; whether all is there now.</summary>
    internal async Task<bool> RunAsync(CancellationToken ct)
    {
        using var journal = new Journal(settings.Folder, today);
        var waiting = DemoCase.All.Where(c => !journal.IsDone(c.Key)).ToList();
        if (waiting.Count == 0)
        {
            log("Everything is loaded already.");
            return true;
        }

        await using var progress = new Progress(settings.Folder, DemoCase.All.Count - waiting.Count, DemoCase.All.Count);
        var roster = new Roster(settings, log);
        for (var round = 1; waiting.Count > 0 && round <= Rounds; round++)
        {
            if (round > 1)
            {
                await Task.Delay(BetweenRounds, ct);
            }

            await LoadAsync(waiting, roster, journal, progress, ct);
            waiting.RemoveAll(c => journal.IsDone(c.Key));
        }

        log(waiting.Count == 0 ? "The demo is loaded." : $"Not loaded: {string.Join(", ", waiting.Select(c => c.Key))}");
        return waiting.Count == 0;
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
