using System.Text.Json;

namespace LostCases.Scenarios;

/// <summary>Reads what came out from the case page and the owners' views.</summary>
internal static class PageReading
{
    internal static async Task<Actual> ReadAsync(Scenario scenario, World world, JsonElement page, Api reviewer, Api officer)
    {
        var id = page.GetProperty("id").GetGuid();
        var intake = await reviewer.GetAsync($"/api/intake/cases/{id}");
        var persons = (await officer.GetAsync($"/api/investigation/cases/{id}")).GetProperty("persons").EnumerateArray().ToList();
        var decisions = page.GetProperty("decisions").EnumerateArray().ToDictionary(d => d.GetProperty("findingId").GetGuid());
        var scope = page.GetProperty("scope").GetString()!;
        var parties = page.GetProperty("parties").EnumerateArray().ToList();
        return new Actual
        {
            State = scenario.Events.Any(e => e.Text("duplicateOf").Length > 0) ? "[*]" : page.GetProperty("state").GetString()!,
            EffectiveOn = Day(page, "effectiveOn"),
            Scope = scope == "UNDECIDED" ? page.GetProperty("proposedScope").GetString()! : scope.TrimEnd(':'),
            Route = page.GetProperty("route").GetString()!,
            RouteBasis = page.GetProperty("routeClause").GetString()!,
            Clocks = [.. page.GetProperty("clocks").EnumerateArray().Select(Clock)],
            Persons = persons.ToDictionary(p => p.GetProperty("name").GetString()!, p => Person(p, decisions)),
            BelongsTo = persons.ToDictionary(p => p.GetProperty("name").GetString()!, p => world.Name(p.GetProperty("belongsTo").GetGuid())),
            CountedInLossRate = page.GetProperty("countedInLossRate").GetBoolean(),
            Result = intake.GetProperty("result").GetString()!,
            Filing = page.GetProperty("filing").GetString()!,
            AppealExpiresOn = Day(intake, "appealExpiresOn"),
            ResponsibleUnits =
            [
                .. parties.Where(p => p.GetProperty("relation").GetString() is "LOSING_AGENCY" or "IMPLEMENTING_BODY")
                    .OrderByDescending(p => p.GetProperty("relation").GetString()).Select(p => world.Name(p.GetProperty("organisationId").GetGuid())),
            ],
        };
    }

    private static string Person(JsonElement person, Dictionary<Guid, JsonElement> decisions)
    {
        var finding = person.GetProperty("finding");
        var immunity = finding.GetProperty("notPursueGrounds").EnumerateArray().Any(g => g.GetString() == "MEDIATION_IMMUNITY");
        var decided = decisions.TryGetValue(person.GetProperty("findingId").GetGuid(), out var decision);
        return Completion.Person(
            decided ? decision.GetProperty("result").GetString()! : finding.GetProperty("conclusion").GetString()!,
            immunity,
            decided ? decision.GetProperty("sanctions").EnumerateArray().Select(s => s.GetString()!) : []);
    }

    private static ActualClock Clock(JsonElement clock) => new(
        clock.GetProperty("kind").GetString()!, Day(clock, "startOn")!.Value, clock.GetProperty("length").GetInt32(), clock.GetProperty("unit").GetString()!,
        clock.GetProperty("nature").GetString()!, clock.GetProperty("clause").GetString()!, Day(clock, "dueOn")!.Value, Day(clock, "stoppedOn"),
        clock.GetProperty("status").GetString()!, Number(clock, "overdueWorkingDays"),
        [.. clock.GetProperty("days").EnumerateArray().Where(d => d.GetProperty("number").ValueKind == JsonValueKind.Number).Select(d => Day(d, "date")!.Value)]);

    private static DateOnly? Day(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Scenario.Date(value.GetString()!) : null;

    private static int? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;
}
