using System.Text;

namespace LostCases.Oversight.Statistics;

/// <summary>A row of a table of figures: its line in the text, and its cells by column.</summary>
internal sealed record FiguresRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    internal string Cell(string column) => Cells.GetValueOrDefault(column, "");
}

/// <summary>Reads a table of figures (诉讼统计表): CSV, or what a spreadsheet gives when its cells are copied. The first line names the columns.</summary>
internal static class FiguresTable
{
    /// <summary>Columns and what they may be called.</summary>
    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["agency"] = ["agency", "机关", "行政机关", "单位", "机关名称", "单位名称"],
        ["period"] = ["period", "期间", "统计期间"],
        ["closed"] = ["closed", "结案", "结案数", "结案件数"],
        ["lost"] = ["lost", "败诉", "败诉数", "败诉件数"],
        ["outOfScope"] = ["outofscope", "范围外", "范围外败诉", "其中范围外"],
        ["mediated"] = ["mediated", "调解", "调解结案"],
        ["withdrawn"] = ["withdrawn", "撤诉", "撤诉结案"],
        ["reversedLater"] = ["reversedlater", "再审改判"],
        ["closedInSeries"] = ["closedinseries", "串案结案折减"],
        ["lostInSeries"] = ["lostinseries", "串案败诉折减"],
    };

    /// <summary>Columns there must be.</summary>
    internal static IReadOnlyList<string> Needed { get; } = ["agency", "closed", "lost"];

    /// <summary>Columns that hold numbers; one that is left out or empty is 0.</summary>
    internal static IReadOnlyList<string> Numbers { get; } = [.. Columns.Keys.Except(["agency", "period"])];

    /// <summary>The columns the text has, and its rows; empty lines are passed over.</summary>
    internal static (IReadOnlyList<string> Columns, IReadOnlyList<FiguresRow> Rows) Read(string text)
    {
        var lines = text.TrimStart('\uFEFF').Split('\n').Select((line, i) => (Number: i + 1, Text: line.TrimEnd('\r'))).Where(l => l.Text.Trim('\t', ',', ' ').Length > 0).ToList();
        if (lines.Count == 0)
        {
            return ([], []);
        }

        var separator = lines[0].Text.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        var head = Cells(lines[0].Text, separator).ConvertAll(Column);
        return ([.. head.OfType<string>()], [.. lines.Skip(1).Select(l => new FiguresRow(l.Number, ByColumn(head, Cells(l.Text, separator))))]);
    }

    private static string? Column(string name)
    {
        var wanted = name.Replace("（件）", "", StringComparison.Ordinal).Replace("(件)", "", StringComparison.Ordinal).ToLowerInvariant();
        return Columns.FirstOrDefault(c => c.Value.Contains(wanted)).Key;
    }

    private static Dictionary<string, string> ByColumn(List<string?> head, List<string> cells)
    {
        var row = new Dictionary<string, string>();
        foreach (var (column, cell) in head.Zip(cells).Where(c => c.First is not null))
        {
            row.TryAdd(column!, cell);
        }

        return row;
    }

    /// <summary>Cells of a line; a quoted one may hold the separator, and quotes written twice.</summary>
    private static List<string> Cells(string line, char separator)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append(line[++i]);
            }
            else if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (c == separator && !isQuoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells;
    }
}
