using System.ComponentModel;
using LostCases.Contracts;
using LostCases.Oversight.Data;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Oversight.Timeline;

/// <summary>A setting of the rules the case began with, where it is not the default.</summary>
/// <param name="Key">Name that never changes.</param>
/// <param name="Clause">Clause, or the open question it answers.</param>
/// <param name="Name">What it is called, in the caller's language.</param>
/// <param name="Value">Value of this case.</param>
/// <param name="Default">Value by default.</param>
public sealed record SettingOfCase(string Key, string Clause, string Name, string Value, string Default);

/// <summary>A figure of the case and where it came from (数据来源).</summary>
/// <param name="What">A clock's kind, or ROUTE.</param>
/// <param name="Subject">Which of several clocks of a kind; null where there is one.</param>
/// <param name="Value">Length and unit of a clock, such as 30 WORKING_DAYS; code of the route.</param>
/// <param name="Nature">Force of a clock; null for the route.</param>
/// <param name="From">First day of a clock; null for the route.</param>
/// <param name="Due">Its due day; null for the route.</param>
/// <param name="Clause">Clause, or the open question it rests on.</param>
/// <param name="Setting">Setting it came from; null where the case has a figure of its own, as a correction sets one.</param>
/// <param name="ByDefault">Whether that setting has its default value.</param>
/// <param name="Calendar">Version of the calendar a clock is counted by; null for the route.</param>
public sealed record FigureView(
    string What, string? Subject, string Value, string? Nature, DateOnly? From, DateOnly? Due, string Clause, string? Setting, bool ByDefault, string? Calendar);

/// <summary>The whole of a case in one answer (全过程): every act with its clause, oldest first; by which rules; and from which setting each figure came.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Code">System number.</param>
/// <param name="RulesVersion">Version of the rules it began with.</param>
/// <param name="Settings">Settings of that version that are not the default.</param>
/// <param name="Figures">Route and clocks.</param>
/// <param name="Acts">Every act.</param>
public sealed record CaseAccount(
    Guid CaseId, string Code, string RulesVersion, IReadOnlyList<SettingOfCase> Settings, IReadOnlyList<FigureView> Figures, IReadOnlyList<TimelineView> Acts)
{
    internal static async Task<IResult> GetAsync([Description("The case.")] Guid caseId, CaseReading reading, OversightDbContext db, HttpContext http, CancellationToken ct)
    {
        var (card, policy, english) = (reading.Card, reading.Card.Policy(), Problems.Language(http) == "en");
        var settings = PolicySettings.Differences(policy).Select(d => (PolicySettings.Find(d.Key)!, d.Value))
            .Select(s => new SettingOfCase(s.Item1.Key, s.Item1.Clause, english ? s.Item1.En : s.Item1.Zh, s.Value, s.Item1.Default));
        var clocks = card.Slices.SelectMany(s => s.Slice.Clocks).OrderBy(c => c.StartOn).ThenBy(c => c.Kind, StringComparer.Ordinal).Select(c => Figure(c, policy));
        var acts = await TimelinePage.ViewAsync(db, db.Timeline.Where(t => t.CaseId == caseId).OrderBy(t => t.Id), ct);
        return TypedResults.Ok(new CaseAccount(card.CaseId, card.Code, policy.VersionName, [.. settings], [.. Route(card.Facts()), .. clocks], acts));
    }

    private static IEnumerable<FigureView> Route(CaseFacts facts)
    {
        if (facts.Text(Fact.Route) is not { } route)
        {
            yield break;
        }

        var setting = PolicySettings.Find($"route.{facts.Text(Fact.AgencyLevel)}");
        yield return new("ROUTE", null, route, null, null, null, facts.Text(Fact.RouteClause) ?? "", setting?.Key, setting?.Default == route, null);
    }

    private static FigureView Figure(CaseClock clock, Policy policy)
    {
        var setting = PolicySettings.Find($"clock.{clock.Kind}.length");
        var isOwn = setting is null || !Rules.Code.TryParse<ClockKind>(clock.Kind, out var kind) || policy.Clock(kind).Length != clock.Length;
        return new(
            clock.Kind, clock.Subject, $"{clock.Length} {clock.Unit}", clock.Nature, clock.StartOn, clock.DueOn, clock.Clause,
            isOwn ? null : setting!.Key, !isOwn && setting!.Read(policy) == setting.Default, clock.CalendarVersion);
    }
}
