using System.Text;

namespace LostCases.Oversight.Assessments;

/// <summary>Writes tables as CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it, and stays text.</summary>
internal static class Csv
{
    private const string Formula = "=+-@\t\r";

    internal static string Write(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(head))
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Cell(string text)
    {
        var safe = text.TrimStart(' ') is [var first, ..] && Formula.Contains(first, StringComparison.Ordinal) ? "'" + text : text;
        return safe.IndexOfAny([',', '"', '\n', '\r']) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
