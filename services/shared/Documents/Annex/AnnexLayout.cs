using System.Text;

namespace LostCases.Documents;

/// <summary>A row as it stands on the sheet.</summary>
/// <param name="Field">What it is.</param>
/// <param name="Lines">What of it stands here.</param>
/// <param name="Rest">What stands on the continuation sheet.</param>
/// <param name="Height">Height in points.</param>
internal sealed record AnnexRow(AnnexField Field, IReadOnlyList<PrintedLine> Lines, IReadOnlyList<PrintedLine> Rest, double Height);

/// <summary>Where everything stands on A4 with the margins of GB/T 9704; lengths in points.</summary>
internal static class AnnexLayout
{
    internal const double PageWidth = 210 * Millimetre;
    internal const double PageHeight = 297 * Millimetre;
    internal const double Left = 28 * Millimetre;
    internal const double Top = 37 * Millimetre;
    internal const double Width = 156 * Millimetre;
    internal const double Height = 225 * Millimetre;
    internal const double TitleSize = 22;
    internal const double LabelSize = 14;
    internal const double TextSize = 12;
    internal const double Leading = 19;
    internal const double NoteSize = 10.5;
    internal const double NoteLeading = 16;
    internal const double LabelWidth = 128;
    internal const double Padding = 8;
    internal const double StampHeight = 86;
    internal const double TableTop = 88;
    internal const double TableHeight = Height - TableTop - NotesHeight;
    internal const double TextEms = (Width - LabelWidth - (2 * Padding)) / TextSize;
    internal const double Indent = 2;
    private const double Millimetre = 72 / 25.4;
    private const double NotesHeight = (5 * NoteLeading) + 8;
    private const double Lowest = 56;
    private const int MostNameLines = 4;

    /// <summary>Rows of the form. The two opinions share what the names leave; what fits nowhere goes to the continuation sheet.</summary>
    /// <param name="form">What it says.</param>
    /// <param name="width">Width of a character in ems.</param>
    /// <param name="spare">Ems left empty in each line where widths are only estimated.</param>
    internal static IReadOnlyList<AnnexRow> Rows(AnnexForm form, Func<Rune, double> width, double spare = 0)
    {
        var lines = new Lines(width);
        var fields = AnnexField.Of(form);
        var names = fields.Take(2).Select(f => Row(f, lines.Break(f.Paragraphs, TextEms - spare), MostNameLines)).ToList();
        var opinions = fields.Skip(2).Select(f => (Field: f, Lines: lines.Break(f.Paragraphs, TextEms - spare, Indent))).ToList();
        var room = TableHeight - names.Sum(r => r.Height);
        var needs = opinions.ConvertAll(o => Need(o.Lines.Count, o.Field));
        var heights = Share(room, needs[0], needs[1]);
        return [.. names, .. opinions.Zip(heights, (o, h) => Row(o.Field, o.Lines, (int)((h - Need(0, o.Field)) / Leading)) with { Height = h })];
    }

    /// <summary>Width of a character in ems where no font is at hand: Chinese one, others half.</summary>
    internal static double Estimate(Rune rune) => rune.Value is >= 0x2E80 or (>= 0x2010 and <= 0x2026) or 0xB7 or 0xFFFD ? 1 : 0.55;

    private static double Need(int count, AnnexField field) => Math.Max(Lowest, (count * Leading) + (2 * Padding) + (field.Stamps.Count > 0 ? StampHeight : 0));

    private static double[] Share(double room, double first, double second) =>
        first + second <= room ? [first + ((room - first - second) / 2), second + ((room - first - second) / 2)]
        : first <= room / 2 ? [first, room - first]
        : second <= room / 2 ? [room - second, second]
        : [room / 2, room / 2];

    private static AnnexRow Row(AnnexField field, List<PrintedLine> lines, int most)
    {
        var kept = lines.Count <= most ? lines.Count : Math.Max(0, most - 1); // the last line says where it goes on
        return new AnnexRow(field, lines[..kept], lines[kept..], Need(lines.Count <= most ? lines.Count : most, field));
    }
}
