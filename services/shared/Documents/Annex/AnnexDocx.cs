using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LostCases.Documents;

/// <summary>The annex for a word processor: names 方正小标宋简体 and 仿宋_GB2312, the same bytes for the same form.</summary>
public static class AnnexDocx
{
    private const double TopMargin = 6;

    /// <summary>Room a word processor needs for the lines between rows.</summary>
    private const double RowSlack = 2;

    /// <summary>Writes the form.</summary>
    public static byte[] Make(AnnexForm form)
    {
        using var to = new MemoryStream();
        using (var document = WordprocessingDocument.Create(to, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "rId1");
            main.AddNewPart<HeaderPart>("rId1").Header = new Header(Demo(form));
            main.AddNewPart<FooterPart>("rId2").Footer = new Footer(Foot(form));
            main.AddNewPart<StyleDefinitionsPart>("rId3").Styles = DocxParts.Styles();
            main.Document = new Document(new Body([.. Sheets(form), DocxParts.Page("rId1", "rId2")]));
            DocxParts.Properties(document.AddNewPart<CoreFilePropertiesPart>("rId2"), AnnexWords.Title, form.AsOf);
        }

        return FixedPackage.Of(to.ToArray());
    }

    private static List<OpenXmlElement> Sheets(AnnexForm form)
    {
        var rows = AnnexLayout.Rows(form, AnnexLayout.Estimate, spare: 1);
        List<OpenXmlElement> sheets =
        [
            DocxParts.Paragraph(AnnexWords.Mark, DocxParts.Title, 16, JustificationValues.Left, leading: 28),
            DocxParts.Paragraph(AnnexWords.Title, DocxParts.Title, AnnexLayout.TitleSize, JustificationValues.Center, leading: 36, after: 14),
            Table(rows.Select(r => Row(r.Field, r.Lines, r.Rest.Count > 0, r.Height))),
            .. AnnexWords.Notes.Select((note, i) => Note(note, isFirst: i == 0)),
        ];

        var rest = rows.Where(r => r.Rest.Count > 0).ToList();
        if (rest.Count > 0)
        {
            sheets.Add(DocxParts.Paragraph("", DocxParts.Text, 1, JustificationValues.Left, leading: 1, newPage: true));
            sheets.Add(Table(rest.Select(r => Row(r.Field with { Label = [.. r.Field.Label, AnnexWords.Continued], Stamps = [] }, r.Rest, goesOn: false, 76, r.Field.Stamps.Count > 0)).Prepend(Head(form))));
        }

        return sheets;
    }

    /// <summary>Title and case, again on every sheet the table runs on to.</summary>
    private static TableRow Head(AnnexForm form)
    {
        var cell = DocxParts.Cell(AnnexLayout.Width, TableVerticalAlignmentValues.Bottom,
        [
            DocxParts.Paragraph(AnnexWords.Title + AnnexWords.Continuation, DocxParts.Title, 18, JustificationValues.Center, leading: 36, after: 8),
            DocxParts.Paragraph(PrintedText.Line(form.CaseNo), DocxParts.Text, AnnexLayout.TextSize, JustificationValues.Left, AnnexLayout.Leading),
        ]);
        cell.TableCellProperties!.GridSpan = new GridSpan { Val = 2 };
        cell.TableCellProperties.TableCellBorders = new TableCellBorders(
            new TopBorder { Val = BorderValues.Nil }, new LeftBorder { Val = BorderValues.Nil }, new RightBorder { Val = BorderValues.Nil });
        return new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()), cell);
    }

    private static Table Table(IEnumerable<TableRow> rows) => new(
    [
        new TableProperties(
            new TableWidth { Width = Twips(AnnexLayout.Width), Type = TableWidthUnitValues.Dxa },
            new TableJustification { Val = TableRowAlignmentValues.Center },
            DocxParts.Borders(),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TopMargin { Width = Twips(TopMargin), Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = (short)(AnnexLayout.Padding * 20), Type = TableWidthValues.Dxa },
                new TableCellRightMargin { Width = (short)(AnnexLayout.Padding * 20), Type = TableWidthValues.Dxa }),
            new TableCaption { Val = AnnexWords.Title }),
        new TableGrid(new GridColumn { Width = Twips(AnnexLayout.LabelWidth) }, new GridColumn { Width = Twips(AnnexLayout.Width - AnnexLayout.LabelWidth) }),
        .. rows,
    ]);

    private static TableRow Row(AnnexField field, IReadOnlyList<PrintedLine> lines, bool goesOn, double height, bool isOpinion = false)
    {
        isOpinion |= field.Stamps.Count > 0;
        var content = Paragraphs(lines).Select(p => DocxParts.Paragraph(
            p.Text, DocxParts.Text, AnnexLayout.TextSize, JustificationValues.Both, AnnexLayout.Leading, indent: isOpinion && p.Begins ? AnnexLayout.Indent : 0)).ToList();
        if (goesOn)
        {
            content.Add(DocxParts.Paragraph(AnnexWords.SeeContinuation, DocxParts.Text, AnnexLayout.TextSize, JustificationValues.Right, AnnexLayout.Leading));
        }

        var used = content.Count == 0 ? 0 : (lines.Count + (goesOn ? 1 : 0)) * AnnexLayout.Leading;
        content.AddRange(Stamps(field.Stamps, height - used - TopMargin - RowSlack - 4));
        return new TableRow(
            new TableRowProperties(new TableRowHeight { Val = (uint)((height - RowSlack) * 20), HeightType = HeightRuleValues.AtLeast }),
            DocxParts.Cell(AnnexLayout.LabelWidth, TableVerticalAlignmentValues.Center, field.Label.Select(l =>
                DocxParts.Paragraph(l, DocxParts.Text, AnnexLayout.LabelSize, JustificationValues.Center, leading: 22))),
            DocxParts.Cell(AnnexLayout.Width - AnnexLayout.LabelWidth, isOpinion ? TableVerticalAlignmentValues.Top : TableVerticalAlignmentValues.Center, content));
    }

    /// <summary>Room for the stamps, then who stamps and the day, at the bottom of the cell.</summary>
    private static List<Paragraph> Stamps(IReadOnlyList<AnnexStamp> stamps, double room)
    {
        const double Pitch = 21;
        var width = AnnexLayout.Width - AnnexLayout.LabelWidth - (2 * AnnexLayout.Padding);
        return stamps.Count == 0 ? [] :
        [
            DocxParts.Stamps([.. stamps.Select(s => s.Who)], width, Pitch, Math.Max(0, room - (2 * Pitch))),
            DocxParts.Stamps([.. stamps.Select(s => s.Day)], width, Pitch, before: 0),
        ];
    }

    private static List<(string Text, bool Begins)> Paragraphs(IReadOnlyList<PrintedLine> lines)
    {
        var paragraphs = new List<(string Text, bool Begins)>();
        for (var at = 0; at < lines.Count;)
        {
            var paragraph = lines.Skip(at).TakeWhile((l, i) => i == 0 || !l.Begins).ToList();
            paragraphs.Add((string.Concat(paragraph.Select(l => l.Text + (NeedsSpace(l) ? " " : ""))), lines[at].Begins));
            at += paragraph.Count;
        }

        return paragraphs;
    }

    /// <summary>A line broken between two words lost the space there.</summary>
    private static bool NeedsSpace(PrintedLine line) => !line.Ends && line.Text.Length > 0 && char.IsAscii(line.Text[^1]) && line.Text.Contains(' ', StringComparison.Ordinal);

    private static Paragraph Note(string note, bool isFirst)
    {
        var paragraph = DocxParts.Paragraph((isFirst ? AnnexWords.NotesMark : "") + note, DocxParts.Text, AnnexLayout.NoteSize, JustificationValues.Both, AnnexLayout.NoteLeading, before: isFirst ? 8 : 0);
        paragraph.ParagraphProperties!.Indentation = new Indentation { Left = Twips(2 * AnnexLayout.NoteSize) };
        if (isFirst)
        {
            paragraph.ParagraphProperties.Indentation.Hanging = Twips(2 * AnnexLayout.NoteSize);
        }

        return paragraph;
    }

    private static Paragraph Demo(AnnexForm form) =>
        DocxParts.Paragraph(form.Demo ? AnnexWords.DemoLine : "", DocxParts.Text, form.Demo ? 16 : AnnexLayout.NoteSize, JustificationValues.Right, leading: 24);

    private static Paragraph Foot(AnnexForm form)
    {
        var paragraph = DocxParts.Paragraph(form.Code is { } code ? PrintedText.Line(code) + "\u3000\u3000" : "", DocxParts.Text, 9, JustificationValues.Right, leading: 20);
        paragraph.Append(DocxParts.Run("— ", DocxParts.Text, 14), DocxParts.PageNumber(14), DocxParts.Run(" —", DocxParts.Text, 14));
        return paragraph;
    }

    private static string Twips(double points) => ((int)Math.Round(points * 20)).ToString(CultureInfo.InvariantCulture);
}
