using System.Globalization;

namespace LostCases.Documents;

/// <summary>The annex as a PDF: fonts embedded in part, text that can be searched and copied, the same bytes for the same form and fonts.</summary>
public static class AnnexPdf
{
    private const double Thin = 0.5;
    private const double Frame = 1;
    private const double LowestPortion = 76;
    private const int FewestLines = 4;

    /// <summary>Draws the form.</summary>
    public static byte[] Make(AnnexForm form, FontSet fonts) => new Drawing(form, fonts).Finish();

    private sealed class Drawing(AnnexForm form, FontSet set)
    {
        private readonly PdfFonts _fonts = new();
        private readonly List<PdfPage> _pages = [];
        private FontStack _title = null!;
        private FontStack _text = null!;

        internal byte[] Finish()
        {
            (_title, _text) = (_fonts.Stack(set.Title.Concat(set.Text)), _fonts.Stack(set.Text));
            var rows = AnnexLayout.Rows(form, _text.Width);
            First(rows);
            Continue([.. rows.Where(r => r.Rest.Count > 0)]);
            return PdfBook.Of(_fonts, _pages, AnnexWords.Title, form.AsOf);
        }

        private void First(IReadOnlyList<AnnexRow> rows)
        {
            var page = NewPage();
            page.Text(_title, 16, AnnexLayout.Left, AnnexLayout.Top, AnnexWords.Mark);
            Centred(page, AnnexWords.Title, AnnexLayout.TitleSize, AnnexLayout.Top + 40);
            var top = AnnexLayout.Top + AnnexLayout.TableTop;
            page.Box(AnnexLayout.Left, top, AnnexLayout.Width, rows.Sum(r => r.Height), Frame);
            page.Rule(AnnexLayout.Left + AnnexLayout.LabelWidth, top, AnnexLayout.Left + AnnexLayout.LabelWidth, top + rows.Sum(r => r.Height), Thin);
            foreach (var (row, i) in rows.Select((r, i) => (r, i)))
            {
                if (i > 0)
                {
                    page.Rule(AnnexLayout.Left, top, AnnexLayout.Left + AnnexLayout.Width, top, Thin);
                }

                Row(page, row, top);
                top += row.Height;
            }

            Notes(page, top + 8);
        }

        private void Row(PdfPage page, AnnexRow row, double top)
        {
            Label(page, row.Field.Label, top, row.Height);
            var isOpinion = row.Field.Stamps.Count > 0;
            var height = (row.Lines.Count + (row.Rest.Count > 0 ? 1 : 0)) * AnnexLayout.Leading;
            var at = isOpinion ? top + AnnexLayout.Padding : top + ((row.Height - height) / 2);
            at = Text(page, row.Lines, at, isOpinion ? AnnexLayout.Indent : 0);
            if (row.Rest.Count > 0)
            {
                var width = AnnexLayout.TextSize * AnnexWords.SeeContinuation.Length;
                page.Text(_text, AnnexLayout.TextSize, AnnexLayout.Left + AnnexLayout.Width - AnnexLayout.Padding - width, at + 3.5, AnnexWords.SeeContinuation);
            }

            Stamps(page, row, top + row.Height);
        }

        private void Label(PdfPage page, IReadOnlyList<string> label, double top, double height)
        {
            const double Pitch = 22;
            var at = top + ((height - (label.Count * Pitch)) / 2) + ((Pitch - AnnexLayout.LabelSize) / 2);
            foreach (var line in label)
            {
                var width = Width(line, AnnexLayout.LabelSize);
                page.Text(_text, AnnexLayout.LabelSize, AnnexLayout.Left + ((AnnexLayout.LabelWidth - width) / 2), at, line);
                at += Pitch;
            }
        }

        /// <summary>Draws lines, full ones justified; answers where they end.</summary>
        private double Text(PdfPage page, IReadOnlyList<PrintedLine> lines, double top, double indent)
        {
            foreach (var line in lines)
            {
                var begin = line.Begins ? indent : 0;
                var left = AnnexLayout.Left + AnnexLayout.LabelWidth + AnnexLayout.Padding + (begin * AnnexLayout.TextSize);
                var room = ((AnnexLayout.TextEms - begin) * AnnexLayout.TextSize) - Width(line.Text, AnnexLayout.TextSize);
                var gaps = line.Text.EnumerateRunes().Count() - 1;
                var spacing = line.Ends || gaps < 1 || room < 0 || room > 3 * AnnexLayout.TextSize ? 0 : room / gaps;
                page.Text(_text, AnnexLayout.TextSize, left, top + ((AnnexLayout.Leading - AnnexLayout.TextSize) / 2), line.Text, spacing);
                top += AnnexLayout.Leading;
            }

            return top;
        }

        private void Stamps(PdfPage page, AnnexRow row, double bottom)
        {
            const double Pitch = 21;
            var left = AnnexLayout.Left + AnnexLayout.LabelWidth;
            var share = (AnnexLayout.Width - AnnexLayout.LabelWidth) / 2;
            foreach (var (texts, line) in new[] { row.Field.Stamps.Select(s => s.Who), row.Field.Stamps.Select(s => s.Day) }.Select((t, n) => (t, n)))
            {
                foreach (var (text, i) in texts.Select((t, n) => (t, n)))
                {
                    var centre = left + (share * (i + (row.Field.Stamps.Count == 1 ? 1.45 : 0.5)));
                    page.Text(_text, AnnexLayout.TextSize, centre - (Width(text, AnnexLayout.TextSize) / 2), bottom - (Pitch * (2 - line)) - 4, text);
                }
            }
        }

        private void Notes(PdfPage page, double top)
        {
            var hang = AnnexLayout.NoteSize * 2;
            var lines = new Lines(_text.Width);
            page.Text(_text, AnnexLayout.NoteSize, AnnexLayout.Left, top, AnnexWords.NotesMark);
            foreach (var line in lines.Break(AnnexWords.Notes, (AnnexLayout.Width - hang) / AnnexLayout.NoteSize))
            {
                page.Text(_text, AnnexLayout.NoteSize, AnnexLayout.Left + hang, top, line.Text);
                top += AnnexLayout.NoteLeading;
            }
        }

        /// <summary>The continuation sheets: what did not fit, under its label, as many sheets as it takes.</summary>
        private void Continue(List<AnnexRow> rows)
        {
            (PdfPage Page, double Top)? open = null;
            foreach (var row in rows)
            {
                for (var at = 0; at < row.Rest.Count;)
                {
                    if (open is not { } sheet || Room(sheet.Top) < Math.Min(FewestLines, row.Rest.Count - at))
                    {
                        sheet = NewSheet();
                    }

                    var rest = row.Rest.Skip(at).Take(Room(sheet.Top)).ToList();
                    at += rest.Count;
                    open = sheet with { Top = sheet.Top + Portion(sheet.Page, row.Field, rest, sheet.Top) };
                }
            }
        }

        /// <summary>How many lines fit below.</summary>
        private static int Room(double top) => (int)((AnnexLayout.Top + AnnexLayout.Height - top - (2 * AnnexLayout.Padding)) / AnnexLayout.Leading);

        /// <summary>Draws a part of a field; answers its height.</summary>
        private double Portion(PdfPage page, AnnexField field, List<PrintedLine> lines, double top)
        {
            var height = Math.Max(LowestPortion, (lines.Count * AnnexLayout.Leading) + (2 * AnnexLayout.Padding));
            page.Box(AnnexLayout.Left, top, AnnexLayout.Width, height, Thin);
            page.Rule(AnnexLayout.Left + AnnexLayout.LabelWidth, top, AnnexLayout.Left + AnnexLayout.LabelWidth, top + height, Thin);
            Label(page, [.. field.Label, AnnexWords.Continued], top, height);
            Text(page, lines, top + AnnexLayout.Padding, field.Stamps.Count > 0 ? AnnexLayout.Indent : 0);
            return height;
        }

        private (PdfPage Page, double Top) NewSheet()
        {
            var page = NewPage();
            Centred(page, AnnexWords.Title + AnnexWords.Continuation, 18, AnnexLayout.Top);
            var which = PrintedText.Line(form.CaseNo);
            while (Width(which, AnnexLayout.TextSize) > AnnexLayout.Width)
            {
                which = which[..(which.Length / 2)] + "…";
            }

            page.Text(_text, AnnexLayout.TextSize, AnnexLayout.Left, AnnexLayout.Top + 46, which);
            return (page, AnnexLayout.Top + 68);
        }

        private PdfPage NewPage()
        {
            var page = new PdfPage(_fonts, AnnexLayout.PageHeight);
            _pages.Add(page);
            if (form.Demo)
            {
                page.Across(_title, 150, 190, 545, AnnexWords.Demo);
                page.Text(_text, AnnexLayout.NoteSize, AnnexLayout.Left + AnnexLayout.Width - Width(AnnexWords.DemoLine, AnnexLayout.NoteSize), AnnexLayout.Top - 30, AnnexWords.DemoLine);
            }

            var foot = AnnexLayout.Top + AnnexLayout.Height + 20;
            var number = string.Create(CultureInfo.InvariantCulture, $"— {_pages.Count} —");
            var left = _pages.Count % 2 == 0 ? AnnexLayout.Left + 14 : AnnexLayout.Left + AnnexLayout.Width - 14 - Width(number, 14);
            page.Text(_text, 14, left, foot, number);
            if (form.Code is { } code)
            {
                var text = PrintedText.Line(code);
                page.Text(_text, 9, _pages.Count % 2 == 0 ? AnnexLayout.Left + AnnexLayout.Width - Width(text, 9) : AnnexLayout.Left, foot + 4, text);
            }

            return page;
        }

        private void Centred(PdfPage page, string text, double size, double top) =>
            page.Text(_title, size, AnnexLayout.Left + ((AnnexLayout.Width - (size * text.EnumerateRunes().Sum(_title.Width))) / 2), top, text);

        private double Width(string text, double size) => size * text.EnumerateRunes().Sum(_text.Width);
    }
}
