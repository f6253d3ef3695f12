using System.Text.Json;

namespace LostCases.Scenarios;

/// <summary>The acts beside the straight path: returns, joint review, units, transfers, interruptions, corrections, courts, the conference.</summary>
internal sealed partial class SystemRun
{
    private Task<Api> Secretariat => world.PersonAsync("cityLegal", "SECRETARIAT");

    private Task<Api> Court => world.PersonAsync("court", "COURT_LIAISON");

    private async Task<string?> BranchAsync(Event happening, Func<Task<Api>, string, (string, object?)[], Task<string?>> act) => happening.Name switch
    {
        "returnForSupplement" => await act(Reviewer, "review/return-for-supplement", [("defects", happening.Texts("defects"))]),
        "resubmitReport" => await act(Officer, "investigation/resubmit-report", [("answers", happening.Texts("answers"))]),
        "startJointReview" => await act(
            Reviewer, "review/start-joint-review",
            [("marks", new[] { "DISPUTED" }), ("reason", "争议较大"), ("members", happening.Texts("participants").Select(p => world[Unit(p)]))]),
        "concludeJointReview" => await ConcludeAsync(happening, act),
        "referUnitInquiry" => await act(Officer, "investigation/refer-unit-inquiry", [("reason", "提请调查单位责任")]),
        "decideUnit" => await act(
            happening.Text("decidedBy") == scenario.AgencyId ? Officer : world.PersonAsync(world.Superior(scenario.AgencyId), "SUPERIOR_HANDLER"),
            "investigation/decide-unit",
            [("serious", happening.Data!.Value.GetProperty("serious").GetBoolean()), ("sanctions", happening.Texts("sanctions")), ("reason", "见决定书"), ("documentNo", "示例决〔2026〕1号")]),
        "transferFinding" => await act(
            Officer, "disposition/transfer-finding",
            [("findingId", await FindingAsync(happening)), ("organName", happening.Text("to")), ("materials", new[] { "责任分析报告", "裁判文书" })]),
        "recordDispositionPendingTransfer" => await act(
            Officer, "disposition/record-disposition-pending-transfer", [("documentNo", "示例处〔2026〕1号"), ("decisions", await DecisionsAsync(happening))]),
        "recordTransferResult" => await act(
            Officer, "disposition/record-transfer-result",
            [
                ("findingId", await FindingAsync(happening)), ("result", "PURSUE"), ("sanctions", new[] { happening.Text("result") }),
                ("documentId", (await UploadAsync(Officer, "disposition", ["DECISION"]))[0]),
            ]),
        "allTransferResultsIn" => await act(Officer, "disposition/all-transfer-results-in", []),
        _ => await InterruptionAsync(happening, act),
    };

    private async Task<string?> InterruptionAsync(Event happening, Func<Task<Api>, string, (string, object?)[], Task<string?>> act) => happening.Name switch
    {
        "suspend" => await act(Reviewer, "intake/suspend", [("ground", "RETRIAL_ORDERED_WITH_STAY"), ("reason", happening.Text("reason"))]),
        "resume" => await act(Reviewer, "intake/resume", []),
        "retrialJudgment" => await act(Reviewer, "intake/record-retrial", [("caseNo", Blank(happening.Text("caseNo"))), ("result", happening.Text("result"))]),
        "terminate" => await TerminateAsync(happening, act),
        "heldConference" => await NounAsync(happening, Secretariat, "/api/oversight/conferences", new() { ["minutes"] = "例会纪要" }),
        "conferenceCorrect" => await CorrectAsync(happening, act),
        "recordRedisposition" => await act(
            Officer, "disposition/record-redisposition",
            [("documentNo", "示例处〔2026〕2号"), ("decisions", await DecisionsAsync(happening)), ("answer", "已按纠正意见重新处理")]),
        "nonCompliance" => await act(
            Secretariat, "oversight/record-non-compliance",
            [("facts", "逾期未重新处理"), ("consequences", happening.Texts("consequences")), ("decidedBy", "示例市人民政府"), ("range", "全市")]),
        "courtCopy" => await NounAsync(happening, Court, "/api/intake/court-copies", new() { ["caseNo"] = CaseNo, ["addresseeId"] = world[Legal] }),
        "receiveJudicialSuggestion" => await act(
            Court, "intake/receive-judicial-suggestion",
            [("documentNo", happening.Text("docNo")), ("addressees", happening.Texts("to")), ("copies", happening.Texts("cc")), ("subject", "见司法建议书")]),
        "replyJudicialSuggestion" => await act(Officer, "intake/reply-judicial-suggestion", [("reply", "见复函")]),
        _ => throw new InvalidOperationException(happening.Name),
    };

    private async Task<string?> ConcludeAsync(Event happening, Func<Task<Api>, string, (string, object?)[], Task<string?>> act)
    {
        foreach (var opinion in happening.Data!.Value.GetProperty("opinions").EnumerateObject())
        {
            var said = opinion.Value.GetString()!;
            var member = world.PersonAsync(Unit(opinion.Name), opinion.Name switch { "COURT" => "COURT_LIAISON", "ORG_DEPT" => "ORG_LIAISON", _ => "DISCIPLINE_LIAISON" });
            var code = await act(member, "review/give-joint-opinion", [("opinion", Completion.Opinion(said)), ("text", said)]);
            if (code is not (null or "OPINION_ALREADY_GIVEN"))
            {
                return code;
            }
        }

        var minutes = await UploadAsync(Reviewer, "review", ["MINUTES"]);
        return await act(Reviewer, "review/conclude-joint-review", [("conclusion", "见联合审核纪要"), ("minutesDocumentId", minutes[0])]);
    }

    private async Task<string?> TerminateAsync(Event happening, Func<Task<Api>, string, (string, object?)[], Task<string?>> act)
    {
        var document = await UploadAsync(Reviewer, "intake", ["JUDGMENT"]);
        var code = await act(Reviewer, "intake/terminate", [("ground", happening.Text("reason")), ("reason", "见所附裁判"), ("documentId", document[0])]);
        var isOpen = code is null && (await (await Reviewer).GetAsync($"/api/intake/cases/{Case}")).GetProperty("termination").GetProperty("endedOn").ValueKind == JsonValueKind.Null;
        return isOpen ? await act(world.PersonAsync(Legal, "REVIEW_LEADER"), "intake/confirm-termination", []) : code;
    }

    private async Task<string?> CorrectAsync(Event happening, Func<Task<Api>, string, (string, object?)[], Task<string?>> act)
    {
        int? days = happening.Data!.Value.TryGetProperty("days", out var set) ? set.GetInt32() : null;
        var code = await act(
            Secretariat, "disposition/order-correction",
            [("reasons", happening.Text("reason")), ("requiredAction", "重新作出处理"), ("limitWorkingDays", days)]);
        return code ?? await PostAsync(Officer, "disposition/receive-correction", Dated(Scenario.Date(happening.Text("receivedOn"))), []);
    }

    private static async Task<string?> NounAsync(Event happening, Task<Api> who, string path, Dictionary<string, object?> body)
    {
        var (code, _) = await (await who).PostAsync(path, Dated(happening.On).Concat(body).ToDictionary(p => p.Key, p => p.Value));
        return code;
    }

    private async Task<Guid> FindingAsync(Event happening) =>
        (await (await Officer).GetAsync($"/api/investigation/cases/{Case}")).GetProperty("persons").EnumerateArray()
        .Single(p => p.GetProperty("name").GetString() == happening.Text("person")).GetProperty("findingId").GetGuid();

    private static string Unit(string participant) => participant switch { "COURT" => "court", "ORG_DEPT" => "orgDept", "DISCIPLINE" => "discipline", _ => participant };
}
