using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LostCases.Documents;

/// <summary>A table for a spreadsheet program (XLSX): every cell is text, so none is taken for a formula; the same bytes for the same table.</summary>
public static class SheetFile
{
    private const int LongestName = 31;
    private static readonly char[] NotInNames = ['\\', '/', '?', '*', '[', ']', ':'];

    /// <summary>Writes one sheet; the first row is the head. Characters no document may hold are printed as U+FFFD.</summary>
    public static byte[] Make(string name, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var to = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "rId1");
            var sheet = book.AddNewPart<WorksheetPart>("rId1");
            sheet.Worksheet = new Worksheet(new SheetData(rows.Select(Row)));
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = "rId1", SheetId = 1, Name = Named(name) }));
        }

        return FixedPackage.Of(to.ToArray());
    }

    private static Row Row(IReadOnlyList<string> cells) => new(cells.Select(Cell));

    private static OpenXmlElement Cell(string text) => new Cell
    {
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(PrintedText.Line(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    private static string Named(string name) => string.Concat(name.Where(c => !NotInNames.Contains(c)).Take(LongestName));
}
