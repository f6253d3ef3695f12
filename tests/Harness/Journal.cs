using System.Collections.Concurrent;
using System.Text.Json;

namespace LostCases.Harness;

/// <summary>Every act that was asked for and how it was answered, kept in a file for the invariant checker.</summary>
public sealed class Journal(string file)
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Notes an act; status 0 where nobody knows how it ended.</summary>
    public void Note(string key, string path, int status) =>
        _lines.Enqueue(JsonSerializer.Serialize(new { key, service = path.Split('/')[2], path, status }));

    /// <summary>Whether deploy/check finds that everything holds, and what it said.</summary>
    public async Task<(bool Holds, string Said)> CheckAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllLinesAsync(file, _lines);
        var (code, said) = await Script.RunAsync("check", "--journal", file, "--quiet-seconds", "60");
        return (code == 0, said.TrimEnd());
    }
}
