using System.Text.Json;
using System.Text.RegularExpressions;
using LostCases.Rules;

namespace LostCases.Scenarios;

/// <summary>Runs a scenario on a running system, only through its public address, each event by the right person.</summary>
internal sealed partial class SystemRun(Scenario scenario, World world)
{
    private static readonly Dictionary<string, string> Steps = new()
    {
        ["completeInvestigation"] = "Investigate",
        ["submitReport"] = "SubmitReport",
        ["acceptReport"] = "Review",
        ["completeReview"] = "Review",
        ["sendFeedback"] = "SendFeedback",
        ["fileWithCity"] = "FileWithCity",
        ["receiveFeedback"] = "ReceiveFeedback",
        ["recordDisposition"] = "Dispose",
        ["closeCase"] = "CloseCase",
        ["returnForSupplement"] = "Review",
        ["resubmitReport"] = "Supplement",
        ["startJointReview"] = "Review",
        ["concludeJointReview"] = "JointReview",
        ["decideUnit"] = "DecideUnit",
        ["recordDispositionPendingTransfer"] = "Dispose",
        ["recordRedisposition"] = "Redispose",
    };

    private string Legal => Routing.For(Completion.Parse<AgencyLevel>(scenario.Given.GetProperty("agency"), "level")!.Value, Policy.Default)!.CountyFiling
        ? "countyLegal"
        : "cityLegal";

    private Guid Case { get; set; }

    private Task<Api> Reviewer => world.PersonAsync(Legal, "REVIEWER", "REVIEW_LEADER");

    private Task<Api> Officer => world.PersonAsync(scenario.AgencyId, "AGENCY_OFFICER");

    internal static async Task<(Actual Actual, IReadOnlyList<string> Faults)> RunAsync(Scenario scenario)
    {
        var run = new SystemRun(scenario, await World.CreateAsync(scenario));
        var faults = new List<string>();
        foreach (var happening in scenario.Events)
        {
            if (happening.Text("duplicateOf").Length > 0)
            {
                await run.RegisterAsync(happening);
            }

            var code = await run.ActAsync(happening);
            if (code != happening.ExpectRejected)
            {
                faults.Add($"{happening.Name}: expected {happening.ExpectRejected ?? "accepted"} got {code ?? "accepted"}");
                break;
            }
        }

        return (await run.ResultAsync(), faults);
    }

    private async Task<string?> ActAsync(Event happening)
    {
        if (happening.ExpectRejected is { } expected)
        {
            // What another service has just done may still be on its way: asked again until the refusal is the expected one.
            return await Api.UntilAsync(() => OnceAsync(happening), code => code == expected || code is null);
        }

        if (Steps.TryGetValue(happening.Name, out var step))
        {
            await Api.UntilAsync(PageAsync, page => page.GetProperty("openSteps").EnumerateArray().Any(s => s.GetProperty("step").GetString() == step));
        }

        var before = await VersionsAsync();
        var code = await OnceAsync(happening);
        if (code is null && Case != Guid.Empty && happening.Name is not ("heldConference" or "courtCopy"))
        {
            await Api.UntilAsync(VersionsAsync, now => now != before);
        }

        return code;
    }

    private async Task<string?> OnceAsync(Event happening)
    {
        var on = Dated(happening.On);
        Task<string?> Do(Task<Api> who, string path, params (string, object?)[] body) => PostAsync(who, path, on, body);
        return happening.Name switch
        {
            "registerJudgment" => await RegisterAsync(happening),
            "confirmInScope" => await Do(Reviewer, "intake/confirm-in-scope"),
            "confirmOutOfScope" => await Do(Reviewer, "intake/confirm-out-of-scope", ("reason", Blank(happening.Text("reason"))), ("manualReason", Blank(happening.Text("manualReason")))),
            "reopenScope" => await Do(Reviewer, "intake/reopen-scope", ("reason", happening.Text("reason")), ("actDate", scenario.ActDate)),
            "completeInvestigation" => await Do(Officer, "investigation/complete-investigation", Investigation(happening)),
            "submitReport" => await Do(
                Officer, "investigation/submit-report",
                ("stamps", happening.Texts("stamps").Select(s => world[s])), ("attachments", await UploadAsync(Officer, "investigation", happening.Texts("attachments")))),
            "acceptReport" => await Do(Reviewer, "review/accept-report"),
            "completeReview" => await Do(Reviewer, "review/complete-review", ("opinion", happening.Text("opinion")), ("reasons", "见审核意见书")),
            "sendFeedback" => await Do(Reviewer, "review/send-feedback", ("opinionDocumentId", (await UploadAsync(Reviewer, "review", ["OPINION"]))[0])),
            "fileWithCity" => await Do(Reviewer, "review/file-with-city"),
            "receiveFeedback" => await Do(Officer, "disposition/receive-feedback"),
            "recordDisposition" => await Do(Officer, "disposition/record-disposition", ("documentNo", "示例处〔2026〕1号"), ("decisions", await DecisionsAsync(happening))),
            "closeCase" => await Do(
                Reviewer, "intake/close-case", ("executions", await ExecutionsAsync(happening)),
                ("copiesHeldBy", Legal == "countyLegal" ? ["LOSING_AGENCY", "REVIEW_BODY", "FILING_BODY"] : new[] { "LOSING_AGENCY", "REVIEW_BODY" })),
            _ => await BranchAsync(happening, Do),
        };
    }

    private static Dictionary<string, object?> Dated(DateOnly on) => new() { ["on"] = on, ["backdatingReason"] = "补录历史案件" };

    private string CaseNo => Number().Replace(scenario.Judgment.GetProperty("caseNo").GetString()!, $"{world.Sequence}号");

    private async Task<string?> PostAsync(Task<Api> who, string path, Dictionary<string, object?> on, (string, object?)[] body)
    {
        var parts = path.Split('/');
        var request = on.Concat(body.Select(b => KeyValuePair.Create(b.Item1, b.Item2))).ToDictionary(p => p.Key, p => p.Value);
        var (code, _) = await (await who).PostAsync($"/api/{parts[0]}/cases/{Case}/{parts[1]}", request);
        return code is null ? null : world.Rename(code);
    }

    private async Task<string?> RegisterAsync(Event happening)
    {
        var judgment = scenario.Judgment;
        var (code, answer) = await (await world.PersonAsync("court", "COURT_LIAISON")).PostAsync("/api/intake/judgments", new
        {
            caseNo = CaseNo,
            courtId = world["court"],
            instance = judgment.GetProperty("instance").GetString(),
            docType = judgment.GetProperty("docType").GetString(),
            madeOn = judgment.GetProperty("madeOn").GetString(),
            agencyId = world[scenario.AgencyId],
            implementingBodyId = scenario.ImplementingBody is { } body ? world[body.GetProperty("id").GetString()!] : (Guid?)null,
            result = judgment.GetProperty("result").GetString(),
            actName = "示例行政行为",
            actDate = scenario.FirstActDate,
            servedOnAgency = scenario.ServedOnAgency,
            servedOnOthers = scenario.ServedOnOthers,
            appealed = scenario.Appealed,
            on = happening.On,
            backdatingReason = "补录历史案件",
        });
        Case = code is null ? answer.GetProperty("caseId").GetGuid() : Case;
        return code;
    }

    private (string, object?)[] Investigation(Event happening)
    {
        var findings = happening.List("findings").ToDictionary(f => f.GetProperty("person").GetString()!, Completion.Finding);
        return
        [
            ("causes", happening.Texts("causes").Select((c, i) => new { code = c, main = i == 0, text = "见责任分析报告" })),
            ("narrative", "见责任分析报告"),
            ("handlingOpinion", "见责任分析报告"),
            ("persons", scenario.Persons.Select(p => new
            {
                name = p.GetProperty("id").GetString(),
                role = p.GetProperty("role").GetString(),
                belongsTo = world[p.TryGetProperty("belongsTo", out var unit) ? unit.GetString()! : scenario.AgencyId],
                authority = p.GetProperty("authority").GetString(),
                finding = findings.GetValueOrDefault(p.GetProperty("id").GetString()!),
            })),
            ("unitProposed", false),
            ("nominalAtFault", false),
        ];
    }

    private async Task<List<FindingDecision>> DecisionsAsync(Event happening)
    {
        var persons = (await (await Officer).GetAsync($"/api/investigation/cases/{Case}")).GetProperty("persons").EnumerateArray()
            .ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("findingId").GetGuid());
        return [.. happening.List("decisions").Select(d => Completion.Decision(d, persons[d.GetProperty("person").GetString()!]))];
    }

    private async Task<object> ExecutionsAsync(Event happening)
    {
        var ordered = (await PageAsync()).GetProperty("decisions").EnumerateArray()
            .SelectMany(d => d.GetProperty("sanctions").EnumerateArray().Select(s => (Finding: d.GetProperty("findingId").GetGuid(), Sanction: s.GetString())))
            .ToList();
        var documents = await UploadAsync(Reviewer, "intake", [.. ordered.Select(_ => "DECISION")]);
        return ordered.Select((o, i) => new { findingId = o.Finding, sanction = o.Sanction, executedOn = happening.On, documentId = documents[i] });
    }

    private async Task<List<Guid>> UploadAsync(Task<Api> who, string service, IReadOnlyList<string> kinds)
    {
        var documents = new List<Guid>();
        foreach (var kind in kinds)
        {
            documents.Add(await (await who).UploadAsync($"/api/{service}/cases/{Case}/documents", kind));
        }

        return documents;
    }

    private async Task<JsonElement> PageAsync() => await Api.UntilAsync(TryPageAsync, p => p.ValueKind == JsonValueKind.Object);

    private async Task<JsonElement> TryPageAsync()
    {
        try
        {
            return await (await Reviewer).GetAsync($"/api/oversight/cases/{Case}?asOf={scenario.Events[^1].On:yyyy-MM-dd}");
        }
        catch (HttpRequestException missing) when (missing.Message.Contains("404", StringComparison.Ordinal))
        {
            return default;
        }
    }

    private async Task<string> VersionsAsync() => Case == Guid.Empty ? "" : (await PageAsync()).GetProperty("versions").GetRawText();

    private async Task<Actual> ResultAsync()
    {
        var expected = scenario.Expect.GetProperty("clocks").EnumerateObject().Count();
        var state = scenario.Expect.GetProperty("state").GetString();
        var page = await Api.UntilAsync(PageAsync, p => p.GetProperty("clocks").GetArrayLength() >= expected
            && p.GetProperty("notYetApplied").GetArrayLength() == 0 && (p.GetProperty("state").GetString() == state || state == "[*]"));
        return await PageReading.ReadAsync(scenario, world, page, await Reviewer, await Officer);
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex("[0-9]+号$")]
    private static partial Regex Number();
}
