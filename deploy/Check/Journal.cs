using System.Text.Json;
using LostCases.Platform;

namespace LostCases.Check;

/// <summary>One request of a load generator: what it asked under which key, and how it was answered.</summary>
/// <param name="Key">The <c>Idempotency-Key</c>, different for each act.</param>
/// <param name="Service">Service that took the act; its schema has the same name.</param>
/// <param name="Path">Path of the act.</param>
/// <param name="Status">Status of the answer; 0 where none came.</param>
public sealed record JournalLine(string Key, string Service, string Path, int Status)
{
    /// <summary>How often the act must be found; null where nobody knows whether it was done.</summary>
    internal int? Times => Status is >= 200 and < 300 ? 1 : Status is >= 400 and < 500 ? 0 : null;

    /// <summary>Reads a file with one JSON object a line.</summary>
    public static IReadOnlyList<JournalLine> Read(string file) =>
        [.. File.ReadLines(file).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<JournalLine>(l, Json.Options)!)];
}
