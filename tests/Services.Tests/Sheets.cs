using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace LostCases.Services.Tests;

/// <summary>Sheets with past cases, as people would have them.</summary>
internal static class Sheets
{
    private const string Head = "案号*,法院,败诉行政机关,败诉类型,涉诉行政行为,行政行为日期,裁判作出日期,送达日期,生效日期,办结日期,处理结果,备注";

    /// <summary>A good row; the number tells rows apart.</summary>
    internal static string Row(int number, string closedOn = "2021-09-10", string result = "撤销", string agency = "云江县自然资源和规划局") =>
        $"(2021)浙99行终{number.ToString(CultureInfo.InvariantCulture)}号,云江县人民法院,{agency},{result},示例行政处罚决定,2020-01-06,2021/3/1,2021年3月5日,20210305,{closedOn},\"责令一人书面检查,已归档\",";

    internal static byte[] Csv(params IEnumerable<string> rows) => Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Head)));

    /// <summary>The same in the encoding Chinese spreadsheet programs prefer.</summary>
    internal static byte[] Gb18030(params IEnumerable<string> rows)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030").GetBytes(string.Join('\n', rows.Prepend(Head)));
    }

    /// <summary>A workbook with one row: texts in place, one date as a number with the format of dates, columns in another order.</summary>
    internal static byte[] Xlsx(int number)
    {
        (string Head, string Cell)[] cells =
        [
            ("法院", Inline("云江县人民法院")), ("案号", Inline($"（2021）浙99行终{number.ToString(CultureInfo.InvariantCulture)}号")), ("败诉行政机关", Inline("云江县自规局")),
            ("败诉类型", Inline("REVOKED")), ("涉诉行政行为", Inline("示例行政处罚决定")), ("行政行为日期", Inline("2020-01-06")), ("裁判作出日期", Inline("2021-03-01")),
            ("送达日期", Inline("2021-03-05")), ("生效日期", "s=\"1\"><v>44260</v></c>"), ("办结日期", Inline("2021-09-10")),
        ];
        string Line(int row, IEnumerable<string> contents) =>
            $"<row r=\"{row}\">{string.Concat(contents.Select((c, i) => $"<c r=\"{(char)('A' + i)}{row}\" {c}"))}</row>";
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            const string Package = "http://schemas.openxmlformats.org/package/2006";
            const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
            Add(zip, "[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Sheet}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Sheet}.styles+xml\"/>"
                + $"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Sheet}.worksheet+xml\"/></Types>");
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Rel}\"><sheets><sheet name=\"历史\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Rel}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + $"<Relationship Id=\"r2\" Type=\"{Rel}/styles\" Target=\"styles.xml\"/></Relationships>");
            Add(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            Add(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{Line(1, cells.Select(c => Inline(c.Head)))}{Line(3, cells.Select(c => c.Cell))}</sheetData></worksheet>");
        }

        return memory.ToArray();
    }

    private static string Inline(string text) => $"t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(xml);
    }
}
