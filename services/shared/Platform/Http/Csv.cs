using System.Text;
using Microsoft.AspNetCore.Http;

namespace LostCases.Platform;

/// <summary>
/// Tables as spreadsheet programs open them: CSV (RFC 4180) in UTF-8. A cell they would take for a formula gets an apostrophe before it,
/// and stays text.
/// </summary>
public static class Csv
{
    private const string Formula = "=+-@\t\r";

    /// <summary>The rows as a file to be saved under the name.</summary>
    public static IResult File(IEnumerable<IReadOnlyList<string>> rows, string name) => Results.File(
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows.Select(r => string.Join(',', r.Select(Cell)) + "\r\n")))], "text/csv; charset=utf-8", name);

    private static string Cell(string text)
    {
        var safe = text.TrimStart(' ') is [var first, ..] && Formula.Contains(first, StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
