using System.Globalization;
using System.Text.Json;
using LostCases.Rules;

namespace LostCases.Scenarios;

/// <summary>What a portfolio scenario comes to: outcomes as canonical text.</summary>
internal sealed record PortfolioActual(string State, IReadOnlyDictionary<string, string> DueDates, IReadOnlyDictionary<string, string?> Outcome);

/// <summary>A scenario about many cases at once (统计类): the conference's half-year, interviews, the loss rate, the assessment.</summary>
internal sealed record Portfolio(Scenario Scenario)
{
    /// <summary>What a scenario gives, by its kind.</summary>
    private static readonly Dictionary<PortfolioKind, string[]> Given = new()
    {
        [PortfolioKind.Conference] = ["year", "half", "heldOn", "today"],
        [PortfolioKind.Interviews] = ["year", "rows", "threshold"],
        [PortfolioKind.LossRate] = ["year", "closed", "loss", "ofWhichOutOfScope", "mediated", "withdrawn", "reversedLater"],
        [PortfolioKind.Assessment] = ["year", "agency"],
    };

    private static readonly Dictionary<PortfolioKind, string[]> Outcomes = new()
    {
        [PortfolioKind.Conference] = ["notYetHeld"],
        [PortfolioKind.Interviews] = ["alerts", "none"],
        [PortfolioKind.LossRate] = ["lossRateBefore", "lossRateAfterReversal", "pursuitBase"],
        [PortfolioKind.Assessment] = ["indicators"],
    };

    internal PortfolioKind Kind => Json switch
    {
        _ when Json.TryGetProperty("half", out _) => PortfolioKind.Conference,
        _ when Json.TryGetProperty("rows", out _) => PortfolioKind.Interviews,
        _ when Json.TryGetProperty("closed", out _) => PortfolioKind.LossRate,
        _ => PortfolioKind.Assessment,
    };

    /// <summary>What this runner does not understand; a scenario with any of it fails.</summary>
    internal IReadOnlyList<string> Unknown =>
    [
        .. Json.EnumerateObject().Select(p => p.Name).Except(Given[Kind]).Select(k => $"given key {k}"),
        .. Expected.EnumerateObject().Select(p => p.Name).Except(Outcomes[Kind]).Where(k => !Comparison.IsCommentary(k)).Select(k => $"outcome {k}"),
        .. Scenario.Events.Select(e => $"event {e.Name}"),
        .. Kind != PortfolioKind.Interviews ? [] : Rows.SelectMany(r => r.EnumerateObject()).Select(p => p.Name).Except(["agency", "closed", "lost"]).Select(k => $"row key {k}"),
        .. Kind != PortfolioKind.Interviews ? [] : Threshold.EnumerateObject().Select(p => p.Name).Except(["lost", "rate", "minClosed"]).Select(k => $"threshold key {k}"),
    ];

    internal JsonElement Expected => Scenario.Expect.GetProperty("outcome");

    /// <summary>The year, where the scenario gives none one that has passed.</summary>
    internal int Year => Json.TryGetProperty("year", out var year) ? year.GetInt32() : 2025;

    internal string Half => $"{Year}{Json.GetProperty("half").GetString()}";

    internal DateOnly Today => Scenario.Date(Json.GetProperty("today").GetString()!);

    internal DateOnly? HeldOn => Json.GetProperty("heldOn").GetString() is { } day ? Scenario.Date(day) : null;

    internal IReadOnlyList<JsonElement> Rows => [.. Json.GetProperty("rows").EnumerateArray()];

    internal string Agency => Json.GetProperty("agency").GetString()!;

    internal LitigationFigures Figures => new()
    {
        Closed = Number("closed"),
        Lost = Number("loss"),
        OutOfScope = Number("ofWhichOutOfScope"),
        Mediated = Number("mediated"),
        Withdrawn = Number("withdrawn"),
        ReversedLater = Number("reversedLater"),
    };

    /// <summary>The thresholds of the scenario; those of the rules where it gives none.</summary>
    internal InterviewThresholds Thresholds => !Json.TryGetProperty("threshold", out _)
        ? InterviewThresholds.Of(Policy.Default)
        : new(
            Threshold.TryGetProperty("lost", out var lost) ? lost.GetInt32() : Policy.Default.InterviewLosses,
            Threshold.TryGetProperty("rate", out var rate) ? 100 * rate.GetDecimal() : Policy.Default.InterviewRatePercent,
            Threshold.TryGetProperty("minClosed", out var least) ? least.GetInt32() : Policy.Default.InterviewMinClosed);

    private JsonElement Threshold => Json.TryGetProperty("threshold", out var threshold) ? threshold : JsonDocument.Parse("{}").RootElement;

    private JsonElement Json => Scenario.Given;

    /// <summary>By the rules alone.</summary>
    internal PortfolioActual ByRules() => Kind switch
    {
        PortfolioKind.Conference => OfHalf(ConferenceHalves.Standing(Half, HeldOn is { } held ? [held] : [], Today, WorkingCalendar.National, Policy.Default)),
        PortfolioKind.Interviews => OfAlerts(Rows.ToDictionary(
            r => r.GetProperty("agency").GetString()!,
            r => InterviewAlerts.By([new(r.GetProperty("closed").GetInt32(), r.GetProperty("lost").GetInt32())], Thresholds))),
        PortfolioKind.LossRate => LitigationStatistics.Check(Figures) is Refused refused
            ? throw new InvalidOperationException(refused.FullCode)
            : OfRate(
                LitigationStatistics.Rate(Figures, Policy.Default).Text, LitigationStatistics.RateAfterReversal(Figures, Policy.Default).Text, Figures,
                LitigationStatistics.PursuitBase(Figures)),
        PortfolioKind.Assessment => OfIndicators(Assessment.Of(new() { Losses = 0, Rate = null }).Select(v => Assessment.Name(v.Indicator))),
    };

    internal static PortfolioActual OfHalf(HalfStanding standing) => new(
        Code.Of(standing.Status),
        new Dictionary<string, string> { [$"CONFERENCE_{standing.Half[4..]}"] = Iso(standing.DueOn), ["remindFrom"] = Iso(standing.RemindFrom) },
        new Dictionary<string, string?> { ["notYetHeld"] = standing.HeldOn is null ? "true" : "false" });

    /// <summary>Alerts by agency, in the order given; too small a base is said beside the name.</summary>
    internal static PortfolioActual OfAlerts(IReadOnlyDictionary<string, string?> alerts)
    {
        var told = alerts.Where(a => a.Value is not (null or "BASE")).ToList();
        return new(told.Count > 0 ? "ALERT" : "NONE", new Dictionary<string, string>(), new Dictionary<string, string?>
        {
            ["alerts"] = $"{{{string.Join(',', told.Select(a => $"\"{a.Key}\":\"{a.Value}\""))}}}",
            ["none"] = $"[{string.Join(',', alerts.Except(told).Select(a => $"\"{a.Key}{(a.Value == "BASE" ? "（基数不足）" : "")}\""))}]",
        });
    }

    internal static PortfolioActual OfRate(string before, string after, LitigationFigures figures, int pursued) => new(
        "STAT", new Dictionary<string, string>(), new Dictionary<string, string?>
        {
            ["lossRateBefore"] = before,
            ["lossRateAfterReversal"] = after,
            ["pursuitBase"] = $"{figures.Lost}-{figures.OutOfScope}-{figures.ReversedLater} = {pursued}",
        });

    internal static PortfolioActual OfIndicators(IEnumerable<string> names) => new(
        "EXPORT", new Dictionary<string, string>(), new Dictionary<string, string?> { ["indicators"] = $"[{string.Join(',', names.Select(n => $"\"{n}\""))}]" });

    internal IReadOnlyList<string> Differences(PortfolioActual actual)
    {
        var expect = Scenario.Expect;
        var due = expect.TryGetProperty("dueDates", out var dates) ? dates.EnumerateObject().ToDictionary(d => d.Name, d => d.Value.GetString()!) : [];
        return
        [
            .. Differ("state", expect.GetProperty("state").GetString(), actual.State),
            .. Differ("dueDates", Pairs(due), Pairs(actual.DueDates)),
            .. Expected.EnumerateObject().Where(o => !Comparison.IsCommentary(o.Name))
                .SelectMany(o => Differ($"outcome.{o.Name}", Comparison.Canonical(o.Value), actual.Outcome.GetValueOrDefault(o.Name))),
        ];
    }

    private static IEnumerable<string> Differ(string what, string? expected, string? got) => expected == got ? [] : [$"{what}: expected {expected} got {got ?? "nothing"}"];

    private static string Pairs(IReadOnlyDictionary<string, string> pairs) => string.Join(' ', pairs.Select(p => $"{p.Key}={p.Value}").Order(StringComparer.Ordinal));

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private int Number(string name) => Json.TryGetProperty(name, out var number) ? number.GetInt32() : 0;
}

/// <summary>What a portfolio scenario is about.</summary>
internal enum PortfolioKind
{
    /// <summary>联席会议例会.</summary>
    Conference,

    /// <summary>约谈提示.</summary>
    Interviews,

    /// <summary>败诉率.</summary>
    LossRate,

    /// <summary>考核导出.</summary>
    Assessment,
}
