using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LostCases.Intake.PastCases.Sheets;

/// <summary>The first sheet of a workbook (xlsx), read as it streams by; only texts that cells share are held.</summary>
internal static class XlsxSheet
{
    /// <summary>A part that unpacks to more than this is not read.</summary>
    private const long LargestPart = 200_000_000;
    private const int MostShared = 500_000;

    /// <summary>Formats of numbers that are dates in every workbook.</summary>
    private static readonly HashSet<uint> DateFormats = [.. Enumerable.Range(14, 9).Concat(Enumerable.Range(27, 10)).Concat(Enumerable.Range(45, 3)).Concat(Enumerable.Range(50, 9)).Select(n => (uint)n)];

    internal static IEnumerable<SheetRow> Read(string path)
    {
        using var rows = Guarded(() => Rows(path).GetEnumerator());
        while (Guarded(rows.MoveNext))
        {
            yield return rows.Current;
        }
    }

    private static IEnumerable<SheetRow> Rows(string path)
    {
        using var document = SpreadsheetDocument.Open(path, isEditable: false, new OpenSettings { MaxCharactersInPart = LargestPart });
        var book = document.WorkbookPart ?? throw new InvalidDataException("There is no workbook.");
        var first = book.Workbook?.Sheets?.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().FirstOrDefault()?.Id?.Value ?? throw new InvalidDataException("There is no sheet.");
        var cells = new CellTexts(Shared(book), DateStyles(book), book.Workbook?.WorkbookProperties?.Date1904?.Value == true);
        using var reader = OpenXmlReader.Create((WorksheetPart)book.GetPartById(first));
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement && reader.LoadCurrentElement() is Row row)
            {
                yield return new SheetRow((int)(row.RowIndex?.Value ?? 0), cells.Of(row));
            }
        }
    }

    private static List<string> Shared(WorkbookPart book)
    {
        var texts = new List<string>();
        if (book.SharedStringTablePart is not { } part)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement && reader.LoadCurrentElement() is SharedStringItem item)
            {
                texts.Add(item.InnerText);
                if (texts.Count > MostShared)
                {
                    throw new InvalidDataException("There are too many texts.");
                }
            }
        }

        return texts;
    }

    /// <summary>For each style of a cell whether its number is a date.</summary>
    private static List<bool> DateStyles(WorkbookPart book)
    {
        var sheet = book.WorkbookStylesPart?.Stylesheet;
        var own = (sheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(f => f.FormatCode?.Value is { } code && (code.Contains('y', StringComparison.OrdinalIgnoreCase) || code.Contains('年', StringComparison.Ordinal)))
            .Select(f => f.NumberFormatId?.Value).ToHashSet();
        return [.. (sheet?.CellFormats?.Elements<CellFormat>() ?? []).Select(f => f.NumberFormatId?.Value is { } id && (DateFormats.Contains(id) || own.Contains(id)))];
    }

    /// <summary>Whatever is wrong with a package, it cannot be read.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or XmlException or FormatException or ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The workbook cannot be read.", broken);
        }
    }

    /// <summary>What cells say: texts as they are, dates as <c>yyyy-MM-dd</c>.</summary>
    private sealed class CellTexts(List<string> shared, List<bool> dates, bool since1904)
    {
        internal IReadOnlyList<string> Of(Row row)
        {
            var cells = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var place = Place(cell.CellReference?.Value) ?? cells.Count;
                if (place >= Sheet.MostColumns)
                {
                    break;
                }

                while (cells.Count <= place)
                {
                    cells.Add("");
                }

                cells[place] = Text(cell).Trim();
            }

            return cells;
        }

        private string Text(Cell cell)
        {
            var kind = cell.DataType?.Value;
            var value = cell.CellValue?.Text ?? "";
            return kind == CellValues.SharedString ? shared[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)]
                : kind == CellValues.InlineString ? cell.InlineString?.InnerText ?? ""
                : kind is null || kind == CellValues.Number ? Number(value, IsDate(cell))
                : value;
        }

        private bool IsDate(Cell cell) => cell.StyleIndex?.Value is { } style && style < dates.Count && dates[(int)style];

        private string Number(string value, bool isDate) =>
            isDate && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 2_958_000
                ? DateTime.FromOADate(days + (since1904 ? 1462 : 0)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : value;

        /// <summary>Column of a reference such as <c>AB12</c>, from 0.</summary>
        private static int? Place(string? reference)
        {
            if (reference is null)
            {
                return null;
            }

            var column = 0;
            foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper).Take(4))
            {
                column = (column * 26) + (letter - 'A' + 1);
            }

            return column - 1;
        }
    }
}
