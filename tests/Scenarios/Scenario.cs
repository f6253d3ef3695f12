using System.Globalization;
using System.Text.Json;

namespace LostCases.Scenarios;

/// <summary>A worked case: what is given, what happens, what is expected.</summary>
internal sealed record Scenario(JsonElement Json)
{
    private static readonly string[] Branches =
    [
        "decideUnit", "startJointReview", "concludeJointReview", "referUnitInquiry", "allTransferResultsIn", "retrialJudgment", "conferenceCorrect",
        "returnForSupplement", "resubmitReport", "transferFinding", "recordDispositionPendingTransfer", "recordTransferResult", "suspend", "resume",
        "terminate", "heldConference", "recordRedisposition", "nonCompliance", "courtCopy", "receiveJudicialSuggestion", "replyJudicialSuggestion",
    ];

    private static readonly string[] Acts =
    [
        "registerJudgment", "confirmInScope", "confirmOutOfScope", "reopenScope", "completeInvestigation", "submitReport", "acceptReport",
        "completeReview", "sendFeedback", "fileWithCity", "receiveFeedback", "recordDisposition", "closeCase",
        .. Branches,
    ];

    private static readonly Dictionary<string, string[]> Known = new()
    {
        [""] = ["id", "kind", "title", "tags", "calendar", "given", "events", "expect"],
        ["given"] = ["agency", "implementingBody", "judgment", "actDate", "persons", "jointReviewRequired", "riskFiling", "mediation", "sharedJudgmentWith", "actDateBasis", "actDateFirstEntered"],
        ["judgment"] = ["caseNo", "court", "instance", "docType", "result", "madeOn", "servedOn", "appealed", "effectiveOn", "losingKey"],
        ["event"] = ["date", "event", "data", "expectRejected"],
        ["data"] =
        [
            "by", "duplicateOf", "causes", "findings", "stamps", "attachments", "opinion", "decisions", "reason", "manualReason",
            "participants", "opinions", "defects", "answers", "to", "cc", "serious", "sanctions", "decidedBy", "person", "result", "caseNo", "half", "receivedOn", "days",
            "consequences", "docNo",
        ],
        ["expect"] = ["state", "effectiveOn", "reviewRoute", "routeBasis", "dueDates", "clocks", "scope", "outcome", "transferClocks"],
    };

    internal string Id => Json.GetProperty("id").GetString()!;

    /// <summary>One of the four that are about many cases at once.</summary>
    internal bool IsPortfolio => !Given.TryGetProperty("judgment", out _);

    internal JsonElement Given => Json.GetProperty("given");

    internal JsonElement Judgment => Given.GetProperty("judgment");

    internal JsonElement Expect => Json.GetProperty("expect");

    internal bool IsLocalCalendar => Json.GetProperty("calendar").GetString() != "national";

    internal IReadOnlyList<Event> Events => [.. Json.GetProperty("events").EnumerateArray().Select(e => new Event(e))];

    internal IReadOnlyList<JsonElement> Persons => [.. Given.GetProperty("persons").EnumerateArray()];

    internal string AgencyId => Given.GetProperty("agency").GetProperty("id").GetString()!;

    internal JsonElement? ImplementingBody => Given.TryGetProperty("implementingBody", out var body) ? body : null;

    /// <summary>Date of the act as first entered; a wrong one is corrected on reopening.</summary>
    internal DateOnly FirstActDate => Given.TryGetProperty("actDateFirstEntered", out var first)
        ? Date(first.GetString()![..10])
        : ActDate;

    internal DateOnly ActDate => Date(Given.GetProperty("actDate").GetString()!);

    internal DateOnly ServedOnAgency => Date(Judgment.GetProperty("servedOn").GetProperty("agency").GetString()!);

    internal IReadOnlyList<DateOnly> ServedOnOthers =>
        [.. Judgment.GetProperty("servedOn").EnumerateObject().Where(s => s.Name is not ("agency" or "codefendant")).Select(s => Date(s.Value.GetString()!))];

    internal bool Appealed => Judgment.TryGetProperty("appealed", out var appealed) && appealed.GetBoolean();

    /// <summary>What this runner does not understand; a scenario with any of it fails.</summary>
    internal IReadOnlyList<string> Unknown =>
    [
        .. Keys(Json, ""), .. Keys(Given, "given"), .. Keys(Judgment, "judgment"), .. Keys(Expect, "expect"),
        .. Events.Where(e => !Acts.Contains(e.Name)).Select(e => $"event {e.Name}"),
        .. Events.SelectMany(e => Keys(e.Json, "event")),
        .. Events.Where(e => Acts.Contains(e.Name)).SelectMany(e => e.Data is { } data ? Keys(data, "data") : []),
    ];

    internal static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Keys(JsonElement element, string where) =>
        element.EnumerateObject().Select(p => p.Name).Except(Known[where]).Select(k => $"{where} key {k}");
}

/// <summary>Something that happens.</summary>
internal sealed record Event(JsonElement Json)
{
    internal string Name => Json.GetProperty("event").GetString()!;

    internal DateOnly On => Scenario.Date(Json.GetProperty("date").GetString()!);

    internal JsonElement? Data => Json.TryGetProperty("data", out var data) ? data : null;

    internal string? ExpectRejected => Json.TryGetProperty("expectRejected", out var code) ? code.GetString() : null;

    internal string Text(string name) => Data is { } data && data.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    internal IReadOnlyList<JsonElement> List(string name) =>
        Data is { } data && data.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];

    internal IReadOnlyList<string> Texts(string name) => [.. List(name).Select(e => e.GetString()!)];
}
