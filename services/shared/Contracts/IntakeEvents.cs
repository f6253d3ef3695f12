namespace LostCases.Contracts;

/// <summary>An organisation was added or changed (机关信息变更); the latest <see cref="Version"/> counts.</summary>
public sealed record AgencyChanged
{
    /// <summary>The organisation.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Counts the organisation's changes from 1.</summary>
    public required long Version { get; init; }

    /// <summary>Official name (an organisation, not a person).</summary>
    public required string Name { get; init; }

    /// <summary>Short name.</summary>
    public required string ShortName { get; init; }

    /// <summary>Level code (层级).</summary>
    public required string Level { get; init; }

    /// <summary>Government it belongs to.</summary>
    public Guid? ParentGovId { get; init; }

    /// <summary>Superior organ (上一级行政机关).</summary>
    public Guid? SuperiorId { get; init; }

    /// <summary>Administrative division code.</summary>
    public string? RegionCode { get; init; }
}

/// <summary>
/// A case that was handled before it came here was taken over as history (历史案件导入): it is closed or out of scope from the beginning,
/// and nobody has anything to do. Told many at a time, by <see cref="PastCasesImported"/>; as such it stands in the case's chain and timeline.
/// </summary>
public sealed record PastCaseImported : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The import it came with.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>The judgment.</summary>
    public required Guid JudgmentId { get; init; }

    /// <summary>When it was closed; null where it never fell under the notice.</summary>
    public DateOnly? ClosedOn { get; init; }
}

/// <summary>Past cases were taken over (历史案件导入), some of one import.</summary>
public sealed record PastCasesImported
{
    /// <summary>The import.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>The cases.</summary>
    public required IReadOnlyList<PastCaseImported> Cases { get; init; }
}

/// <summary>A version of the rules was confirmed (规则版本已确认, 7.1), for whoever judges by it without a case; told again it is the same.</summary>
public sealed record RuleSetConfirmed
{
    /// <summary>Its name, e.g. <c>wzf-2018-28.2</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Its place among the confirmed: of those in force on a day the highest counts.</summary>
    public required int Number { get; init; }

    /// <summary>First day it is in force.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null where none is set.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Settings that are not the default, by key.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }
}

/// <summary>A case was registered for one losing agency of one judgment (T01 已登记).</summary>
public sealed record CaseRegistered : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The judgment.</summary>
    public required Guid JudgmentId { get; init; }

    /// <summary>Normalised case number (案号).</summary>
    public required string CaseNo { get; init; }

    /// <summary>Losing agency.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Level of the losing agency.</summary>
    public required string AgencyLevel { get; init; }

    /// <summary>Instance code (审级).</summary>
    public required string Instance { get; init; }

    /// <summary>Document type code (文书种类).</summary>
    public required string DocType { get; init; }

    /// <summary>Result for this agency (败诉类型).</summary>
    public required string Result { get; init; }

    /// <summary>Date of the administrative act.</summary>
    public required DateOnly ActDate { get; init; }

    /// <summary>Service on this agency.</summary>
    public required DateOnly ServedOn { get; init; }

    /// <summary>When the judgment took effect; null while it has not.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Rule set the case keeps (规则版本).</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>Calendar the case keeps (日历版本).</summary>
    public required string CalendarVersion { get; init; }

    /// <summary>People who may not review the case, e.g. those who handled the lawsuit.</summary>
    public IReadOnlyList<Guid> RestrictedPersons { get; init; } = [];
}

/// <summary>The case was found not to fall under the notice (T03 不列入范围); the loss is still counted.</summary>
public sealed record CaseDecidedOutOfScope : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>Scope reason code.</summary>
    public required string Reason { get; init; }
}

/// <summary>An out-of-scope decision was taken back (T04 重新甄别).</summary>
public sealed record CaseScopeReopened : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }
}

/// <summary>The case falls under the notice and is to be investigated (T02 列入调查范围); starts the chain.</summary>
public sealed record CaseConfirmedInScope : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>Identity of this scope decision: key of the workflow instance.</summary>
    public required Guid ScopeDecisionId { get; init; }

    /// <summary>When the judgment took effect.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Day the investigation clock starts from: the later of service and effect (N2.5.1-b).</summary>
    public required DateOnly InvestigateFrom { get; init; }
}

/// <summary>The case was closed and archived (T19 办结归档).</summary>
public sealed record CaseClosed : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }
}

/// <summary>The case is suspended (T22 已中止): its clocks stop counting from the event's date.</summary>
public sealed record CaseSuspended : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>1 for the first suspension, then counted up.</summary>
    public required int Number { get; init; }
}

/// <summary>A suspension ended (T23 已恢复).</summary>
public sealed record CaseResumed : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>Which suspension.</summary>
    public required int Number { get; init; }
}

/// <summary>Termination after disposition was proposed and waits for a second person (拟终止).</summary>
public sealed record TerminationProposed : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }
}

/// <summary>The case is terminated (T24 已终止): all clocks stop, open steps are withdrawn.</summary>
public sealed record CaseTerminated : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>RETRIAL_REVERSED, JUDGMENT_VACATED or DUPLICATE.</summary>
    public required string Reason { get; init; }
}

/// <summary>A retrial judgment was linked to the case (再审裁判).</summary>
public sealed record RetrialJudged : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>Result for the losing agency.</summary>
    public required string Result { get; init; }
}

/// <summary>A judicial suggestion arrived (司法建议, N2.5.4-b).</summary>
public sealed record JudicialSuggestionReceived : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The suggestion.</summary>
    public required Guid SuggestionId { get; init; }
}

/// <summary>A judicial suggestion was replied to (司法建议已回复).</summary>
public sealed record JudicialSuggestionReplied : ICaseEvent
{
    /// <inheritdoc/>
    public required CaseHeader Case { get; init; }

    /// <summary>The suggestion.</summary>
    public required Guid SuggestionId { get; init; }
}
