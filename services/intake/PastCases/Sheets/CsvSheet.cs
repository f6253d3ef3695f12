using System.Text;

namespace LostCases.Intake.PastCases.Sheets;

/// <summary>Comma-separated text (RFC 4180), as spreadsheet programs save it: UTF-8, or GB 18030 where it is not.</summary>
internal static class CsvSheet
{
    internal static IEnumerable<SheetRow> Read(string path)
    {
        using var reader = new StreamReader(path, EncodingOf(path), detectEncodingFromByteOrderMarks: true);
        var (cells, cell, number, isQuoted, wasQuoted) = (new List<string>(), new StringBuilder(), 1, false, false);
        for (var read = reader.Read(); read >= 0; read = reader.Read())
        {
            var c = (char)read;
            if (isQuoted && c == '"' && reader.Peek() == '"')
            {
                _ = reader.Read();
                Add(cell, '"');
            }
            else if (c == '"' && (isQuoted || (cell.Length == 0 && !wasQuoted)))
            {
                (isQuoted, wasQuoted) = (!isQuoted, true);
            }
            else if (!isQuoted && c == ',')
            {
                wasQuoted = Take(cells, cell);
            }
            else if (!isQuoted && c is '\r' or '\n')
            {
                if (c == '\r' && reader.Peek() == '\n')
                {
                    _ = reader.Read();
                }

                wasQuoted = Take(cells, cell);
                yield return new SheetRow(number++, cells);
                cells = [];
            }
            else
            {
                Add(cell, c);
            }
        }

        if (isQuoted)
        {
            throw new InvalidDataException("A quotation mark is not closed.");
        }

        Take(cells, cell);
        yield return new SheetRow(number, cells);
    }

    private static void Add(StringBuilder cell, char c)
    {
        if (cell.Append(c).Length > Sheet.LongestCell)
        {
            throw new InvalidDataException("A cell is longer than any can be.");
        }
    }

    private static bool Take(List<string> cells, StringBuilder cell)
    {
        if (cells.Count < Sheet.MostColumns)
        {
            cells.Add(cell.ToString().Trim());
        }

        cell.Clear();
        return false;
    }

    private static Encoding EncodingOf(string path)
    {
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            var buffer = new char[8192];
            while (reader.Read(buffer) > 0)
            {
            }

            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("GB18030");
        }
    }
}
