namespace LostCases.Contracts;

/// <summary>The processes that own acts, as they are named in queues, schemas and paths.</summary>
public static class Owners
{
    /// <summary>立案.</summary>
    public const string Intake = "intake";

    /// <summary>调查.</summary>
    public const string Investigation = "investigation";

    /// <summary>审核.</summary>
    public const string Review = "review";

    /// <summary>处理.</summary>
    public const string Disposition = "disposition";

    /// <summary>通知.</summary>
    public const string Notification = "notification";

    /// <summary>监督.</summary>
    public const string Oversight = "oversight";

    /// <summary>流程.</summary>
    public const string Workflow = "workflow";
}

/// <summary>How an organisation belongs to a case; what it may see and do follows from it.</summary>
public static class Relations
{
    /// <summary>Losing agency (败诉行政机关).</summary>
    public const string LosingAgency = "LOSING_AGENCY";

    /// <summary>Implementing body where it differs from the nominal one (实施主体).</summary>
    public const string ImplementingBody = "IMPLEMENTING_BODY";

    /// <summary>Legal body that reviews (审核机构).</summary>
    public const string ReviewBody = "REVIEW_BODY";

    /// <summary>City legal body a county review is filed with (备案单位).</summary>
    public const string FilingBody = "FILING_BODY";

    /// <summary>Court that gave or copied the judgment (法院).</summary>
    public const string Court = "COURT";

    /// <summary>Invited to the joint review (联合审核成员).</summary>
    public const string JointMember = "JOINT_MEMBER";

    /// <summary>Asked for an approval the chain inserted (审批参与单位).</summary>
    public const string Approver = "APPROVER";

    /// <summary>Superior organ that decides on the unit (上一级行政机关).</summary>
    public const string Superior = "SUPERIOR";

    /// <summary>Organ a finding was transferred to (受移送机关).</summary>
    public const string TransferOrgan = "TRANSFER_ORGAN";
}

/// <summary>Roles a signed-in person holds (claim <c>role</c>).</summary>
public static class Roles
{
    /// <summary>败诉机关法制员.</summary>
    public const string AgencyOfficer = "AGENCY_OFFICER";

    /// <summary>机关负责人.</summary>
    public const string AgencyHead = "AGENCY_HEAD";

    /// <summary>上一级机关承办.</summary>
    public const string SuperiorHandler = "SUPERIOR_HANDLER";

    /// <summary>审核员.</summary>
    public const string Reviewer = "REVIEWER";

    /// <summary>审核机构负责人.</summary>
    public const string ReviewLeader = "REVIEW_LEADER";

    /// <summary>联席会议秘书处.</summary>
    public const string Secretariat = "SECRETARIAT";

    /// <summary>法院联络员.</summary>
    public const string CourtLiaison = "COURT_LIAISON";

    /// <summary>组织部门联络员.</summary>
    public const string OrgLiaison = "ORG_LIAISON";

    /// <summary>纪委监委联络员.</summary>
    public const string DisciplineLiaison = "DISCIPLINE_LIAISON";

    /// <summary>领导查阅.</summary>
    public const string Leader = "LEADER";

    /// <summary>系统管理员.</summary>
    public const string SysAdmin = "SYS_ADMIN";

    /// <summary>安全管理员.</summary>
    public const string SecAdmin = "SEC_ADMIN";

    /// <summary>审计管理员.</summary>
    public const string AuditAdmin = "AUDIT_ADMIN";

    /// <summary>运维.</summary>
    public const string Operator = "OPERATOR";

    /// <summary>流程管理员.</summary>
    public const string WorkflowAdmin = "WORKFLOW_ADMIN";
}
