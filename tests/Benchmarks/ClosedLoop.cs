using System.Collections.Concurrent;
using System.Diagnostics;

namespace LostCases.Benchmarks;

/// <summary>How a loop went: finished work a second once every slot has finished its first, and each piece's duration.</summary>
internal sealed record LoopResult(double PerSecond, int Finished, double[] Milliseconds, string[] Failures);

/// <summary>A number of slots, each beginning the next piece of work when its last is finished.</summary>
internal static class ClosedLoop
{
    /// <summary>
    /// Begins no work after the time is over and waits for what has begun. The slots begin one after the other. The rate counts
    /// from the moment the last slot has finished its first piece until the time is over.
    /// </summary>
    internal static async Task<LoopResult> RunAsync(Func<Task> work, int slots, TimeSpan last, TimeSpan apart)
    {
        var (ends, firsts, durations, failures) = (new ConcurrentBag<long>(), new ConcurrentBag<long>(), new ConcurrentBag<double>(), new ConcurrentBag<string>());
        var until = Stopwatch.GetTimestamp() + (long)(last.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(0, slots).Select(SlotAsync));
        var began = firsts.Max();
        var counted = ends.Count(e => e > began && e <= until);
        var rate = counted == 0 ? ends.Count / last.TotalSeconds : counted / Stopwatch.GetElapsedTime(began, until).TotalSeconds;
        return new LoopResult(failures.IsEmpty ? rate : 0, ends.Count, [.. durations.Order()], [.. failures]);

        async Task SlotAsync(int slot)
        {
            await Task.Delay(apart * slot);
            for (var first = true; first || Stopwatch.GetTimestamp() < until; first = false)
            {
                var began = Stopwatch.GetTimestamp();
                try
                {
                    await work();
                    ends.Add(Stopwatch.GetTimestamp());
                    durations.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
                catch (Exception failure) when (failure is TimeoutException or InvalidOperationException or HttpRequestException)
                {
                    failures.Add(failure.Message);
                }

                if (first)
                {
                    firsts.Add(Stopwatch.GetTimestamp());
                }
            }
        }
    }
}
