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
        // Disposition hears of a termination by its own queue, perhaps later than the case page.
        var task = scenario.Expect.TryGetProperty("outcome", out var outcome) && outcome.TryGetProperty("task", out _);
        var disposition = await Api.UntilAsync(
            () => officer.GetAsync($"/api/disposition/cases/{id}"), d => !task || d.GetProperty("revocation").ValueKind == JsonValueKind.Object);
        var names = persons.ToDictionary(p => p.GetProperty("id").GetGuid(), p => p.GetProperty("name").GetString()!);
        var findings = persons.ToDictionary(p => p.GetProperty("findingId").GetGuid().ToString(), p => p.GetProperty("name").GetString()!);
        var scope = page.GetProperty("scope").GetString()!;
        var parties = page.GetProperty("parties").EnumerateArray().ToList();
        return new Actual
        {
            State = scenario.Events.Any(e => e.Text("duplicateOf").Length > 0) ? "[*]" : page.GetProperty("state").GetString()!,
            EffectiveOn = Day(page, "effectiveOn"),
            Scope = scope == "UNDECIDED" ? page.GetProperty("proposedScope").GetString()! : scope.TrimEnd(':'),
            Route = page.GetProperty("route").GetString()!,
            RouteBasis = page.GetProperty("routeClause").GetString()!,
            Clocks = [.. page.GetProperty("clocks").EnumerateArray().Select(c => Clock(c, findings))],
            Persons = persons.ToDictionary(p => p.GetProperty("name").GetString()!, p => Stages(p, disposition)),
            BelongsTo = persons.ToDictionary(p => p.GetProperty("name").GetString()!, p => world.Name(p.GetProperty("belongsTo").GetGuid())),
            CountedInLossRate = page.GetProperty("countedInLossRate").GetBoolean(),
            Result = intake.GetProperty("result").GetString()!,
            Filing = page.GetProperty("filing").GetString()!,
            AppealExpiresOn = Day(intake, "appealExpiresOn"),
            Unit = page.GetProperty("unit").GetString()!,
            UnitDecider = Decider(intake.GetProperty("unitDecider")),
            Version = disposition.GetProperty("dispositions").EnumerateArray().Select(d => d.GetProperty("version").GetInt32()).DefaultIfEmpty().Max(),
            NonCompliance = page.GetProperty("nonCompliance").GetBoolean(),
            SuggestJointReview = page.GetProperty("suggestJointReview").GetBoolean(),
            Revocation = Revocation(disposition.GetProperty("revocation"), names),
            ExemptionEffects = disposition.GetProperty("exempt").EnumerateArray().Select(e => e.GetProperty("effects").GetRawText()).FirstOrDefault(),
            ResponsibleUnits =
            [
                .. parties.Where(p => p.GetProperty("relation").GetString() is "LOSING_AGENCY" or "IMPLEMENTING_BODY")
                    .OrderByDescending(p => p.GetProperty("relation").GetString()).Select(p => world.Name(p.GetProperty("organisationId").GetGuid())),
            ],
        };
    }

    private static IReadOnlyList<Stage> Stages(JsonElement person, JsonElement disposition)
    {
        var (finding, id) = (person.GetProperty("finding"), person.GetProperty("findingId").GetGuid());
        var immunity = finding.GetProperty("notPursueGrounds").EnumerateArray().Any(g => g.GetString() == "MEDIATION_IMMUNITY");
        var stages = disposition.GetProperty("dispositions").EnumerateArray()
            .SelectMany(v => v.GetProperty("decisions").EnumerateArray().Where(d => d.GetProperty("findingId").GetGuid() == id))
            .Select(d => new Stage(d.GetProperty("result").GetString()!, Texts(d, "sanctions"), immunity))
            .ToList();
        foreach (var transfer in disposition.GetProperty("transfers").EnumerateArray().Where(t => t.GetProperty("findingId").GetGuid() == id))
        {
            stages.Add(new Stage("TRANSFERRED", [], false));
            if (transfer.GetProperty("result").GetString() is { } result)
            {
                stages.Add(new Stage(result, Texts(transfer, "sanctions"), false));
            }
        }

        return stages.Count > 0 ? stages : [new Stage(finding.GetProperty("conclusion").GetString()!, [], immunity)];
    }

    private static string? Decider(JsonElement organ) => organ.ValueKind == JsonValueKind.Object
        ? organ.GetProperty("name").GetString() + (organ.GetProperty("outside").GetBoolean() ? "（系统外登记）" : "")
        : null;

    private static List<string>? Revocation(JsonElement task, Dictionary<Guid, string> names) =>
        task.ValueKind == JsonValueKind.Object && task.GetProperty("state").GetString() == "OPEN"
            ? [.. Texts(task, "notify").Select(n => Guid.TryParse(n, out var person) ? names[person] : Rules.Labels.Zh(n))]
            : null;

    private static List<string> Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(t => t.GetString()!)];

    private static ActualClock Clock(JsonElement clock, Dictionary<string, string> findings) => new(
        clock.GetProperty("kind").GetString()!, Day(clock, "startOn")!.Value, clock.GetProperty("length").GetInt32(), clock.GetProperty("unit").GetString()!,
        clock.GetProperty("nature").GetString()!, clock.GetProperty("clause").GetString()!, Day(clock, "dueOn")!.Value, Day(clock, "stoppedOn"),
        clock.GetProperty("status").GetString()!, Number(clock, "overdueWorkingDays"),
        [.. clock.GetProperty("days").EnumerateArray().Where(d => d.GetProperty("number").ValueKind == JsonValueKind.Number).Select(d => Day(d, "date")!.Value)],
        Number(clock, "remainingWorkingDays"),
        clock.GetProperty("subject").GetString() is { } subject ? findings.GetValueOrDefault(subject) : null);

    private static DateOnly? Day(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? Scenario.Date(value.GetString()!) : null;

    private static int? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;
}
