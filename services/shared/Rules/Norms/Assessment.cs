using System.Globalization;

namespace LostCases.Rules;

/// <summary>What a year says of one agency, as far as the assessment asks.</summary>
public sealed record AssessedYear
{
    /// <summary>Losses of the year.</summary>
    public required int Losses { get; init; }

    /// <summary>Loss rate; null where no closed cases are told.</summary>
    public required LossRate? Rate { get; init; }

    /// <summary>Reports due for review in the year: whether each was submitted in time (N2.5.2-a).</summary>
    public IReadOnlyList<bool> Reports { get; init; } = [];

    /// <summary>Filings with the city due from this agency in the year: whether each was made in time (N2.5.2-i).</summary>
    public IReadOnlyList<bool> Filings { get; init; } = [];

    /// <summary>Findings decided in the year: whether each decision followed the review opinion (GAP-17).</summary>
    public IReadOnlyList<bool> Opinions { get; init; } = [];

    /// <summary>Cases disposed of in the year: whether what was decided has been executed and the case closed (N2.5.3-a).</summary>
    public IReadOnlyList<bool> Dispositions { get; init; } = [];

    /// <summary>Corrections the joint conference ordered in the year (N5.2-d).</summary>
    public int Corrections { get; init; }

    /// <summary>Records of not following the notice in the year (N5.3-b).</summary>
    public int NonCompliances { get; init; }
}

/// <summary>One indicator of an agency's year.</summary>
/// <param name="Indicator">Which.</param>
/// <param name="Count">The number, or the part of a share.</param>
/// <param name="Of">What it is a share of; null where the indicator is a number.</param>
public sealed record AssessmentValue(AssessmentIndicator Indicator, int Count, int? Of)
{
    /// <summary>Whether there is anything to say: a share of nothing is not applicable (不适用).</summary>
    public bool IsApplicable => Of is not 0;

    /// <summary>The share; null for numbers and where nothing is there to be a share of.</summary>
    public decimal? Share => Of is null or 0 ? null : (decimal)Count / Of;

    /// <summary><c>7</c>, <c>3/4 = 75.0%</c>, or nothing where it is not applicable.</summary>
    public string Text => Of is not { } whole ? Count.ToString(CultureInfo.InvariantCulture)
        : whole == 0 ? ""
        : new LossRate(Count, whole).Text;
}

/// <summary>Assessment of law-based government (法治政府建设考核): losses, and how the system is carried out, N5.3-a.</summary>
public static class Assessment
{
    /// <summary>Which of the two sides an indicator belongs to.</summary>
    public static AssessmentGroup Group(AssessmentIndicator indicator) =>
        indicator is AssessmentIndicator.Losses or AssessmentIndicator.LossRate ? AssessmentGroup.Losses : AssessmentGroup.Execution;

    /// <summary>What an indicator is called in the assessment (指标名称).</summary>
    public static string Name(AssessmentIndicator indicator) => indicator switch
    {
        AssessmentIndicator.Losses => "败诉件数",
        AssessmentIndicator.LossRate => "败诉率",
        AssessmentIndicator.ReportsDue => "应报审件数",
        AssessmentIndicator.ReportsInTime => "按期报审率",
        AssessmentIndicator.FilingsInTime => "按期备案率（县级）",
        AssessmentIndicator.OpinionsFollowed => "审核意见采纳率",
        AssessmentIndicator.DispositionsExecuted => "处理落实率",
        AssessmentIndicator.Corrections => "被纠正件数",
        AssessmentIndicator.NonCompliances => "不执行通报件数",
    };

    /// <summary>Every indicator of the year, in the order of the assessment.</summary>
    public static IReadOnlyList<AssessmentValue> Of(AssessedYear year) =>
    [
        new(AssessmentIndicator.Losses, year.Losses, null),
        new(AssessmentIndicator.LossRate, year.Rate?.Lost ?? 0, year.Rate?.Closed ?? 0),
        new(AssessmentIndicator.ReportsDue, year.Reports.Count, null),
        Share(AssessmentIndicator.ReportsInTime, year.Reports),
        Share(AssessmentIndicator.FilingsInTime, year.Filings),
        Share(AssessmentIndicator.OpinionsFollowed, year.Opinions),
        Share(AssessmentIndicator.DispositionsExecuted, year.Dispositions),
        new(AssessmentIndicator.Corrections, year.Corrections, null),
        new(AssessmentIndicator.NonCompliances, year.NonCompliances, null),
    ];

    /// <summary>Whether a duty that fell due in the year was done in time; null where it fell due in another year, or neither is over yet nor done.</summary>
    public static bool? InTime(ClockReading reading, DateOnly? doneOn, int year, DateOnly asOf)
    {
        var standing = reading.Status(doneOn, asOf);
        return reading.DueOn.Year != year ? null
            : standing.Status == ClockStatus.Met ? true
            : standing.OverdueWorkingDays is not null ? false
            : null;
    }

    private static AssessmentValue Share(AssessmentIndicator indicator, IReadOnlyList<bool> kept) => new(indicator, kept.Count(k => k), kept.Count);
}
