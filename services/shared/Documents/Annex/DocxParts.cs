using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LostCases.Documents;

/// <summary>Pieces of a word processor's document; lengths in points.</summary>
internal static class DocxParts
{
    internal const string Title = "方正小标宋简体";
    internal const string Text = "仿宋_GB2312";

    /// <summary>A paragraph with a fixed distance of lines.</summary>
    internal static Paragraph Paragraph(
        string text, string font, double size, JustificationValues side, double leading, double indent = 0, double before = 0, double after = 0, bool newPage = false)
    {
        var properties = new ParagraphProperties
        {
            PageBreakBefore = newPage ? new PageBreakBefore() : null,
            SpacingBetweenLines = new SpacingBetweenLines { Before = Twips(before), After = Twips(after), Line = Twips(leading), LineRule = LineSpacingRuleValues.Exact },
            Indentation = indent > 0 ? new Indentation { FirstLine = Twips(indent * size), FirstLineChars = (int)(indent * 100) } : null,
            Justification = new Justification { Val = side },
        };
        var paragraph = new Paragraph(properties);
        if (text.Length > 0)
        {
            paragraph.Append(Run(text, font, size));
        }

        return paragraph;
    }

    internal static Run Run(string text, string font, double size) =>
        new(Properties(font, size), new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>One text at the right of the cell, or several side by side, each in the middle of its share.</summary>
    internal static Paragraph Stamps(IReadOnlyList<string> texts, double width, double leading, double before)
    {
        var paragraph = Paragraph("", Text, AnnexLayout.TextSize, JustificationValues.Left, leading, before: before);
        var stops = texts.Select((_, i) => texts.Count == 1 ? width * 0.72 : width * ((2 * i) + 1) / (2 * texts.Count));
        paragraph.ParagraphProperties!.Tabs = new Tabs(stops.Select(s => new TabStop { Val = TabStopValues.Center, Position = (int)(s * 20) }));
        foreach (var text in texts)
        {
            paragraph.Append(new Run(Properties(Text, AnnexLayout.TextSize), new TabChar(), new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        }

        return paragraph;
    }

    internal static Run PageNumber(double size) => new(
        Properties(Text, size), new FieldChar { FieldCharType = FieldCharValues.Begin }, new FieldCode(" PAGE "), new FieldChar { FieldCharType = FieldCharValues.End });

    internal static TableCell Cell(double width, TableVerticalAlignmentValues place, IEnumerable<OpenXmlElement> content)
    {
        var cell = new TableCell(new TableCellProperties(
            new TableCellWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa }, new TableCellVerticalAlignment { Val = place }));
        cell.Append(content.DefaultIfEmpty(new Paragraph()));
        return cell;
    }

    internal static TableBorders Borders()
    {
        T Line<T>(uint width)
            where T : BorderType, new() => new() { Val = BorderValues.Single, Size = width };
        return new TableBorders(Line<TopBorder>(8), Line<LeftBorder>(8), Line<BottomBorder>(8), Line<RightBorder>(8), Line<InsideHorizontalBorder>(4), Line<InsideVerticalBorder>(4));
    }

    /// <summary>A4 with the margins of GB/T 9704, header and footer outside the type area.</summary>
    internal static SectionProperties Page(string header, string footer) => new(
        new HeaderReference { Id = header, Type = HeaderFooterValues.Default },
        new FooterReference { Id = footer, Type = HeaderFooterValues.Default },
        new PageSize { Width = (uint)(AnnexLayout.PageWidth * 20), Height = (uint)(AnnexLayout.PageHeight * 20) },
        new PageMargin
        {
            Top = (int)(AnnexLayout.Top * 20),
            Bottom = (int)((AnnexLayout.PageHeight - AnnexLayout.Top - AnnexLayout.Height) * 20),
            Left = (uint)(AnnexLayout.Left * 20),
            Right = (uint)((AnnexLayout.PageWidth - AnnexLayout.Left - AnnexLayout.Width) * 20),
            Header = 1100,
            Footer = 1100,
            Gutter = 0,
        });

    internal static Styles Styles() => new(new DocDefaults(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(Text), new FontSize { Val = "24" }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "0" }))));

    internal static void Properties(CoreFilePropertiesPart part, string title, DateOnly on)
    {
        var day = on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var to = part.GetStream(FileMode.Create);
        to.Write(Encoding.UTF8.GetBytes(
            $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:language>zh-CN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified></cp:coreProperties>
            """));
    }

    private static RunProperties Properties(string font, double size) =>
        new(Fonts(font), new FontSize { Val = HalfPoints(size) }, new FontSizeComplexScript { Val = HalfPoints(size) });

    private static RunFonts Fonts(string font) => new() { Ascii = font, HighAnsi = font, EastAsia = font, Hint = FontTypeHintValues.EastAsia };

    private static string HalfPoints(double size) => ((int)Math.Round(size * 2)).ToString(CultureInfo.InvariantCulture);

    private static string Twips(double points) => ((int)Math.Round(points * 20)).ToString(CultureInfo.InvariantCulture);
}
