namespace LostCases.Rules;

/// <summary>Conclusion about a person (责任结论).</summary>
public enum Conclusion
{
    /// <summary>应当追责.</summary>
    Pursue,

    /// <summary>不予追责.</summary>
    NotPursued,

    /// <summary>容错免责.</summary>
    Exempt,

    /// <summary>无责任.</summary>
    NoFault,

    /// <summary>移送.</summary>
    Transferred,
}

/// <summary>Grounds on which a person must be pursued (应当追责情形), N2.3-a…c, N3.1-d.</summary>
public enum MustGround
{
    /// <summary>不履行法定职责.</summary>
    FailDuty,

    /// <summary>不正确履行法定职责.</summary>
    ImproperDuty,

    /// <summary>应诉工作不当.</summary>
    ImproperLitigationConduct,

    /// <summary>故意或重大过失且后果严重.</summary>
    IntentOrGrossWithSeriousConsequence,

    /// <summary>无正当理由拒不参加调解.</summary>
    RefusedMediation,
}

/// <summary>Grounds on which a person is not pursued (不予追责情形), N2.3-d…g, N3.2.</summary>
public enum NotPursueGround
{
    /// <summary>法律适用理解不一致.</summary>
    LawInterpretationDivergence,

    /// <summary>审慎审查仍未能发现.</summary>
    DiligentButUndetectable,

    /// <summary>情节轻微已改正.</summary>
    MinorCorrected,

    /// <summary>其他不宜追究.</summary>
    OtherUnsuitable,

    /// <summary>调解豁免.</summary>
    MediationImmunity,
}

/// <summary>Circumstances that allow exemption (容错免责情形), N4.2.</summary>
public enum ExemptionCircumstance
{
    /// <summary>创新工作政策界限不明.</summary>
    InnovationUnclearPolicy,

    /// <summary>推动重点工作失误.</summary>
    KeyWorkMistake,

    /// <summary>急难险重任务失误.</summary>
    UrgentRiskyTaskMistake,

    /// <summary>事先容错风险报备.</summary>
    PriorRiskFiling,

    /// <summary>其他按规定可容错.</summary>
    OtherByRegulation,
}

/// <summary>Degree of fault (过错程度).</summary>
public enum FaultDegree
{
    /// <summary>故意.</summary>
    Intent,

    /// <summary>重大过失.</summary>
    Gross,

    /// <summary>一般过失.</summary>
    Negligent,

    /// <summary>轻微.</summary>
    Slight,

    /// <summary>无过错.</summary>
    None,
}

/// <summary>Forms of responsibility (追责方式), N2.4.</summary>
public enum SanctionType
{
    /// <summary>责令作出书面检查.</summary>
    WrittenSelfCriticism,

    /// <summary>通报批评.</summary>
    CircularCriticism,

    /// <summary>调离岗位.</summary>
    TransferPost,

    /// <summary>其他.</summary>
    Other,

    /// <summary>移送有权机关.</summary>
    Referral,
}

/// <summary>Role of a person examined (责任人员类别), N2.2-a.</summary>
public enum PersonRole
{
    /// <summary>直接负责主管人员.</summary>
    DirectPersonInCharge,

    /// <summary>其他直接责任人员.</summary>
    OtherDirectlyResponsible,

    /// <summary>调查后排除.</summary>
    ExaminedOnly,
}

/// <summary>Who has personnel authority (干部管理权限), N1-b.</summary>
public enum PersonnelAuthority
{
    /// <summary>本单位.</summary>
    Agency,

    /// <summary>县管.</summary>
    CountyOrgDept,

    /// <summary>市管.</summary>
    MuniOrgDept,

    /// <summary>省管.</summary>
    Provincial,

    /// <summary>系统管理.</summary>
    Vertical,
}

/// <summary>Review opinion (审核意见).</summary>
public enum Opinion
{
    /// <summary>同意.</summary>
    Agree,

    /// <summary>修改后同意.</summary>
    AgreeWithChanges,

    /// <summary>不同意.</summary>
    Disagree,
}

/// <summary>Who recognises an exemption (认定单位), GAP-18.</summary>
public enum RecognisingOrgan
{
    /// <summary>败诉行政机关.</summary>
    LosingAgency,

    /// <summary>受移送的有权机关.</summary>
    TransferOrgan,

    /// <summary>审核单位.</summary>
    ReviewBody,
}

/// <summary>How an exemption stands (容错免责认定状态), N4.3-b.</summary>
public enum ExemptionStanding
{
    /// <summary>待认定.</summary>
    Claimed,

    /// <summary>已认定.</summary>
    Recognised,

    /// <summary>不予认定.</summary>
    Refused,

    /// <summary>已取消.</summary>
    Cancelled,
}
