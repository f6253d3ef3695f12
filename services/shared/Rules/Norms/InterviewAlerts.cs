namespace LostCases.Rules;

/// <summary>What an agency closed and lost in a period.</summary>
/// <param name="Closed">Cases closed.</param>
/// <param name="Lost">Of them lost.</param>
public sealed record PeriodFigures(int Closed, int Lost);

/// <summary>Which agencies' heads an interview is suggested with (约谈), N5.2-g, GAP-15; a suggestion, never a duty.</summary>
public static class InterviewAlerts
{
    /// <summary>
    /// <c>COUNT 5</c> or <c>RATE 25.0%</c>; null where nothing suggests it, <c>BASE</c> where a rate would but rests on too few cases.
    /// The newest period comes last; each of the last ones has to reach a threshold.
    /// </summary>
    public static string? Of(IReadOnlyList<PeriodFigures> periods, Policy policy)
    {
        var last = periods.TakeLast(policy.InterviewPeriods).Select(p => OfOne(p, policy)).ToList();
        return last.Count < policy.InterviewPeriods || last.Contains(null) ? null : last.Contains("BASE") ? "BASE" : last[^1];
    }

    private static string? OfOne(PeriodFigures period, Policy policy)
    {
        var rate = period.Closed == 0 ? 0m : 100m * period.Lost / period.Closed;
        return period.Lost >= policy.InterviewLosses ? $"COUNT {period.Lost}"
            : rate < policy.InterviewRatePercent ? null
            : period.Closed < policy.InterviewMinClosed ? "BASE"
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"RATE {rate:0.0}%");
    }
}
