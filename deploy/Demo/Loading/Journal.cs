using System.Globalization;

namespace LostCases.Demo;

/// <summary>
/// What has been done, in the state folder: the day everything is dated from, and one line for each act done ("case, act, value", tabs
/// between). A run goes on where the one before it stopped.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const string Done = "done";
    private readonly Lock _writing = new();
    private readonly Dictionary<(string Case, string Act), string> _lines = [];
    private readonly StreamWriter _writer;

    /// <summary>Opens the journal of the folder, or begins one as of the day.</summary>
    internal Journal(string folder, DateOnly today)
    {
        Directory.CreateDirectory(folder);
        var (date, lines) = (Path.Combine(folder, "base-date"), Path.Combine(folder, "journal.tsv"));
        if (!File.Exists(date))
        {
            File.WriteAllText(date, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        BaseDate = ReadBaseDate(folder)!.Value;
        foreach (var cells in File.Exists(lines) ? File.ReadLines(lines).Select(l => l.Split('\t')).Where(c => c.Length == 3) : [])
        {
            _lines[(cells[0], cells[1])] = cells[2];
        }

        IsContinued = _lines.Count > 0;
        _writer = new StreamWriter(lines, append: true) { AutoFlush = true };
        if (IsContinued)
        {
            _writer.WriteLine(); // ends a line that a crash may have cut
        }
    }

    /// <summary>The day, in Asia/Shanghai, that all dates are relative to.</summary>
    internal DateOnly BaseDate { get; }

    /// <summary>Whether an earlier run has left something.</summary>
    internal bool IsContinued { get; }

    /// <summary>The base date of a folder; null where nothing was loaded from it.</summary>
    internal static DateOnly? ReadBaseDate(string folder) => Path.Combine(folder, "base-date") is var file && File.Exists(file)
        ? DateOnly.ParseExact(File.ReadAllText(file).Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    /// <inheritdoc />
    public void Dispose() => _writer.Dispose();

    /// <summary>What an act left; null where it has not been done.</summary>
    internal string? Find(string key, string act)
    {
        lock (_writing)
        {
            return _lines.GetValueOrDefault((key, act));
        }
    }

    /// <summary>Notes that an act was done.</summary>
    internal void Add(string key, string act, string value)
    {
        lock (_writing)
        {
            _lines[(key, act)] = value;
            _writer.WriteLine($"{key}\t{act}\t{value}");
        }
    }

    /// <summary>Whether a case is complete.</summary>
    internal bool IsDone(string key) => Find(key, Done) is not null;

    /// <summary>Notes that a case is complete.</summary>
    internal void Finish(string key) => Add(key, Done, "");
}
