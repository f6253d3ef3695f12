using System.Diagnostics;

namespace LostCases.Harness;

/// <summary>The scripts that look after the system under test.</summary>
public static class Script
{
    /// <summary>Runs deploy/NAME; gives its exit code and all it said.</summary>
    public static Task<(int Code, string Said)> RunAsync(string name, params string[] arguments) => RunAsync(name, arguments, []);

    /// <summary>The same with variables of its own.</summary>
    public static async Task<(int Code, string Said)> RunAsync(string name, string[] arguments, Dictionary<string, string> environment)
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
