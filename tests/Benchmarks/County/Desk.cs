using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace LostCases.Benchmarks.County;

/// <summary>A person who looks at the to-dos at a steady pace, whatever the number of cases: asking costs the same at any load.</summary>
internal sealed class Desk(HttpClient person, TimeSpan every)
{
    private const int PageSize = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly ConcurrentDictionary<(Guid Case, string Step, int Round), TaskCompletionSource<long>> _awaited = new();
    private int _looks;

    internal HttpClient Person => person;

    /// <summary>How often the list was asked for.</summary>
    internal int Looks => _looks;

    /// <summary>When the to-do was first seen.</summary>
    internal async Task<long> SeeAsync(Guid caseId, string step, int round)
    {
        var seen = _awaited.GetOrAdd((caseId, step, round), _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            return await seen.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{step} did not become a to-do of its person");
        }
        finally
        {
            _awaited.TryRemove((caseId, step, round), out _);
        }
    }

    /// <summary>Looks until it is stopped, only while somebody waits.</summary>
    internal async Task RunAsync(CancellationToken stop)
    {
        using var pace = new PeriodicTimer(every);
        try
        {
            while (await pace.WaitForNextTickAsync(stop))
            {
                if (!_awaited.IsEmpty)
                {
                    await LookAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Asked to stop.
        }
    }

    internal async Task LookAsync()
    {
        for (var (after, more) = ("", true); more;)
        {
            Interlocked.Increment(ref _looks);
            var todos = await person.GetFromJsonAsync<JsonElement>(new Uri($"/api/notification/todos{after}", UriKind.Relative));
            var now = Stopwatch.GetTimestamp();
            foreach (var todo in todos.EnumerateArray())
            {
                var key = (todo.GetProperty("caseId").GetGuid(), todo.GetProperty("step").GetString()!, todo.GetProperty("round").GetInt32());
                if (_awaited.TryGetValue(key, out var awaited))
                {
                    awaited.TrySetResult(now);
                }

                after = $"?after={todo.GetProperty("requestId").GetGuid()}";
            }

            more = todos.GetArrayLength() == PageSize;
        }
    }
}
