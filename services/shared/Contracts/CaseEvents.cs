namespace LostCases.Contracts;

/// <summary>
/// Something that happened to a case (案件事件). Published by the service that owns the act; carries that service's whole
/// slice of the case, so that any single event brings a reader up to date and the order of arrival does not matter:
/// of one owner's slices the one with the highest <see cref="CaseHeader.Sequence"/> counts.
/// </summary>
public interface ICaseEvent
{
    /// <summary>Which case, by whom, when, and the owner's slice after the act.</summary>
    CaseHeader Case { get; }
}

/// <summary>What every case event begins with.</summary>
public sealed record CaseHeader
{
    /// <summary>The case.</summary>
    public required Guid Id { get; init; }

    /// <summary>System number of the case (系统编号), e.g. <c>BS-330300-2026-000123</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the owning service, e.g. <c>review</c>; see <see cref="Owners"/>.</summary>
    public required string Owner { get; init; }

    /// <summary>Number of this event among the owner's events of this case, from 1 without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>Business date of the act, in Asia/Shanghai.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When the act was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who acted; null where the system did.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Organisation that person acted for (行为机关); null where the system did, or the person has none.</summary>
    public Guid? ActorOrganisationId { get; init; }

    /// <summary>The owner's slice after this event.</summary>
    public required CaseSlice Slice { get; init; }

    /// <summary>Steps the act has answered (已办结环节); they wait for nobody any more. Others that close are told by <see cref="StepClosed"/>.</summary>
    public IReadOnlyList<ClosedStep> ClosedSteps { get; init; } = [];
}

/// <summary>A step that no longer waits.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="Step">Kind of step.</param>
public sealed record ClosedStep(Guid RequestId, string Step);

/// <summary>Everything one owner tells the others about a case: codes, ids and dates, never names or free text.</summary>
public sealed record CaseSlice
{
    /// <summary>State facts by name (<c>Rules.Fact</c>).</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>Organisations this owner has brought into the case.</summary>
    public required IReadOnlyList<CaseParty> Parties { get; init; }

    /// <summary>The owner's clocks (期限).</summary>
    public required IReadOnlyList<CaseClock> Clocks { get; init; }

    /// <summary>Documents the owner keeps for the case.</summary>
    public required IReadOnlyList<CaseDocument> Documents { get; init; }

    /// <summary>People who may not review the case, known with any slice of the owner that registered it.</summary>
    public IReadOnlyList<Guid> RestrictedPersons { get; init; } = [];

    /// <summary>Intervals in which the case was or is suspended (中止期间); only in intake's slice.</summary>
    public IReadOnlyList<ClockPause> Suspensions { get; init; } = [];

    /// <summary>What the investigation found, person by person; only in its own slice.</summary>
    public IReadOnlyList<FindingSummary> Findings { get; init; } = [];

    /// <summary>What the reviewing body said of single findings (逐人审核意见); only in the review's slice.</summary>
    public IReadOnlyList<FindingVerdict> Verdicts { get; init; } = [];

    /// <summary>What was decided, finding by finding (处理决定); only in the disposition's slice.</summary>
    public IReadOnlyList<DisposedFinding> Decisions { get; init; } = [];
}

/// <summary>An organisation's part in a case; see <see cref="Relations"/>.</summary>
public sealed record CaseParty(Guid OrganisationId, string Relation);

/// <summary>A clock of the case. Days can be recounted from these fields alone.</summary>
public sealed record CaseClock
{
    /// <summary>Clock code, e.g. <c>REVIEW</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What the clock is about where a case may have several of a kind (a finding's id); else null.</summary>
    public string? Subject { get; init; }

    /// <summary>Date of the fact that starts it; not counted.</summary>
    public required DateOnly StartOn { get; init; }

    /// <summary>Length in <see cref="Unit"/>.</summary>
    public required int Length { get; init; }

    /// <summary><c>WORKING_DAYS</c> or <c>CALENDAR_DAYS</c>.</summary>
    public required string Unit { get; init; }

    /// <summary><c>MUST</c> 应当, <c>SOFT</c> 一般 or <c>CONFIGURED</c>.</summary>
    public required string Nature { get; init; }

    /// <summary>Clause or open question the length comes from.</summary>
    public required string Clause { get; init; }

    /// <summary>Last day in time.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Whether a year without a published calendar was counted.</summary>
    public required bool Provisional { get; init; }

    /// <summary>The day the duty was done, or null.</summary>
    public DateOnly? StoppedOn { get; init; }

    /// <summary>Intervals that do not count.</summary>
    public IReadOnlyList<ClockPause> Pauses { get; init; } = [];

    /// <summary>Version of the working-day calendar it was counted with.</summary>
    public required string CalendarVersion { get; init; }

    /// <summary>What made it shorter than its clause (环节期限); null where the clause's own length holds.</summary>
    public ClockLimit? LimitedBy { get; init; }
}

/// <summary>The step of a published chain that set a shorter limit than the clause.</summary>
/// <param name="ClauseLength">Length the clause has, in the clock's unit.</param>
/// <param name="DefinitionId">The chain.</param>
/// <param name="DefinitionVersion">Its version the case runs on.</param>
/// <param name="StepId">The box.</param>
public sealed record ClockLimit(int ClauseLength, string DefinitionId, int DefinitionVersion, string StepId);

/// <summary>A pause of a clock: the first day counts as used, the last as not used.</summary>
public sealed record ClockPause(DateOnly From, DateOnly? To, string Cause);

/// <summary>A stored document: kind, digest and length; its name and content stay with the owner.</summary>
public sealed record CaseDocument(Guid Id, string Kind, string Sha256, long Length);

/// <summary>What was found about one person (个人责任认定), as far as other services must know it.</summary>
public sealed record FindingSummary
{
    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>The person examined.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Conclusion code (责任结论).</summary>
    public required string Conclusion { get; init; }

    /// <summary>Personnel authority code (干部管理权限).</summary>
    public required string Authority { get; init; }

    /// <summary>Proposed sanctions (拟追责方式).</summary>
    public required IReadOnlyList<string> Sanctions { get; init; }
}

/// <summary>Whether the reviewing body agrees with what was found about one person.</summary>
public sealed record FindingVerdict(Guid FindingId, bool Agrees);

/// <summary>An owner's slice changed without an act of its own, e.g. a clock started by another owner's event (事实更新).</summary>
public sealed record SliceChanged : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }
}
