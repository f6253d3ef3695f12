namespace LostCases.Intake.PastCases.Sheets;

/// <summary>A row of a sheet: its number as people see it, from 1, and its cells as text.</summary>
internal sealed record SheetRow(int Number, IReadOnlyList<string> Cells);

/// <summary>Reads sheets (表格), row by row, whatever their form.</summary>
internal static class Sheet
{
    /// <summary>Most characters of a cell; what a spreadsheet program allows.</summary>
    internal const int LongestCell = 32767;

    /// <summary>Most columns; what lies beyond is not read.</summary>
    internal const int MostColumns = 200;

    /// <summary>Rows that have content. Empty where the file is no sheet.</summary>
    /// <exception cref="InvalidDataException">It is one and cannot be read.</exception>
    internal static IEnumerable<SheetRow>? Read(string path)
    {
        Span<byte> head = stackalloc byte[8];
        using (var file = File.OpenRead(path))
        {
            head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }

        var rows = head.StartsWith("PK\u0003\u0004"u8) ? XlsxSheet.Read(path)
            : head.IsEmpty || head.StartsWith("%PDF-"u8) || head.Contains((byte)0) || head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) ? null
            : CsvSheet.Read(path);
        return rows?.Where(r => r.Cells.Any(c => c.Length > 0));
    }
}
