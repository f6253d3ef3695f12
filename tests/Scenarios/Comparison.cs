using System.Text.Json;
using static LostCases.Scenarios.Scenario;

namespace LostCases.Scenarios;

/// <summary>Compares what came out with what is expected; every difference is a line.</summary>
internal static class Comparison
{
    private static readonly string[] Commentary = ["note", "why", "waitFor", "shownTo", "gap", "basis"];

    internal static IReadOnlyList<string> Differences(Scenario scenario, Actual actual)
    {
        var expect = scenario.Expect;
        var lines = new List<string>();
        Compare("state", expect.GetProperty("state").GetString(), actual.State);
        Compare("effectiveOn", Text(expect, "effectiveOn"), Iso(actual.EffectiveOn));
        Compare("scope", Text(expect, "scope"), actual.Scope);
        Compare("reviewRoute", Text(expect, "reviewRoute"), actual.Route);
        Compare("routeBasis", Text(expect, "routeBasis"), actual.RouteBasis);
        Compare("dueDates", Pairs(expect.GetProperty("dueDates").EnumerateObject().Select(d => (d.Name, d.Value.GetString()))),
            Pairs(actual.Clocks.Where(c => c.Person is null).Select(c => (c.Kind, Iso(c.DueOn)))));
        foreach (var clock in expect.GetProperty("clocks").EnumerateObject())
        {
            Compare(clock.Name, Expected(clock.Value), Got(actual.Clocks.SingleOrDefault(c => c.Kind == clock.Name && c.Person is null)));
        }

        foreach (var clock in expect.TryGetProperty("transferClocks", out var transfers) ? transfers.EnumerateObject().ToList() : [])
        {
            Compare($"transfer of {clock.Name}", Expected(clock.Value), Got(actual.Clocks.SingleOrDefault(c => c.Person == clock.Name)));
        }

        foreach (var outcome in expect.GetProperty("outcome").EnumerateObject().Where(o => !IsCommentary(o.Name)))
        {
            Compare($"outcome.{outcome.Name}", Canonical(outcome.Value), Outcome(scenario, outcome.Name, outcome.Value, actual));
        }

        return lines;

        void Compare(string what, string? expected, string? got)
        {
            if (expected != got)
            {
                lines.Add($"{what}: expected {expected ?? "nothing"} got {got ?? "nothing"}");
            }
        }
    }

    private static string? Outcome(Scenario scenario, string key, JsonElement expected, Actual actual)
    {
        ActualClock? Clock(string kind) => actual.Clocks.SingleOrDefault(c => c.Kind == kind && c.Person is null);
        var counted = Clock("INVESTIGATION")?.CountedDays ?? [];
        return key switch
        {
            "person" => $"{{{string.Join(',', expected.EnumerateObject().Select(p => $"\"{p.Name}\":\"{Person(p.Value.GetString()!, actual.Persons.GetValueOrDefault(p.Name, []))}\""))}}}",
            "unit" => actual.Unit,
            "unitDecider" => actual.UnitDecider,
            "evaluationEffects" => actual.ExemptionEffects,
            "version" => actual.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "task" => actual.Revocation is null ? "none" : "SANCTION_REVOCATION",
            "notify" => $"[{string.Join(',', (actual.Revocation ?? []).Select(n => $"\"{n}\""))}]",
            "ownDutyDoneOn" => Iso(Clock("DISPOSITION")?.StoppedOn),
            "nonCompliance" => Bool(actual.NonCompliance),
            "suggestJointReview" => Bool(actual.SuggestJointReview),
            "reviewOverdue" => Bool(Clock("REVIEW")?.OverdueWorkingDays > 0),
            "remainingWorkingDays" => Clock("INVESTIGATION")?.RemainingWorkingDays?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "filing" => actual.Filing,
            "filedOnTime" => Bool(Clock("FILING")?.Status == "MET"),
            "nonComplianceCandidate" => Bool(actual.Clocks.Any(c => c is { Nature: "MUST", OverdueWorkingDays: > 0 })),
            "severity" => actual.Clocks.Any(c => c is { Nature: "SOFT", OverdueWorkingDays: > 0 }) ? "AMBER（一般）" : "NONE",
            "countedInLossRate" => Bool(actual.CountedInLossRate),
            "countedInMediationRate" => Bool(actual.Result == "MEDIATION_SETTLED"),
            "appealExpiry" => Iso(actual.AppealExpiresOn),
            "firstCountedDay" => Iso(counted.Cast<DateOnly?>().FirstOrDefault()),
            "countsMakeUpSaturday" => counted.Contains(Date(expected.GetString()!)) ? expected.GetString() : "not counted",
            "countedDays" => $"[{string.Join(',', (Clock("SUBMIT")?.CountedDays ?? []).Select(d => $"\"{Iso(d)}\""))}]",
            "submitOnTime" => Bool(Clock("SUBMIT")?.Status == "MET"),
            "clockFrom" => Iso(Clock("INVESTIGATION")?.StartOn),
            "thisForm" => scenario.AgencyId,
            "forms" => scenario.Given.TryGetProperty("sharedJudgmentWith", out _) ? "2" : "1",
            "responsibleUnits" => $"[{string.Join(',', actual.ResponsibleUnits.Select(u => $"\"{u}\""))}]",
            "responsiblePersonsOf" => string.Join(',', actual.BelongsTo.Values.Distinct()),
            "nominalPersons" => actual.BelongsTo.Values.Contains(scenario.AgencyId) ? "SOME" : "NONE",
            _ => $"unknown outcome key {key}",
        };
    }

    /// <summary>The expected words where they say the same stages, else what came out.</summary>
    private static string Person(string expected, IReadOnlyList<Stage> stages)
    {
        var words = expected.Split('→');
        return words.Length == stages.Count && words.Zip(stages, (w, s) => s.Is(w)).All(same => same) ? expected : string.Join('→', stages);
    }

    private static string Expected(JsonElement clock) => Describe(
        Text(clock, "start"), clock.GetProperty("length").GetInt32(),
        Text(clock, "unit") == "working_day" ? "WORKING_DAYS" : "CALENDAR_DAYS",
        Text(clock, "nature") switch { "一般(soft)" => "SOFT", "应当(mandatory)" => "MUST", _ => "CONFIGURED" },
        Text(clock, "source"), Text(clock, "due"), Text(clock, "stoppedOn"), Text(clock, "status"),
        clock.TryGetProperty("overdueWorkingDays", out var days) && days.ValueKind == JsonValueKind.Number ? days.GetInt32() : null);

    private static string? Got(ActualClock? clock) => clock is null ? null : Describe(
        Iso(clock.StartOn), clock.Length, clock.Unit, clock.Nature, clock.Clause, Iso(clock.DueOn), Iso(clock.StoppedOn), clock.Status, clock.StoppedOn is null ? null : clock.OverdueWorkingDays);

    private static string Describe(
        string? start, int length, string unit, string nature, string? clause, string? due, string? stopped, string? status, int? overdue) =>
        $"{start}+{length} {unit} {nature} {clause} due {due} stopped {stopped ?? "-"} {status}{(overdue is { } days ? $" +{days}" : "")}";

    private static string Pairs(IEnumerable<(string, string?)> pairs) => string.Join(' ', pairs.Select(p => $"{p.Item1}={p.Item2}").Order(StringComparer.Ordinal));

    /// <summary>Outcomes that explain and are not compared.</summary>
    internal static bool IsCommentary(string outcome) => Commentary.Contains(outcome);

    internal static string? Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().Select(p => $"\"{p.Name}\":\"{p.Value}\""))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(v => $"\"{v}\""))}]",
        JsonValueKind.True or JsonValueKind.False => Bool(value.GetBoolean()),
        _ => value.GetRawText(),
    };

    private static string Bool(bool value) => value ? "true" : "false";

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
