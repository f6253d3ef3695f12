using System.Text.Json;
using LostCases.Rules;

namespace LostCases.Demo;

/// <summary>
/// One line of <c>cases.json</c>: who lost which lawsuit, how far the case has come and how its limit stands. Dates follow from it
/// (<see cref="Schedule"/>); everything else is written by <see cref="Narrative"/>.
/// </summary>
internal sealed record DemoCase
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>All cases, in the order they are loaded: those that fill the desks first, closed ones last.</summary>
    internal static IReadOnlyList<DemoCase> All { get; } = Read();

    /// <summary>Short name, part of the idempotency keys: L… live, H… history.</summary>
    public required string Key { get; init; }

    /// <summary>The losing agency (败诉行政机关), by the beginning of its accounts' names.</summary>
    public required string Agency { get; init; }

    /// <summary>The court, by the beginning of its accounts' names.</summary>
    public required string Court { get; init; }

    /// <summary>Case number (案号) without its year.</summary>
    public required string No { get; init; }

    /// <summary>Result for the agency (裁判结果), a code.</summary>
    public required string Result { get; init; }

    /// <summary>The administrative act (涉诉行政行为); <c>{y}</c> is the year it was done.</summary>
    public required string Act { get; init; }

    /// <summary>Main cause of the loss (败诉原因), a code.</summary>
    public required string Cause { get; init; }

    /// <summary>State (状态) the case is brought to, a code.</summary>
    public required string State { get; init; }

    /// <summary>
    /// Working days until the limit of that state ends; negative where it has passed, 0 for today (on a day off: the next working
    /// day). Null where the state has no limit.
    /// </summary>
    public int? Due { get; init; }

    /// <summary>Working days since the last act, where no limit runs.</summary>
    public int Ago { get; init; }

    /// <summary>What is concluded about each person: PURSUE, NOT_PURSUED, EXEMPT, NO_FAULT, or TRANSFER where another organ decides.</summary>
    public IReadOnlyList<string> People { get; init; } = ["PURSUE"];

    /// <summary>Implementing body where it differs from the nominal one (实施主体).</summary>
    public string? Implementing { get; init; }

    /// <summary>Whether a submission with one stamp of two has been tried and refused (NA-n4).</summary>
    public bool MissingStamp { get; init; }

    /// <summary>Defects of a return (退回补充).</summary>
    public IReadOnlyList<string> Defects { get; init; } = [];

    /// <summary>Answers to them, once the report was submitted again.</summary>
    public IReadOnlyList<string> Answered { get; init; } = [];

    /// <summary>Units of a joint review (联合审核).</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Opinions given so far, in the order of <see cref="Members"/>.</summary>
    public IReadOnlyList<string> Opinions { get; init; } = [];

    /// <summary>Whether a reviewed county case has not been filed with the city (未备案).</summary>
    public bool Unfiled { get; init; }

    /// <summary>Organ a finding was transferred to (受移送机关).</summary>
    public string? Organ { get; init; }

    /// <summary>Number of a judicial suggestion (司法建议).</summary>
    public string? Suggestion { get; init; }

    /// <summary>Whether responsibility of the unit was referred to its superior (提请上一级机关调查单位责任).</summary>
    public bool UnitInquiry { get; init; }

    /// <summary>Number, without its year, of the retrial judgment by which the loss vanished.</summary>
    public string? Retrial { get; init; }

    /// <summary>Date of the act where it matters by itself.</summary>
    public DateOnly? ActDate { get; init; }

    /// <summary>Why the case is out of scope (不列入原因), a code.</summary>
    public string? OutOfScope { get; init; }

    /// <summary>The co-defendant (共同被告) whose judgment this is too.</summary>
    public string? SameJudgmentAs { get; init; }

    /// <summary>Number, without its year, of another judgment of the court, which sent its copy to the legal body and which nobody has registered (未登记败诉).</summary>
    public string? Unregistered { get; init; }

    /// <summary>The state as the rules name it.</summary>
    internal CaseState Target => Code.TryParse<CaseState>(State, out var state) ? state : throw new InvalidDataException($"{Key}: no state {State}");

    /// <summary>First or second instance (审级), as the number's type word says.</summary>
    internal Instance Instance => No.Contains("行初", StringComparison.Ordinal) ? Instance.First : Instance.Second;

    /// <summary>Whether the city's legal body reviews: municipal units and the counties' governments (N2.5.2-b).</summary>
    internal bool IsMunicipal => Agency.StartsWith("ouyue.", StringComparison.Ordinal) || Agency.EndsWith(".zf", StringComparison.Ordinal);

    /// <summary>The agency's place, as accounts are named: <c>yunjiang</c>.</summary>
    internal string Place => Agency[..Agency.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>The legal body that reviews.</summary>
    internal string Legal => IsMunicipal ? "ouyue.sfj" : $"{Place}.sfj";

    /// <summary>The case of that short name.</summary>
    internal static DemoCase Of(string key) => All.Single(c => c.Key == key);

    private static List<DemoCase> Read()
    {
        using var file = typeof(DemoCase).Assembly.GetManifestResourceStream("cases.json")!;
        return JsonSerializer.Deserialize<List<DemoCase>>(file, Reading)!;
    }
}
