namespace LostCases.Rules;

/// <summary>Instance of a court document (审级).</summary>
public enum Instance
{
    /// <summary>一审.</summary>
    First,

    /// <summary>二审.</summary>
    Second,

    /// <summary>再审.</summary>
    Retrial,
}

/// <summary>Kind of court document (文书种类).</summary>
public enum DocType
{
    /// <summary>判决书.</summary>
    Judgment,

    /// <summary>裁定书.</summary>
    Ruling,

    /// <summary>行政赔偿判决书.</summary>
    CompensationJudgment,

    /// <summary>行政调解书.</summary>
    MediationStatement,
}

/// <summary>Result for one agency (裁判结果), GAP-05; the last five are not losses.</summary>
public enum LossResult
{
    /// <summary>撤销.</summary>
    Revoked,

    /// <summary>部分撤销.</summary>
    PartiallyRevoked,

    /// <summary>确认违法.</summary>
    ConfirmedIllegal,

    /// <summary>确认无效.</summary>
    ConfirmedInvalid,

    /// <summary>变更.</summary>
    Varied,

    /// <summary>责令履行.</summary>
    OrderedToPerform,

    /// <summary>履行给付义务.</summary>
    OrderedToPay,

    /// <summary>行政赔偿.</summary>
    Compensation,

    /// <summary>行政协议承担责任.</summary>
    AgreementLiability,

    /// <summary>撤销复议决定.</summary>
    ReconDecisionRevoked,

    /// <summary>驳回诉讼请求.</summary>
    ClaimDismissed,

    /// <summary>驳回起诉.</summary>
    SuitRejected,

    /// <summary>撤诉.</summary>
    Withdrawn,

    /// <summary>调解书结案.</summary>
    MediationSettled,

    /// <summary>非诉执行不准予.</summary>
    EnforcementRefused,
}

/// <summary>Why a case is not investigated (不列入原因), N2.1.</summary>
public enum ScopeReason
{
    /// <summary>裁判早于通知施行.</summary>
    JudgmentBeforeNotice,

    /// <summary>行政行为早于2013年2月1日.</summary>
    [System.Text.Json.Serialization.JsonStringEnumMemberName("ACT_BEFORE_2013_02_01")]
    ActBeforeProvincialMeasure,

    /// <summary>不属败诉.</summary>
    NotALoss,

    /// <summary>裁判未生效.</summary>
    NotEffective,

    /// <summary>非本市机关.</summary>
    AgencyOutsideCity,

    /// <summary>非诉执行.</summary>
    NonLitigationEnforcement,

    /// <summary>重复.</summary>
    Duplicate,
}
