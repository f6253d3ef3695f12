namespace LostCases.Rules;

/// <summary>Level of an organisation (层级).</summary>
public enum AgencyLevel
{
    /// <summary>市政府.</summary>
    MuniGov,

    /// <summary>市属单位.</summary>
    MuniUnit,

    /// <summary>县级政府.</summary>
    CountyGov,

    /// <summary>县属单位.</summary>
    CountyUnit,

    /// <summary>乡镇政府.</summary>
    Township,

    /// <summary>街道办事处.</summary>
    Subdistrict,

    /// <summary>国家垂直管理机关.</summary>
    VerticalNational,

    /// <summary>省级垂直管理机关.</summary>
    VerticalProvincial,

    /// <summary>市级开发区.</summary>
    MuniDevZone,

    /// <summary>县级开发区.</summary>
    CountyDevZone,

    /// <summary>市政府法制机构.</summary>
    MuniLegalBody,

    /// <summary>县政府法制机构.</summary>
    CountyLegalBody,

    /// <summary>法院.</summary>
    Court,

    /// <summary>组织部门.</summary>
    OrgDept,

    /// <summary>纪检监察机关.</summary>
    Discipline,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>Nature of an organisation (性质), N1-a.</summary>
public enum AgencyKind
{
    /// <summary>行政机关.</summary>
    AdminOrgan,

    /// <summary>法律法规授权组织.</summary>
    AuthorisedOrg,

    /// <summary>受委托组织.</summary>
    EntrustedOrg,
}

/// <summary>Body that reviews (审核机构).</summary>
public enum ReviewBody
{
    /// <summary>市政府法制机构.</summary>
    MuniLegal,

    /// <summary>县级政府法制机构.</summary>
    CountyLegal,

    /// <summary>联席会议其他成员单位.</summary>
    JointConferenceMemberOtherThanSelf,

    /// <summary>本系统上级机关.</summary>
    SuperiorInLine,
}
