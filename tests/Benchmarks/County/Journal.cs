using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using LostCases.Harness;

namespace LostCases.Benchmarks.County;

/// <summary>Every act that was asked for, as the invariant checker reads it; and the checker's verdict.</summary>
internal sealed class Journal
{
    private readonly ConcurrentQueue<string> _lines = new();

    internal Journal() => Office.Asked = (key, path, status) =>
        _lines.Enqueue(JsonSerializer.Serialize(new { key, service = path.Split('/')[2], path, status }));

    /// <summary>The checker's last line, and whether everything holds.</summary>
    internal async Task<(bool Green, string Said)> CheckAsync()
    {
        var file = Path.Combine(Servers.State, "journal.jsonl");
        await File.WriteAllLinesAsync(file, _lines);
        using var checker = Process.Start(new ProcessStartInfo(Servers.Checker, ["--journal", file, "--quiet-seconds", "60"]) { RedirectStandardOutput = true })!;
        var said = (await checker.StandardOutput.ReadToEndAsync()).TrimEnd().Split('\n');
        await checker.WaitForExitAsync();
        return (checker.ExitCode == 0, checker.ExitCode == 0 ? said[^1] : string.Join('\n', said.TakeLast(10)));
    }
}
