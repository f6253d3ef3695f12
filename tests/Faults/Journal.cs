using System.Text.Json;

namespace LostCases.Faults;

/// <summary>What was asked for under which key and how it was answered, in the form that deploy/check reads.</summary>
internal sealed class Journal : IDisposable
{
    private readonly Lock _turn = new();
    private readonly StreamWriter _file;

    internal Journal()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        _file = new StreamWriter(Path, append: false) { AutoFlush = true };
    }

    internal static string Path => System.IO.Path.Combine(Script.State, "results", "faults-journal.jsonl");

    /// <summary>Notes an act; status 0 where nobody knows how it ended.</summary>
    internal void Add(string key, string path, int status)
    {
        lock (_turn)
        {
            _file.WriteLine(JsonSerializer.Serialize(new { key, service = path.Split('/')[2], path, status }));
        }
    }

    public void Dispose() => _file.Dispose();
}
