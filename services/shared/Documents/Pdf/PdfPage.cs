using System.Globalization;
using System.Text;

namespace LostCases.Documents;

/// <summary>What is drawn on a page; lengths in points, from its upper left corner.</summary>
/// <param name="fonts">Fonts of the document.</param>
/// <param name="height">Height of the page.</param>
internal sealed class PdfPage(PdfFonts fonts, double height)
{
    private readonly StringBuilder _to = new();

    internal byte[] Content => Encoding.ASCII.GetBytes(_to.ToString());

    /// <summary>Draws a line of text whose em box begins at the place; <paramref name="spacing"/> is added behind each character.</summary>
    internal void Text(FontStack stack, double size, double left, double top, string text, double spacing = 0)
    {
        var baseline = height - top - (0.88 * size);
        Draw($"BT {N(spacing)} Tc 1 0 0 1 {N(left)} {N(baseline)} Tm");
        Show(stack, size, text);
        Draw("ET");
    }

    /// <summary>Draws large light letters across the page, behind what comes after.</summary>
    internal void Across(FontStack stack, double size, double left, double top, string text)
    {
        const double Cosine = 0.866, Sine = 0.5;
        Draw($"q 0.9 g BT 0 Tc {N(Cosine)} {N(Sine)} {N(-Sine)} {N(Cosine)} {N(left)} {N(height - top)} Tm");
        Show(stack, size, text);
        Draw("ET Q");
    }

    internal void Box(double left, double top, double width, double boxHeight, double line) =>
        Draw($"{N(line)} w {N(left)} {N(height - top - boxHeight)} {N(width)} {N(boxHeight)} re S");

    internal void Rule(double left, double top, double right, double bottom, double line) =>
        Draw($"{N(line)} w {N(left)} {N(height - top)} m {N(right)} {N(height - bottom)} l S");

    private void Show(FontStack stack, double size, string text)
    {
        PdfFont? current = null;
        var run = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var font = stack.For(rune);
            if (!ReferenceEquals(font, current))
            {
                Flush(run);
                Draw($"/{fonts.Name(font)} {N(size)} Tf");
                current = font;
            }

            run.Append(CultureInfo.InvariantCulture, $"{font.Number(rune):X4}");
        }

        Flush(run);
    }

    private void Flush(StringBuilder run)
    {
        if (run.Length > 0)
        {
            Draw($"<{run}> Tj");
            run.Clear();
        }
    }

    private void Draw(string operators) => _to.Append(operators).Append('\n');

    private static string N(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
