using System.ComponentModel;
using LostCases.Oversight.Data;
using LostCases.Oversight.Settings;
using LostCases.Oversight.Statistics;
using LostCases.Platform;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Oversight.Interviews;

/// <summary>What an agency's figures suggest (约谈提示).</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="AgencyName">Its name.</param>
/// <param name="Closed">Cases closed in the period; null where none were imported.</param>
/// <param name="Lost">Cases lost.</param>
/// <param name="Alert">COUNT 5 or RATE 25.0% where an interview is suggested; BASE where the rate rests on too few cases (基数不足); else null.</param>
/// <param name="Reached">What reaches its threshold in the period.</param>
/// <param name="Interviews">Interviews held for the period.</param>
public sealed record InterviewAlertLine(
    Guid AgencyId, string AgencyName, int? Closed, int Lost, string? Alert, IReadOnlyList<InterviewReason> Reached, int Interviews);

/// <summary>Which agencies' heads an interview is suggested with, N5.2-g: a suggestion; whether to hold one people decide.</summary>
/// <param name="Period">The period.</param>
/// <param name="Thresholds">From where on (GAP-15).</param>
/// <param name="ByRules">Whether these are the thresholds of the rules; otherwise they were asked about (试算).</param>
/// <param name="RulesVersion">Version of the rules.</param>
/// <param name="Items">Agencies, those with an alert first.</param>
public sealed record InterviewAlertList(
    string Period, InterviewThresholds Thresholds, bool ByRules, string RulesVersion, IReadOnlyList<InterviewAlertLine> Items)
{
    internal static async Task<IResult> GetAsync(
        [Description("2025, 2025H1 or 2025Q3; the current year where it is left out.")] string? period,
        [Description("Only these agencies.")] Guid[]? agency,
        [Description("Losses from which on, to try another threshold than the rules'.")] int? losses,
        [Description("Loss rate from which on, per cent, to try another.")] decimal? ratePercent,
        [Description("Closed cases a rate needs, to try another.")] int? minClosed,
        [Description("Consecutive periods, to try another; at most 10.")] int? periods,
        OversightDbContext db, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var today = BusinessTime.Today(time);
        var wanted = period ?? $"{today:yyyy}";
        if (StatPeriods.Days(wanted) is null)
        {
            return Problems.Refused(http, new Refused("PERIOD_INVALID", "GAP-15"), new Dictionary<string, object?> { ["field"] = "period" });
        }

        if (losses < 1 || ratePercent is < 0 or > 100 || minClosed < 0 || periods is < 1 or > 10)
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, "MALFORMED_REQUEST", "试算条件不正确。", "These thresholds cannot be.", "losses");
        }

        var policy = await RulesOfTheDay.AtAsync(db, today, ct);
        var rules = InterviewThresholds.Of(policy);
        var thresholds = new InterviewThresholds(losses ?? rules.Losses, ratePercent ?? rules.RatePercent, minClosed ?? rules.MinClosed, periods ?? rules.Periods);
        var lines = await LinesAsync(wanted, thresholds, agency ?? [], Actor.From(http.User), db, ct);
        return TypedResults.Ok(new InterviewAlertList(wanted, thresholds, thresholds == rules, policy.VersionName, lines));
    }

    /// <summary>What was imported decides; where nothing was, the losses registered here, which give a number and no rate.</summary>
    internal static PeriodFigures Figures(LitigationFigures? told, int registered) => told is { } figures ? new(figures.Closed, figures.Lost) : new(0, registered);

    private static async Task<IReadOnlyList<InterviewAlertLine>> LinesAsync(
        string period, InterviewThresholds thresholds, Guid[] only, Actor actor, OversightDbContext db, CancellationToken ct)
    {
        var all = new List<string> { period };
        while (all.Count < thresholds.Periods)
        {
            all.Insert(0, StatPeriods.Before(all[0]));
        }

        var told = await Counted.ToldAsync(db, all, ct);
        var losses = new Dictionary<string, ILookup<Guid, KnownLoss>>();
        foreach (var each in all)
        {
            var days = StatPeriods.Days(each)!.Value;
            losses[each] = await Counted.LossesAsync(db, days.First, days.Last, ct);
        }

        var known = told.Select(t => t.Key).Union(losses[period].Select(l => l.Key)).Where(a => only.Length == 0 || only.Contains(a)).ToList();
        var agencies = await db.Organisations.AsNoTracking().WithFiguresFor(actor).Where(o => known.Contains(o.Id)).ToListAsync(ct);
        var held = await db.Interviews.AsNoTracking().Where(i => i.Period == period && known.Contains(i.AgencyId)).GroupBy(i => i.AgencyId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return
        [
            .. agencies.Select(a => Line(a, all.ConvertAll(p => Figures(told[a.Id].Of(p), losses[p][a.Id].Count())), told[a.Id].Of(period)?.Closed))
                .OrderBy(l => l.Alert is null or "BASE").ThenByDescending(l => l.Lost).ThenBy(l => l.AgencyName, StringComparer.Ordinal),
        ];

        InterviewAlertLine Line(Organisation agency, IReadOnlyList<PeriodFigures> figures, int? closed) => new(
            agency.Id, agency.Name, closed, figures[^1].Lost, InterviewAlerts.By(figures, thresholds), InterviewAlerts.Reached(figures[^1], thresholds),
            held.GetValueOrDefault(agency.Id));
    }
}
