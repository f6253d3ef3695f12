using System.Globalization;

namespace LostCases.Documents;

/// <summary>A letter as a PDF on A4 with the margins of GB/T 9704: text 16 on 28 points, full lines justified, as many pages as it takes.</summary>
public static class LetterPdf
{
    private const double Size = 16;
    private const double Leading = 28;
    private const double Indent = 2;
    private const double TextTop = 112;

    /// <summary>Draws the letter.</summary>
    public static byte[] Make(Letter letter, FontSet fonts) => new Drawing(letter, fonts).Finish();

    private sealed class Drawing(Letter letter, FontSet set)
    {
        private readonly PdfFonts _fonts = new();
        private readonly List<PdfPage> _pages = [];
        private FontStack _title = null!;
        private FontStack _text = null!;
        private double _top;

        internal byte[] Finish()
        {
            (_title, _text) = (_fonts.Stack(set.Title.Concat(set.Text)), _fonts.Stack(set.Text));
            var page = NewPage();
            Centred(page, _title, letter.Title, AnnexLayout.TitleSize, AnnexLayout.Top + 20);
            Centred(page, _text, PrintedText.Line(letter.Number), Size, AnnexLayout.Top + 64);
            _top = AnnexLayout.Top + TextTop;
            foreach (var line in new Lines(_text.Width).Break(letter.Paragraphs.Select(PrintedText.Line), AnnexLayout.Width / Size, Indent))
            {
                Draw(Room(1), line);
            }

            Sign();
            return PdfBook.Of(_fonts, _pages, letter.Title, letter.On);
        }

        /// <summary>The page with room for so many lines; another where there is none.</summary>
        private PdfPage Room(int lines)
        {
            if (_top + (lines * Leading) > AnnexLayout.Top + AnnexLayout.Height)
            {
                NewPage();
                _top = AnnexLayout.Top;
            }

            return _pages[^1];
        }

        private void Draw(PdfPage page, PrintedLine line)
        {
            var begin = line.Begins ? Indent * Size : 0;
            var room = AnnexLayout.Width - begin - Width(line.Text);
            var gaps = line.Text.EnumerateRunes().Count() - 1;
            page.Text(_text, Size, AnnexLayout.Left + begin, _top, line.Text, line.Ends || gaps < 1 || room < 0 || room > 3 * Size ? 0 : room / gaps);
            _top += Leading;
        }

        /// <summary>Organ and day at the right, together on a page, the day centred under the organ.</summary>
        private void Sign()
        {
            _top += Leading;
            var page = Room(2);
            var organ = $"{PrintedText.Line(letter.Signatory)}（盖章）";
            var (width, day) = (Width(organ), ExemptionLetter.Day(letter.On));
            var centre = AnnexLayout.Left + AnnexLayout.Width - (2 * Size) - (Math.Max(width, Width(day)) / 2);
            page.Text(_text, Size, centre - (width / 2), _top, organ);
            page.Text(_text, Size, centre - (Width(day) / 2), _top + Leading, day);
        }

        private PdfPage NewPage()
        {
            var page = new PdfPage(_fonts, AnnexLayout.PageHeight);
            _pages.Add(page);
            if (letter.Demo)
            {
                page.Across(_title, 150, 190, 545, AnnexWords.Demo);
                page.Text(_text, AnnexLayout.NoteSize, AnnexLayout.Left + AnnexLayout.Width - Width(AnnexWords.DemoLine, AnnexLayout.NoteSize), AnnexLayout.Top - 30, AnnexWords.DemoLine);
            }

            var foot = AnnexLayout.Top + AnnexLayout.Height + 20;
            var number = string.Create(CultureInfo.InvariantCulture, $"— {_pages.Count} —");
            page.Text(_text, 14, AnnexLayout.Left + AnnexLayout.Width - 14 - Width(number, 14), foot, number);
            page.Text(_text, 9, AnnexLayout.Left, foot + 4, PrintedText.Line(letter.Code));
            return page;
        }

        private static void Centred(PdfPage page, FontStack stack, string text, double size, double top) =>
            page.Text(stack, size, AnnexLayout.Left + ((AnnexLayout.Width - (size * text.EnumerateRunes().Sum(stack.Width))) / 2), top, text);

        private double Width(string text, double size = Size) => size * text.EnumerateRunes().Sum(_text.Width);
    }
}
