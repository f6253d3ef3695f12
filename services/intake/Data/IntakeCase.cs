using LostCases.Intake.Cases;
using LostCases.Rules;

namespace LostCases.Intake.Data;

/// <summary>A losing agency in a judgment (一裁判一败诉机关一案), as it was registered.</summary>
public sealed class IntakeCase
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The judgment.</summary>
    public required Guid JudgmentId { get; init; }

    /// <summary>Losing agency (败诉行政机关), the nominal body.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Implementing body where it differs (实施主体).</summary>
    public Guid? ImplementingBodyId { get; init; }

    /// <summary>Body that reviews (审核机构).</summary>
    public required Guid ReviewBodyId { get; init; }

    /// <summary>Result for this agency.</summary>
    public required LossResult Result { get; init; }

    /// <summary>What the lawsuit was about (涉诉行政行为).</summary>
    public required string ActName { get; init; }

    /// <summary>Date of the administrative act; corrected when a scope decision is reopened.</summary>
    public required DateOnly ActDate { get; set; }

    /// <summary>What that date is.</summary>
    public required ActDateBasis ActDateBasis { get; set; }

    /// <summary>Service on the losing agency.</summary>
    public required DateOnly ServedOn { get; init; }

    /// <summary>Service on the other parties.</summary>
    public List<DateOnly> ServedOnOthers { get; init; } = [];

    /// <summary>Effective date; null while an appeal is pending.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Last day of the appeal period.</summary>
    public DateOnly? AppealExpiresOn { get; init; }

    /// <summary>How the effective date came about, in words.</summary>
    public required string EffectiveWhy { get; init; }

    /// <summary>Whether the agency belongs to the city.</summary>
    public required bool AgencyInCity { get; init; }

    /// <summary>The to-do under which the decision on scope is waited for; null when it has been made.</summary>
    public Guid? ScreeningId { get; set; }

    /// <summary>Decisions on scope (范围甄别), newest last.</summary>
    public List<ScopeDecision> ScopeDecisions { get; } = [];

    internal ScopeFacts Scope => new()
    {
        EffectiveOn = EffectiveOn,
        ActDate = ActDate,
        Result = Result,
        AgencyInCity = AgencyInCity,
    };
}

/// <summary>A decision on scope; reopening is one too.</summary>
public sealed class ScopeDecision
{
    /// <summary>Identity; an IN decision starts the chain under it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>IN, OUT or REOPENED.</summary>
    public required string Decision { get; init; }

    /// <summary>Reason code, where the law gives one.</summary>
    public ScopeReason? Reason { get; init; }

    /// <summary>Reason in words.</summary>
    public string? Text { get; init; }

    /// <summary>Business date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who decided.</summary>
    public required Guid DecidedBy { get; init; }

    /// <summary>The case's version of this service after the decision.</summary>
    public long Sequence { get; set; }
}

/// <summary>How a case was closed (办结归档).</summary>
public sealed class Closing
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Disposition version closed with.</summary>
    public required int DispositionVersion { get; init; }

    /// <summary>Business date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Executions and archive hand-over as recorded.</summary>
    public required CloseCase Record { get; init; }
}

/// <summary>Next number of a case in a region and year.</summary>
public sealed class CaseCounter
{
    /// <summary>Division code.</summary>
    public required string Region { get; init; }

    /// <summary>Year.</summary>
    public required int Year { get; init; }

    /// <summary>Last number given.</summary>
    public int Last { get; set; }
}

/// <summary>What the date of an administrative act is (行为日期依据, N2.1-c).</summary>
public enum ActDateBasis
{
    /// <summary>决定作出日.</summary>
    DecisionDate,

    /// <summary>事实行为日.</summary>
    FactDate,

    /// <summary>履职期限届满日.</summary>
    OmissionDeadline,

    /// <summary>持续行为终了日.</summary>
    ContinuingEnd,

    /// <summary>复议决定日.</summary>
    ReconDecisionDate,
}
