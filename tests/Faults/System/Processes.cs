using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using LostCases.Harness;

namespace LostCases.Faults;

/// <summary>Processes of the running system: killed without warning, held, started again.</summary>
internal static class Processes
{
    /// <summary>Those that own records.</summary>
    internal static readonly string[] Owners = ["intake", "investigation", "review", "disposition", "notification", "oversight", "workflow"];

    /// <summary>All that a case needs.</summary>
    internal static readonly string[] All = [.. Owners, "gateway", "identity", "rabbitmq", "postgres"];

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new();
    private static readonly ConcurrentDictionary<string, int> Killed = new();

    /// <summary>How often each process has been killed.</summary>
    internal static string Kills => string.Join(", ", Killed.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Key} {k.Value}"));

    /// <summary>Kills a process with all it has started, and has it started again; returns when it is ready.</summary>
    internal static async Task CrashAsync(string name)
    {
        var turn = Turns.GetOrAdd(name, _ => new SemaphoreSlim(1));
        await turn.WaitAsync();
        try
        {
            await KillAsync(name);
            await StartAsync(name);
        }
        finally
        {
            turn.Release();
        }
    }

    internal static async Task KillAsync(string name)
    {
        var group = await NumberAsync(name);
        await BashAsync($"kill -KILL -- -{group}");
        Killed.AddOrUpdate(name, 1, (_, n) => n + 1);
        while (await BashAsync($"kill -0 -- -{group}") == 0)
        {
            await Task.Delay(20); // some of the group, or its remains, are still there
        }
    }

    /// <summary>Starts it (again); what still runs is stopped first.</summary>
    internal static async Task StartAsync(string name, params (string Key, string Value)[] environment)
    {
        var (code, said) = await Script.RunAsync("restart", [name], environment.ToDictionary(e => e.Key, e => e.Value));
        if (code != 0)
        {
            Console.WriteLine($"restart {name}: {said}");
        }
    }

    /// <summary>Stops its time; nothing answers and nothing is lost.</summary>
    internal static Task HoldAsync(string name) => SignalAsync("STOP", name);

    internal static Task ReleaseAsync(string name) => SignalAsync("CONT", name);

    internal static async Task<bool> IsAliveAsync(string name) => await BashAsync($"ps -o stat= -p {await NumberAsync(name)} | grep -qv Z") == 0;

    /// <summary>Number of the process, which changes with each start.</summary>
    internal static async Task<int> NumberAsync(string name)
    {
        var file = Path.Combine(Installation.State, "run", $"{name}.pid");
        return int.Parse((await File.ReadAllTextAsync(file)).Split(' ')[0], CultureInfo.InvariantCulture);
    }

    /// <summary>To the whole group: some start others.</summary>
    private static async Task SignalAsync(string signal, string name) => await BashAsync($"kill -{signal} -- -{await NumberAsync(name)}");

    private static async Task<int> BashAsync(string command)
    {
        using var process = Process.Start("bash", ["-c", command + " 2>/dev/null"]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
