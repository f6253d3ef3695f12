using System.ComponentModel;
using LostCases.Oversight.Data;
using LostCases.Oversight.Settings;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Statistics;

/// <summary>A loss rate as it is shown.</summary>
/// <param name="Lost">Losses.</param>
/// <param name="Closed">What they are a share of.</param>
/// <param name="Share">The share; null where there is nothing to be a share of.</param>
/// <param name="Text">In one line: 4/20 = 20.0%.</param>
public sealed record RateView(int Lost, int Closed, decimal? Share, string Text)
{
    internal static RateView Of(LossRate rate) => new(rate.Lost, rate.Closed, rate.Share, rate.Text);
}

/// <summary>The loss rate counted in another way (其他口径, GAP-20, GAP-25).</summary>
/// <param name="Base">What it is a share of.</param>
/// <param name="Series">How a series is counted.</param>
/// <param name="Rate">The rate as first published.</param>
public sealed record RateVariant(LossRateBase Base, SeriesCounting Series, RateView Rate);

/// <summary>Figures of an agency and a period.</summary>
public sealed record StatisticsLine
{
    /// <summary>The agency; null for all together.</summary>
    public required Guid? AgencyId { get; init; }

    /// <summary>Its name; empty for all together.</summary>
    public required string AgencyName { get; init; }

    /// <summary>Its level.</summary>
    public required string Level { get; init; }

    /// <summary>What the courts count; null where nothing was imported.</summary>
    public required LitigationFigures? Figures { get; init; }

    /// <summary>Loss rate as first published (败诉率).</summary>
    public required RateView? Rate { get; init; }

    /// <summary>Loss rate without what was reversed on retrial (再审改判后核减).</summary>
    public required RateView? RateAfterReversal { get; init; }

    /// <summary>Losses in scope and not reversed (追责基数).</summary>
    public required int? PursuitBase { get; init; }

    /// <summary>The published rate counted in every way.</summary>
    public required IReadOnlyList<RateVariant> Variants { get; init; }

    /// <summary>Losses of the period that are registered here (平台登记).</summary>
    public required int Registered { get; init; }

    /// <summary>Of them out of scope.</summary>
    public required int RegisteredOutOfScope { get; init; }

    /// <summary>Of them reversed on retrial.</summary>
    public required int RegisteredReversed { get; init; }

    /// <summary>Who counted; null where nothing was imported.</summary>
    public required string? Source { get; init; }

    /// <summary>Day of the newest import.</summary>
    public required DateOnly? ImportedOn { get; init; }

    internal static StatisticsLine Of(Organisation? agency, LitigationFigures? figures, IReadOnlyList<KnownLoss> losses, LitigationStat? newest, Policy policy) => new()
    {
        AgencyId = agency?.Id,
        AgencyName = agency?.Name ?? "",
        Level = agency?.Level ?? "",
        Figures = figures,
        Rate = figures is null ? null : RateView.Of(LitigationStatistics.Rate(figures, policy)),
        RateAfterReversal = figures is null ? null : RateView.Of(LitigationStatistics.RateAfterReversal(figures, policy)),
        PursuitBase = figures is null ? null : LitigationStatistics.PursuitBase(figures),
        Variants = figures is null ? [] : Variant(figures, policy),
        Registered = losses.Count,
        RegisteredOutOfScope = losses.Count(l => l.OutOfScope),
        RegisteredReversed = losses.Count(l => l.Reversed),
        Source = newest?.Source,
        ImportedOn = newest?.ImportedOn,
    };

    private static RateVariant[] Variant(LitigationFigures figures, Policy policy) =>
    [
        .. from rateBase in Enum.GetValues<LossRateBase>()
           from series in Enum.GetValues<SeriesCounting>()
           let otherPolicy = policy with { LossRateBase = rateBase, SeriesCounting = series }
           select new RateVariant(rateBase, series, RateView.Of(LitigationStatistics.Rate(figures, otherPolicy))),
    ];
}

/// <summary>Statistics of litigation (诉讼统计) by agency, with the way they are counted by the rules of today.</summary>
/// <param name="Period">The period.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
/// <param name="RulesVersion">Version of the rules counted by.</param>
/// <param name="Base">What the loss rate is a share of (GAP-20).</param>
/// <param name="Series">How a series is counted (GAP-25).</param>
/// <param name="Total">All agencies shown together.</param>
/// <param name="Items">Agencies with figures or losses, most losses first.</param>
public sealed record StatisticsPage(
    string Period, DateOnly First, DateOnly Last, string RulesVersion, LossRateBase Base, SeriesCounting Series, StatisticsLine Total, IReadOnlyList<StatisticsLine> Items)
{
    internal static async Task<IResult> GetAsync(
        [Description("2025, 2025H1 or 2025Q3; the current year where it is left out.")] string? period,
        [Description("Only these agencies.")] Guid[]? agency,
        OversightDbContext db, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var today = BusinessTime.Today(time);
        var wanted = period ?? $"{today:yyyy}";
        return StatPeriods.Days(wanted) is not { } days
            ? Problems.Refused(http, new Refused("PERIOD_INVALID", "GAP-20"), new Dictionary<string, object?> { ["field"] = "period" })
            : TypedResults.Ok(await ReadAsync(wanted, days, agency ?? [], Actor.From(http.User), await RulesOfTheDay.AtAsync(db, today, ct), db, ct));
    }

    internal static async Task<StatisticsPage> ReadAsync(
        string period, (DateOnly First, DateOnly Last) days, Guid[] only, Actor actor, Policy policy, OversightDbContext db, CancellationToken ct)
    {
        var told = await Counted.ToldAsync(db, [period], ct);
        var losses = await Counted.LossesAsync(db, days.First, days.Last, ct);
        var known = told.Select(t => t.Key).Union(losses.Select(l => l.Key)).Where(a => only.Length == 0 || only.Contains(a)).ToList();
        var agencies = await db.Organisations.AsNoTracking().WithFiguresFor(actor).Where(o => known.Contains(o.Id)).ToListAsync(ct);
        var lines = agencies.ConvertAll(a => StatisticsLine.Of(a, told[a.Id].Of(period), [.. losses[a.Id]], told[a.Id].MaxBy(s => s.Id), policy));
        var all = agencies.Select(a => told[a.Id].Of(period)).OfType<LitigationFigures>().ToList();
        var total = StatisticsLine.Of(null, all.Count == 0 ? null : LitigationStatistics.Sum(all), [.. agencies.SelectMany(a => losses[a.Id])], null, policy);
        return new(
            period, days.First, days.Last, policy.VersionName, policy.LossRateBase, policy.SeriesCounting, total,
            [.. lines.OrderByDescending(l => Math.Max(l.Figures?.Lost ?? 0, l.Registered)).ThenBy(l => l.AgencyName, StringComparer.Ordinal)]);
    }
}
