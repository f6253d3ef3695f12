using System.Diagnostics;
using LostCases.Harness;

namespace LostCases.Faults;

/// <summary>The scripts that look after the system that is being tested.</summary>
internal static class Script
{
    /// <summary>The system's folder: process numbers, logs, records of this run.</summary>
    internal static string State => Environment.GetEnvironmentVariable("LOSTCASES_STATE")
        ?? throw new InvalidOperationException("LOSTCASES_STATE is not set; tests/run.sh sets it.");

    /// <summary>Runs deploy/NAME; gives its exit code and all it said.</summary>
    internal static Task<(int Code, string Said)> RunAsync(string name, params string[] arguments) => RunAsync(name, arguments, []);

    /// <summary>The same with variables of its own.</summary>
    internal static async Task<(int Code, string Said)> RunAsync(string name, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "deploy", name), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
