using System.Diagnostics;
using System.Text.Json;

namespace LostCases.TestBed;

/// <summary>Waits for something to be so, and otherwise says what it saw last.</summary>
public static class Probe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    /// <summary>Looks until what is seen is as wanted.</summary>
    public static async Task<T> UntilAsync<T>(string what, Func<Task<T>> look, Func<T, bool> isSo, TimeSpan? patience = null)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (isSo(seen))
            {
                return seen;
            }

            if (Stopwatch.GetElapsedTime(began) > (patience ?? Patience))
            {
                throw new TimeoutException($"{what}: did not come about; last seen {Describe(seen)}.");
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>Looks until what is seen is as wanted.</summary>
    public static Task<T> UntilAsync<T>(string what, Func<T> look, Func<T, bool> isSo) => UntilAsync(what, () => Task.FromResult(look()), isSo);

    private static string Describe<T>(T seen) => seen is string text ? text : JsonSerializer.Serialize(seen);
}
