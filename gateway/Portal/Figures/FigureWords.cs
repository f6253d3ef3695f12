using LostCases.Portal.Texts;
using LostCases.Portal.Ui;

namespace LostCases.Portal.Figures;

/// <summary>Periods and standings in words.</summary>
internal static class FigureWords
{
    /// <summary><c>2026H1</c> as 2026年上半年.</summary>
    internal static string Period(Words words, string period) =>
        words.Format("figures.period", period[..4], words.Code("figuresPart", period.Length == 4 ? "YEAR" : period[4..]));

    /// <summary>A half-year is never late in law (原则上), so nothing is red.</summary>
    internal static Tone Tone(string status) => status switch
    {
        "HELD" => Ui.Tone.Done,
        "REMIND" or "EXCEEDED" => Ui.Tone.Exceeded,
        _ => Ui.Tone.Plain,
    };
}
