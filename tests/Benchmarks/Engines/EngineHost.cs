using System.Globalization;
using LostCases.Benchmarks.Measuring;
using LostCases.Harness;

namespace LostCases.Benchmarks.Engines;

/// <summary>The workflow process of the running system: moved from engine to engine, and started anew.</summary>
internal static class EngineHost
{
    private const string Process = "workflow";

    internal static double Megabytes => Processes.Read()[Process].Megabytes;

    /// <summary>Has the system run on an engine, with every case there is.</summary>
    internal static async Task MoveAsync(string engine)
    {
        if ((await File.ReadAllTextAsync(Path.Combine(Installation.State, "run", "engine"))).Trim() != engine)
        {
            await DoAsync("switch-engine", engine);
        }
    }

    /// <summary>Starts its process anew; gives the seconds from the process's start to its first ready answer, which is asked for every 0.2 s.</summary>
    internal static async Task<double> StartAsync()
    {
        await DoAsync("restart", Process);
        var (ready, began) = (await UptimeAsync(), await File.ReadAllTextAsync(Path.Combine(Installation.State, "run", $"{Process}.pid")));
        return ready - (double.Parse(began.Split(' ')[1], CultureInfo.InvariantCulture) / Processes.TicksPerSecond);
    }

    private static async Task<double> UptimeAsync() =>
        double.Parse((await File.ReadAllTextAsync("/proc/uptime")).Split(' ')[0], CultureInfo.InvariantCulture);

    private static async Task DoAsync(string script, string argument)
    {
        var (code, said) = await Script.RunAsync(script, argument);
        if (code != 0)
        {
            throw new InvalidOperationException($"{script} {argument}: {said}");
        }
    }
}
