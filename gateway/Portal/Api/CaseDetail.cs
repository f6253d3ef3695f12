namespace LostCases.Portal.Api;

/// <summary>A case whole, as Oversight composes it.</summary>
public sealed record CaseDetail
{
    /// <summary>Where there is no case yet.</summary>
    internal static readonly CaseDetail None = new() { Id = default, Code = "", State = "", Facts = new Dictionary<string, string>(), Parties = [], Clocks = [], OpenSteps = [] };

    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string State { get; init; }

    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    public required IReadOnlyList<CaseParty> Parties { get; init; }

    public required IReadOnlyList<CaseClock> Clocks { get; init; }

    public required IReadOnlyList<OpenStep> OpenSteps { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Name of the losing agency; empty while it has not arrived.</summary>
    public string Agency => Parties.FirstOrDefault(p => p.Relation == "LOSING_AGENCY")?.Name ?? "";

    /// <summary>NOT_APPLICABLE, DUE or DONE (备案).</summary>
    public string Filing { get; init; } = "NOT_APPLICABLE";

    /// <summary>Findings as codes, for those concerned.</summary>
    public IReadOnlyList<FindingCodes> Findings { get; init; } = [];

    /// <summary>Decisions as codes, for those concerned.</summary>
    public IReadOnlyList<DecisionCodes> Decisions { get; init; } = [];

    /// <summary>Version of each owner's part.</summary>
    public IReadOnlyDictionary<string, long> Versions { get; init; } = new Dictionary<string, long>();

    /// <summary>Services that have not applied the newest suspension or resumption (中止恢复确认中).</summary>
    public IReadOnlyList<string> NotYetApplied { get; init; } = [];

    /// <summary>Whether the agency is recorded as not following the notice (不按通知执行).</summary>
    public bool NonCompliance { get; init; }

    public bool Updating { get; init; }
}

/// <summary>A finding in codes.</summary>
public sealed record FindingCodes(Guid FindingId, string Conclusion, string Authority);

/// <summary>A decision in codes.</summary>
public sealed record DecisionCodes(Guid FindingId, string Result, IReadOnlyList<string> Sanctions);

/// <summary>An organisation in the case.</summary>
public sealed record CaseParty(string Name, string Relation, Guid OrganisationId = default);

/// <summary>A step that waits for somebody.</summary>
public sealed record OpenStep(string Step, IReadOnlyList<StepHolder> Organisations, DateOnly? Since, IReadOnlyList<string> Roles);

/// <summary>An organisation that is awaited.</summary>
public sealed record StepHolder(Guid Id, string Name);

/// <summary>A clock as it stands, with every day of it.</summary>
public sealed record CaseClock
{
    public required string Kind { get; init; }

    public required DateOnly StartOn { get; init; }

    public required DateOnly DueOn { get; init; }

    public required int Length { get; init; }

    public required string Unit { get; init; }

    public required string Nature { get; init; }

    public required string Status { get; init; }

    public string Clause { get; init; } = "";

    /// <summary>Whether a year whose calendar is not published was counted.</summary>
    public bool Provisional { get; init; }

    public DateOnly? StoppedOn { get; init; }

    public int? OverdueWorkingDays { get; init; }

    public int? RemainingWorkingDays { get; init; }

    public IReadOnlyList<ClockDay> Days { get; init; } = [];

    public IReadOnlyList<ClockPause> Pauses { get; init; } = [];

    /// <summary>What made it shorter than its clause; null where the clause's own length holds.</summary>
    public ClockLimit? LimitedBy { get; init; }

    /// <summary>Number of the last counted day up to the day given.</summary>
    public int CountedBy(DateOnly day) => Days.Where(d => d.Date <= day).Max(d => d.Number) ?? 0;
}

/// <summary>A day of a clock.</summary>
/// <param name="Date">The day.</param>
/// <param name="Number">Its number where it counts.</param>
/// <param name="Skipped">Why it does not.</param>
/// <param name="Kind">WORKING, MAKE_UP, WEEKEND, HOLIDAY or PAUSED.</param>
public sealed record ClockDay(DateOnly Date, int? Number, string? Skipped, string Kind);

/// <summary>A pause of a clock: its first day counts, its last does not.</summary>
public sealed record ClockPause(DateOnly From, DateOnly? To, string Cause);

/// <summary>The step of a published chain that set a shorter limit than the clause.</summary>
/// <param name="ClauseLength">Length the clause has.</param>
/// <param name="DefinitionId">The chain.</param>
/// <param name="DefinitionVersion">Its version.</param>
public sealed record ClockLimit(int ClauseLength, string DefinitionId, int DefinitionVersion);

/// <summary>A page of acts and the key of the next.</summary>
public sealed record ActsTold(IReadOnlyList<ActTold> Items, Guid? Next);

/// <summary>An act as the timeline tells it.</summary>
public sealed record ActTold
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string CaseCode { get; init; }

    public required string What { get; init; }

    public required DateOnly On { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public string? Organisation { get; init; }

    public string? Clause { get; init; }
}
