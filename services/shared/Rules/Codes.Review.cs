namespace LostCases.Rules;

/// <summary>Marks that make joint review compulsory (重大疑难复杂或者争议较大), N2.5.2-f.</summary>
public enum JointMark
{
    /// <summary>重大.</summary>
    Major,

    /// <summary>疑难.</summary>
    Difficult,

    /// <summary>复杂.</summary>
    Complex,

    /// <summary>争议较大.</summary>
    Disputed,
}

/// <summary>Why joint review is suggested (建议联合审核的原因), GAP-16.</summary>
public enum JointReason
{
    /// <summary>法院提出司法建议.</summary>
    JudicialSuggestion,

    /// <summary>市人民政府败诉.</summary>
    MunicipalGovernment,

    /// <summary>应当追责与不予追责情形并存.</summary>
    GroundsCollide,

    /// <summary>以其他不宜追究情形不予追责.</summary>
    OtherUnsuitable,

    /// <summary>拟容错免责.</summary>
    ExemptionClaimed,

    /// <summary>单位过错情节严重.</summary>
    UnitSerious,

    /// <summary>名义主体与实施主体意见不一.</summary>
    BodiesDisagree,

    /// <summary>原告众多或者串案.</summary>
    ManyPlaintiffsOrSeries,

    /// <summary>拟调离岗位或者移送.</summary>
    GraveSanction,

    /// <summary>败诉机关对退回有异议.</summary>
    AgencyObjects,
}

/// <summary>Superior of a unit (上一级行政机关), N2.5.1-h, GAP-03.</summary>
public enum SuperiorKind
{
    /// <summary>县（市、区）人民政府.</summary>
    CountyGov,

    /// <summary>市人民政府.</summary>
    MuniGov,

    /// <summary>省人民政府.</summary>
    ProvincialGov,

    /// <summary>本系统上一级机关.</summary>
    SuperiorInLine,
}

/// <summary>Why a case is suspended (中止原因), GAP-13.</summary>
public enum SuspensionGround
{
    /// <summary>裁定再审并中止原裁判执行.</summary>
    RetrialOrderedWithStay,

    /// <summary>仅申请再审：不中止.</summary>
    RetrialApplied,

    /// <summary>其他法定原因.</summary>
    OtherLegalGround,
}

/// <summary>Why a case is terminated (终止原因), T24.</summary>
public enum TerminationGround
{
    /// <summary>再审改判，不再败诉.</summary>
    RetrialReversed,

    /// <summary>原裁判被撤销.</summary>
    JudgmentVacated,

    /// <summary>重复立案.</summary>
    Duplicate,
}

/// <summary>Which date of a judgment the scope of the notice is measured by (N2.1-a, GAP-04).</summary>
public enum JudgmentDateBasis
{
    /// <summary>生效之日.</summary>
    Effective,

    /// <summary>作出之日.</summary>
    Made,
}
