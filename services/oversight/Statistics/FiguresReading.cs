using System.Globalization;
using LostCases.Rules;

namespace LostCases.Oversight.Statistics;

/// <summary>Why a row cannot be taken (逐行错误).</summary>
/// <param name="Line">Line in the text; the first names the columns.</param>
/// <param name="Column">Column it is about; null where it is about the row.</param>
/// <param name="Code">Why.</param>
/// <param name="Message">Why, in the caller's language.</param>
public sealed record RowError(int Line, string? Column, string Code, string Message);

/// <summary>Figures of one agency and period.</summary>
internal sealed record AgencyFigures(Guid AgencyId, string Period, LitigationFigures Figures);

/// <summary>Reads the rows of a table one by one and keeps what is wrong with them.</summary>
internal sealed class FiguresReading(string period, DateOnly on, ILookup<string, Guid> named, string language)
{
    private readonly HashSet<(Guid, string)> _seen = [];

    internal List<RowError> Errors { get; } = [];

    /// <summary>The row's figures; null where it cannot be taken.</summary>
    internal AgencyFigures? Read(FiguresRow row)
    {
        var before = Errors.Count;
        var agencies = named[row.Cell("agency")].Distinct().ToList();
        var ofPeriod = row.Cell("period") is { Length: > 0 } own ? own : period;
        var days = StatPeriods.Days(ofPeriod);
        Refuse(row, "agency", agencies.Count == 0 ? new Refused("AGENCY_UNKNOWN", "GAP-20", row.Cell("agency")) : null);
        Refuse(row, "agency", agencies.Count > 1 ? new Refused("AGENCY_AMBIGUOUS", "GAP-20", row.Cell("agency")) : null);
        Refuse(row, "period", days is not { } span || span.First > on ? new Refused("PERIOD_INVALID", "GAP-20") : null);
        var numbers = FiguresTable.Numbers.ToDictionary(c => c, c => Number(row, c));
        if (Errors.Count > before)
        {
            return null;
        }

        var figures = new LitigationFigures
        {
            Closed = numbers["closed"],
            Lost = numbers["lost"],
            OutOfScope = numbers["outOfScope"],
            Mediated = numbers["mediated"],
            Withdrawn = numbers["withdrawn"],
            ReversedLater = numbers["reversedLater"],
            ClosedInSeries = numbers["closedInSeries"],
            LostInSeries = numbers["lostInSeries"],
        };
        var inconsistent = LitigationStatistics.Check(figures) as Refused;
        Refuse(row, inconsistent?.Subject, inconsistent);
        Refuse(row, null, _seen.Add((agencies[0], ofPeriod)) ? null : new Refused("ROW_REPEATED", "GAP-20"));
        return new(agencies[0], ofPeriod, figures);
    }

    private int Number(FiguresRow row, string column)
    {
        var text = row.Cell(column);
        if (text.Length == 0 && !FiguresTable.Needed.Contains(column))
        {
            return 0;
        }

        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000;
        Refuse(row, column, isNumber ? null : new Refused("NUMBER_INVALID", "GAP-20", column));
        return number;
    }

    private void Refuse(FiguresRow row, string? column, Refused? refused)
    {
        if (refused is not null)
        {
            Errors.Add(new(row.Line, column, refused.FullCode, Refusals.Sentence(refused, language)));
        }
    }
}
