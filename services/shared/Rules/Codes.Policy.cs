namespace LostCases.Rules;

/// <summary>Who the superior organ of a department is (上一级行政机关, GAP-03).</summary>
public enum UnitSuperior
{
    /// <summary>本级人民政府.</summary>
    Government,

    /// <summary>上一级主管部门.</summary>
    SuperiorDepartment,
}

/// <summary>Whose service the appeal period runs from (GAP-06).</summary>
public enum LastService
{
    /// <summary>最后送达的一方.</summary>
    AllParties,

    /// <summary>本机关.</summary>
    ThisAgency,
}

/// <summary>What a return does to the time for reviewing (退回补充, GAP-07).</summary>
public enum ReturnEffect
{
    /// <summary>暂停，补正后续算.</summary>
    Pause,

    /// <summary>补正后重新起算.</summary>
    Restart,
}

/// <summary>What the time for reviewing runs from (GAP-08).</summary>
public enum ReviewStart
{
    /// <summary>收到之日.</summary>
    Receipt,

    /// <summary>接收之日.</summary>
    Acceptance,
}

/// <summary>What of a retrial suspends a case (中止, GAP-13).</summary>
public enum SuspensionBasis
{
    /// <summary>裁定再审并中止执行.</summary>
    StayOrdered,

    /// <summary>申请再审.</summary>
    RetrialApplied,
}

/// <summary>Whether the agency may depart from the review opinion (GAP-17).</summary>
public enum DeviationRule
{
    /// <summary>说明理由.</summary>
    Reasoned,

    /// <summary>不得偏离.</summary>
    Forbidden,

    /// <summary>无须说明.</summary>
    Free,
}

/// <summary>Who recognises exemption (组织认定, GAP-18).</summary>
public enum Recogniser
{
    /// <summary>有干部管理权限的机关.</summary>
    PersonnelAuthority,

    /// <summary>审核单位.</summary>
    ReviewBody,
}

/// <summary>Statement and defence before an adverse conclusion (陈述申辩, GAP-19).</summary>
public enum StatementRule
{
    /// <summary>建议记录.</summary>
    Advised,

    /// <summary>必须记录.</summary>
    Required,
}

/// <summary>What the loss rate is a share of (败诉率, GAP-20).</summary>
public enum LossRateBase
{
    /// <summary>全部结案.</summary>
    AllClosed,

    /// <summary>结案，不含撤诉和调解.</summary>
    WithoutSettled,
}

/// <summary>How a series of like cases is counted (串案, GAP-25).</summary>
public enum SeriesCounting
{
    /// <summary>一案一计.</summary>
    PerCase,

    /// <summary>一串一计.</summary>
    PerSeries,
}

/// <summary>Why an act was held unlawful without being revoked (行政诉讼法 74, GAP-05).</summary>
public enum IllegalityKind
{
    /// <summary>其他.</summary>
    Ordinary,

    /// <summary>程序轻微违法 (74 I(2)).</summary>
    MinorProceduralFlaw,

    /// <summary>情况判决 (74 I(1)).</summary>
    SituationJudgment,
}
