using System.Globalization;

namespace LostCases.Rules;

/// <summary>What an agency closed and lost in a period.</summary>
/// <param name="Closed">Cases closed.</param>
/// <param name="Lost">Of them lost.</param>
public sealed record PeriodFigures(int Closed, int Lost);

/// <summary>From where on losses are too many (居高不下), GAP-15.</summary>
/// <param name="Losses">Losses of a period.</param>
/// <param name="RatePercent">Loss rate, per cent.</param>
/// <param name="MinClosed">Closed cases below which a rate says nothing.</param>
/// <param name="Periods">Consecutive periods in which a threshold is reached.</param>
public sealed record InterviewThresholds(int Losses, decimal RatePercent, int MinClosed, int Periods = 1)
{
    /// <summary>Those of the rules.</summary>
    public static InterviewThresholds Of(Policy policy) => new(policy.InterviewLosses, policy.InterviewRatePercent, policy.InterviewMinClosed, policy.InterviewPeriods);
}

/// <summary>Which agencies' heads an interview is suggested with (约谈), N5.2-g, GAP-15; a suggestion, never a duty.</summary>
public static class InterviewAlerts
{
    /// <summary><see cref="By"/> with the thresholds of the rules.</summary>
    public static string? Of(IReadOnlyList<PeriodFigures> periods, Policy policy) => By(periods, InterviewThresholds.Of(policy));

    /// <summary>
    /// <c>COUNT 5</c> or <c>RATE 25.0%</c>; null where nothing suggests it, <c>BASE</c> where a rate would but rests on too few cases.
    /// The newest period comes last; each of the last ones has to reach a threshold.
    /// </summary>
    public static string? By(IReadOnlyList<PeriodFigures> periods, InterviewThresholds thresholds)
    {
        var last = periods.TakeLast(thresholds.Periods).Select(p => OfOne(p, thresholds)).ToList();
        return last.Count < thresholds.Periods || last.Contains(null) ? null : last.Contains("BASE") ? "BASE" : last[^1];
    }

    /// <summary>What of the newest period reaches its threshold: the number of losses, the rate, both or neither.</summary>
    public static IReadOnlyList<InterviewReason> Reached(PeriodFigures newest, InterviewThresholds thresholds) =>
    [
        .. newest.Lost >= thresholds.Losses ? new[] { InterviewReason.Count } : [],
        .. Percent(newest) >= thresholds.RatePercent && newest.Closed >= thresholds.MinClosed ? new[] { InterviewReason.Rate } : [],
    ];

    private static string? OfOne(PeriodFigures period, InterviewThresholds thresholds) =>
        period.Lost >= thresholds.Losses ? $"COUNT {period.Lost.ToString(CultureInfo.InvariantCulture)}"
        : Percent(period) < thresholds.RatePercent ? null
        : period.Closed < thresholds.MinClosed ? "BASE"
        : string.Create(CultureInfo.InvariantCulture, $"RATE {Percent(period):0.0}%");

    private static decimal Percent(PeriodFigures period) => period.Closed == 0 ? 0m : 100m * period.Lost / period.Closed;
}
