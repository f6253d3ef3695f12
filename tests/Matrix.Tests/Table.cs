using static LostCases.Contracts.Relations;
using static LostCases.Contracts.Roles;

namespace LostCases.MatrixTests;

/// <summary>Who may do what (domain 7.1): whom a row does not name is refused as its door says.</summary>
public static class Table
{
    private static readonly Who Officer = new(LosingAgency, AgencyOfficer);
    private static readonly Who Agency = new(LosingAgency, AgencyOfficer, AgencyHead);
    private static readonly Who Implementing = new(ImplementingBody, AgencyOfficer, AgencyHead);
    private static readonly Who Reviewers = new(ReviewBody, Reviewer, ReviewLeader);
    private static readonly Who Leaders = new(ReviewBody, ReviewLeader);
    private static readonly Who Filing = new(FilingBody, Reviewer, ReviewLeader);
    private static readonly Who CourtOfCase = new(Relations.Court, CourtLiaison);
    private static readonly Who Members = new(JointMember, CourtLiaison, OrgLiaison, DisciplineLiaison, AgencyOfficer, AgencyHead);
    private static readonly Who SuperiorOrgan = new(Superior, SuperiorHandler);
    private static readonly Who Receiving = new(TransferOrgan, OrgLiaison, DisciplineLiaison, SuperiorHandler);
    private static readonly Who Addressee = new(Town.AddresseeOfTransfer, OrgLiaison, DisciplineLiaison, SuperiorHandler);
    private static readonly Who Importers = new(Who.Anyone, SysAdmin, Reviewer, ReviewLeader);
    private static readonly Who City = new(Who.Anyone, Secretariat);
    private static readonly Who[] FindingReaders = [Agency, Implementing, Reviewers, Filing, Members, City];
    private static readonly Who[] ReviewReaders = [Agency, Reviewers, Filing, Members, City];
    private static readonly Who[] DispositionReaders = [Agency, Reviewers, Filing, City];

    public static IReadOnlyList<Row> Rows { get; } =
    [
        // 立案 intake
        new(Door.Role, "POST", "/api/intake/agencies", "机关维护", new Who(Who.Anyone, SysAdmin)),
        new(Door.SignedIn, "GET", "/api/intake/agencies", "机关名录：登录即可查阅"),
        new(Door.Role, "POST", "/api/intake/calendars", "工作日历", new Who(Who.Anyone, SysAdmin)),
        new(Door.SignedIn, "GET", "/api/intake/rule-sets", "规则设置：登录即可查阅"),
        new(Door.Role, "POST", "/api/intake/rule-sets", "提出规则变更", new Who(Who.Anyone, SysAdmin)),
        new(Door.Role, "POST", "/api/intake/rule-sets/{id}/confirm", "确认规则变更") { NotFound = [new Who(Who.Anyone, SysAdmin)] },
        new(Door.Role, "POST", "/api/intake/rule-sets/{id}/reject", "退回规则变更") { NotFound = [new Who(Who.Anyone, SysAdmin)] },
        new(Door.Role, "POST", "/api/intake/judgments", "登记败诉判决", Officer, new(ImplementingBody, AgencyOfficer), CourtOfCase, Reviewers),
        new(Door.Role, "POST", "/api/intake/judgments/preview", "登记前预览：与登记相同", Officer, new(ImplementingBody, AgencyOfficer), CourtOfCase, Reviewers),
        new(Door.Role, "POST", "/api/intake/judgments/read", "识别裁判文书：不涉案件", new Who(Who.Anyone, AgencyOfficer, CourtLiaison, Reviewer, ReviewLeader)),
        new(Door.Role, "POST", "/api/intake/court-copies", "法院抄送裁判文书", new Who(Who.Anyone, CourtLiaison)),
        new(Door.SignedIn, "GET", "/api/intake/court-copies", "抄送清单：只列本单位发出或收到的"),
        new(Door.Role, "POST", "/api/intake/past-cases", "历史案件导入", Importers),
        new(Door.Role, "GET", "/api/intake/past-cases", "历史案件导入记录：只列本机构的", Importers),
        new(Door.Role, "GET", "/api/intake/past-cases/template", "历史案件导入模板", Importers),
        new(Door.Role, "GET", "/api/intake/past-cases/{id}", "一次导入的进度") { NotFound = [Importers] },
        new(Door.Role, "GET", "/api/intake/past-cases/{id}/faults", "逐行错误") { NotFound = [Importers] },
        new(Door.Role, "GET", "/api/intake/past-cases/{id}/report", "错误报告") { NotFound = [Importers] },
        OnCase("intake", "confirm-in-scope", "甄别：属于追责范围", Reviewers),
        OnCase("intake", "confirm-out-of-scope", "甄别：不属于", Reviewers),
        OnCase("intake", "reopen-scope", "重新甄别", Reviewers, City),
        OnCase("intake", "close-case", "办结归档", Reviewers, Officer),
        OnCase("intake", "suspend", "中止", Reviewers),
        OnCase("intake", "resume", "恢复", Reviewers),
        OnCase("intake", "record-retrial", "登记再审裁判", Reviewers, CourtOfCase),
        OnCase("intake", "terminate", "终止", Reviewers),
        OnCase("intake", "confirm-termination", "终止复核", Reviewers),
        OnCase("intake", "receive-judicial-suggestion", "收到司法建议", Reviewers, CourtOfCase),
        OnCase("intake", "reply-judicial-suggestion", "回复司法建议", Officer, Reviewers),
        Acts("intake"),
        View("intake") with { AllWhoSee = true },
        Upload("intake", Officer, Reviewers, CourtOfCase),
        Download("intake", [Agency, Implementing, Reviewers, Filing, City, CourtOfCase], CourtOfCase),

        // 调查 investigation
        OnCase("investigation", "complete-investigation", "完成调查", Agency),
        OnCase("investigation", "submit-report", "报审", Officer),
        OnCase("investigation", "resubmit-report", "补正后再报", Officer),
        OnCase("investigation", "refer-unit-inquiry", "提请调查单位责任", Officer, Reviewers),
        OnCase("investigation", "decide-unit", "决定单位责任（败诉机关由规则而非门禁拒绝）", SuperiorOrgan, Agency, Implementing, Reviewers),
        Acts("investigation"),
        View("investigation", [.. FindingReaders, SuperiorOrgan]) with { Reading = "FindingsRead" },
        Upload("investigation", Agency, Implementing, Reviewers, Filing, Members, SuperiorOrgan),
        Download("investigation", [.. FindingReaders, SuperiorOrgan], SuperiorOrgan),

        // 审核 review
        OnCase("review", "accept-report", "受理", Reviewers),
        OnCase("review", "return-for-supplement", "退回补正", Reviewers),
        OnCase("review", "start-joint-review", "启动联合审核", Leaders),
        OnCase("review", "give-joint-opinion", "联合审核意见", Members),
        OnCase("review", "conclude-joint-review", "联合审核结论", Reviewers),
        OnCase("review", "complete-review", "审核意见盖章", Leaders),
        OnCase("review", "send-feedback", "反馈", Reviewers),
        OnCase("review", "file-with-city", "报市备案", Reviewers),
        OnCase("review", "vote", "会签（席位由流程指定，无待表决事项时由规则拒绝）",
            new Who(Who.WhoSees, Reviewer, ReviewLeader, AgencyOfficer, AgencyHead, CourtLiaison, OrgLiaison, DisciplineLiaison, Secretariat, SuperiorHandler)),
        Acts("review"),
        View("review", ReviewReaders) with { Reading = "ReviewRead" },
        Upload("review", ReviewReaders),
        Download("review", ReviewReaders),

        // 处理 disposition
        OnCase("disposition", "receive-feedback", "签收反馈", Agency),
        OnCase("disposition", "transfer-finding", "移送有权机关", Agency),
        OnCase("disposition", "record-disposition", "处理决定", Agency),
        OnCase("disposition", "record-disposition-pending-transfer", "本机关部分的处理", Agency),
        OnCase("disposition", "record-transfer-result", "移送结果：只由受移送的那个机关或败诉机关登记", Agency, Addressee),
        OnCase("disposition", "acknowledge-transfer", "移送回执：受移送机关只对移送给它的", Agency, Receiving),
        OnCase("disposition", "return-transfer", "退回移送：受移送机关只对移送给它的", Agency, Receiving),
        OnCase("disposition", "redirect-transfer", "改送有权机关", Agency),
        OnCase("disposition", "all-transfer-results-in", "移送结果是否到齐", Agency, Receiving),
        OnCase("disposition", "order-correction", "责令重新处理", City),
        OnCase("disposition", "receive-correction", "签收纠正意见：只由收件机关", Agency),
        OnCase("disposition", "record-redisposition", "重新处理", Agency),
        OnCase("disposition", "revoke-sanctions", "撤销处理", Agency),
        OnCase("disposition", "recognise-exemption", "认定容错免责：受移送机关只认定移送给它的", Agency, Receiving, Reviewers),
        OnCase("disposition", "cancel-exemption", "取消容错免责认定：只由认定的机关", Agency, Receiving, Reviewers),
        OnCase("disposition", "record-deduction", "登记容错免责人员的工作考核扣分", Agency, Receiving),
        Acts("disposition"),
        View("disposition", [.. DispositionReaders, Receiving]) with { Reading = "DispositionRead" },
        Upload("disposition", [.. DispositionReaders, Receiving]),
        Download("disposition", [.. DispositionReaders, Receiving], Receiving),

        // 通知 notification
        new(Door.SignedIn, "GET", "/api/notification/todos", "我的待办"),
        new(Door.Own, "POST", "/api/notification/todos/{requestId}/claim", "认领待办", Officer),
        new(Door.SignedIn, "GET", "/api/notification/reminders", "催办：只列本单位案件"),
        new(Door.SignedIn, "GET", "/api/notification/chain-notices", "流程通知：只列发给本单位本角色的"),
        new(Door.SignedIn, "GET", "/api/notification/notices", "告知本人的提醒、催办、督办"),
        new(Door.SignedIn, "GET", "/api/notification/subscription", "通知设置：只本人的"),
        new(Door.SignedIn, "POST", "/api/notification/subscription", "通知设置：只本人的"),
        new(Door.Case, "GET", "/api/notification/cases/{caseId}/notices", "催办督办记录：无姓名") { AllWhoSee = true },
        OnCase("notification", "urge", "人工催办", Reviewers, Filing, new(LosingAgency, AgencyHead), City),
        Acts("notification"),

        // 监督 oversight
        new(Door.Role, "POST", "/api/oversight/conferences", "召开联席会议", City),
        new(Door.SignedIn, "GET", "/api/oversight/conferences", "历次会议：联席会议成员单位和领导以外为空"),
        new(Door.SignedIn, "GET", "/api/oversight/conferences/halves", "例会情况：登录即可查阅"),
        new(Door.Role, "POST", "/api/oversight/statistics", "导入诉讼统计", City),
        new(Door.SignedIn, "GET", "/api/oversight/statistics", "诉讼统计：只列可以查阅的机关"),
        new(Door.SignedIn, "GET", "/api/oversight/interview-alerts", "约谈提示：只列可以查阅的机关"),
        new(Door.Role, "POST", "/api/oversight/interviews", "记录约谈", City),
        new(Door.Role, "POST", "/api/oversight/interviews/{id}/follow-up", "约谈落实情况") { NotFound = [City] },
        new(Door.SignedIn, "GET", "/api/oversight/interviews", "约谈记录：秘书处、领导和本机关"),
        new(Door.SignedIn, "GET", "/api/oversight/assessments/{year}", "考核：只列可以查阅的机关"),
        new(Door.SignedIn, "GET", "/api/oversight/assessments/{year}/csv", "考核导出：只列可以查阅的机关"),
        OnCase("oversight", "record-non-compliance", "不按通知执行", City),
        new(Door.SignedIn, "GET", "/api/oversight/cases", "案件清单：只列看得见的"),
        Acts("oversight"),
        View("oversight") with { AllWhoSee = true },
        new(Door.Case, "GET", "/api/oversight/cases/{caseId}/timeline", "办理经过：无姓名、无文字") { AllWhoSee = true },
        new(Door.Case, "GET", "/api/oversight/cases/{caseId}/account", "全过程：无姓名、无文字") { AllWhoSee = true },
        new(Door.SignedIn, "GET", "/api/oversight/clauses/{clause}/acts", "某一条款下的办理：只列看得见的案件"),
        new(Door.SignedIn, "GET", "/api/oversight/timeline", "新变化：只列看得见的案件"),

        // 账号 identity
        new(Door.Role, "POST", "/api/identity/users", "开户", new Who(Who.Anyone, SecAdmin)),
        new(Door.Role, "GET", "/api/identity/users/{id}", "查阅账号", new Who(Who.Anyone, SecAdmin)),
        new(Door.Role, "PUT", "/api/identity/users/{id}/disabled", "停用账号", new Who(Who.Anyone, SecAdmin)),

        // 流程 workflow
        new(Door.Role, "GET", "/elsa/api/workflow-definitions", "流程清单", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "GET", "/elsa/api/workflow-definitions/by-definition-id/{definitionId}", "流程定义", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "POST", "/elsa/api/workflow-definitions", "保存流程", new Who(Who.Anyone, WorkflowAdmin)),
        OfInvented("GET", "/elsa/api/workflow-definitions/by-id/{id}", "流程版本"),
        new(Door.Role, "GET", "/elsa/api/workflow-definitions/{definitionId}/versions", "版本记录", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "GET", "/elsa/api/workflow-definitions/{definitionId}/export", "导出流程", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "GET", "/elsa/api/workflow-definitions/validation/is-name-unique", "名称是否重复", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "POST", "/elsa/api/workflow-definitions/{definitionId}/publish", "发布：拒绝并说明", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "POST", "/elsa/api/workflow-definitions/{definitionId}/retract", "撤回：拒绝并说明", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "DELETE", "/elsa/api/workflow-definitions/{definitionId}", "删除：拒绝并说明", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "POST", "/elsa/api/workflow-definitions/{definitionId}/revert/{version}", "回退：拒绝并说明", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "POST", "/elsa/api/workflow-definitions/{definitionId}/execute", "运行：拒绝并说明", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "DELETE", "/elsa/api/workflow-definition-versions/{id}", "删除版本：拒绝并说明", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "POST", "/elsa/api/bulk-actions/publish/workflow-definitions/by-definition-ids", "批量发布：拒绝并说明", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "POST", "/elsa/api/bulk-actions/retract/workflow-definitions/by-definition-ids", "批量撤回：拒绝并说明", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "POST", "/elsa/api/bulk-actions/delete/workflow-definitions/by-definition-id", "批量删除：拒绝并说明", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "POST", "/elsa/api/bulk-actions/delete/workflow-definitions/by-id", "批量删除版本：拒绝并说明", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "GET", "/elsa/api/descriptors/activities", "环节说明", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "GET", "/elsa/api/descriptors/expression-descriptors", "取值方式", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "GET", "/elsa/api/descriptors/storage-drivers", "存放方式", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "GET", "/elsa/api/descriptors/variables", "变量类型", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "GET", "/elsa/api/descriptors/workflow-activation-strategies", "启动策略", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "GET", "/elsa/api/descriptors/log-persistence-strategies", "日志留存", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "GET", "/elsa/api/descriptors/incident-strategies", "异常处理", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "GET", "/elsa/api/descriptors/commit-strategies/workflows", "提交策略", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "GET", "/elsa/api/features/installed", "功能清单", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "POST", "/elsa/api/workflow-instances", "流程实例清单", new Who(Who.Anyone, WorkflowAdmin)),
        OfInvented("GET", "/elsa/api/workflow-instances/{id}", "流程实例"),
        OfInvented("GET", "/elsa/api/workflow-instances/{id}/execution-state", "实例状态"),
        OfInvented("GET", "/elsa/api/workflow-instances/{id}/variables", "走向所用事实"),
        OfInvented("POST", "/elsa/api/workflow-instances/{id}/journal", "实例经过"),
        OfInvented("GET", "/elsa/api/activity-executions/list", "执行记录"),
        OfInvented("GET", "/elsa/api/activity-executions/by-id", "一次执行"),
        OfInvented("GET", "/elsa/api/activity-execution-summaries/list", "执行摘要"),
        OfInvented("POST", "/elsa/api/activity-executions/report", "执行次数"),
        new(Door.Role, "POST", "/elsa/api/lostcases/definitions/{definitionId}/lease", "取得编辑权", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "PUT", "/elsa/api/lostcases/definitions/{definitionId}/lease", "延长编辑权", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "DELETE", "/elsa/api/lostcases/definitions/{definitionId}/lease", "交回编辑权", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "GET", "/elsa/api/lostcases/changes", "流程变更", new Who(Who.Anyone, WorkflowAdmin)),
        OfInvented("POST", "/elsa/api/lostcases/changes/{id}/approve", "批准变更"),
        OfInvented("POST", "/elsa/api/lostcases/changes/{id}/reject", "退回变更"),
        new(Door.Role, "GET", "/elsa/api/lostcases/drafts", "正在修改的草稿", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "GET", "/elsa/api/lostcases/definitions/{definitionId}/record", "版本记录", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "GET", "/elsa/api/lostcases/definitions/{definitionId}/draft", "草稿的改动与核验", new Who(Who.Anyone, WorkflowAdmin)),
        OfInvented("GET", "/elsa/api/lostcases/changes/{id}", "变更内容"),
        OfInvented("POST", "/elsa/api/lostcases/changes/{id}/comments", "变更意见"),
        OfInvented("POST", "/elsa/api/lostcases/tryouts", "试走"),
        OfInvented("POST", "/elsa/api/lostcases/backtests", "回测"),
        new(Door.Role, "GET", "/elsa/api/lostcases/troubles", "异常实例", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "GET", "/elsa/api/lostcases/repairs", "处置申请", new Who(Who.Anyone, WorkflowAdmin)),
        OfInvented("POST", "/elsa/api/lostcases/instances/{id}/repairs", "提出处置"),
        OfInvented("POST", "/elsa/api/lostcases/repairs/{id}/approve", "批准处置"),
        OfInvented("POST", "/elsa/api/lostcases/repairs/{id}/reject", "不予批准处置"),
        new(Door.Role, "GET", "/elsa/api/lostcases/reconciliations", "核对报告", new Who(Who.Anyone, WorkflowAdmin)),
        new(Door.Role, "POST", "/elsa/api/lostcases/reconcile", "核对重建", new Who(Who.Anyone, WorkflowAdmin)),

        // 审计：每个记录留痕的进程
        .. new[] { "intake", "investigation", "review", "disposition", "notification", "oversight", "workflow" }.SelectMany(Trail),
    ];

    /// <summary>Texts planted in the cases, and who may read each.</summary>
    public static IReadOnlyDictionary<string, Who[]> Readers { get; } = new Dictionary<string, Who[]>
    {
        ["finding"] = FindingReaders,
        ["unit"] = [.. FindingReaders, SuperiorOrgan],
        ["review"] = ReviewReaders,
        ["disposition"] = DispositionReaders,
        ["transfer"] = [.. DispositionReaders, Addressee],
        ["other transfer"] = [.. DispositionReaders, new(Town.AddresseeOfOtherTransfer, OrgLiaison, DisciplineLiaison, SuperiorHandler)],
        ["kept judgment"] = [Agency, Implementing, Reviewers, Filing, City, CourtOfCase],
        ["kept self-criticism"] = [Agency, Implementing, Reviewers, Filing, City],
    };

    /// <summary>Whether the person may read the text; what is not listed, such as the case number, whoever sees the case.</summary>
    public static bool MayRead(Person person, string kind, string ofCase) =>
        Readers.TryGetValue(kind, out var readers) ? readers.Any(w => w.Means(person, ofCase)) : person.Sees(ofCase);

    private static Row OnCase(string service, string act, string what, params Who[] may) => new(Door.Case, "POST", $"/api/{service}/cases/{{caseId}}/{act}", what, may);

    private static Row View(string service, params Who[] may) => new(Door.Case, "GET", $"/api/{service}/cases/{{caseId}}", "查阅案件", may);

    /// <summary>Workflow administrators get as far as not finding an instance or a change of an invented id.</summary>
    private static Row OfInvented(string method, string path, string what) =>
        new(Door.Role, method, path, what) { NotFound = [new Who(Who.Anyone, WorkflowAdmin)] };

    private static Row Acts(string service) => new(Door.Case, "GET", $"/api/{service}/cases/{{caseId}}/acts", "本人此刻可办的事项") { AllWhoSee = true };

    private static Row[] Trail(string service) =>
    [
        new(Door.Role, "GET", $"/api/{service}/audit", "审计概况", new Who(Who.Anyone, AuditAdmin)),
        new(Door.Role, "GET", $"/api/{service}/audit/export", "审计导出：不含案件内容", new Who(Who.Anyone, AuditAdmin)),
    ];

    private static Row Upload(string service, params Who[] may) => new(Door.Case, "POST", $"/api/{service}/cases/{{caseId}}/documents", "上传附件", may);

    /// <summary>The document asked for names persons: a report, a self-criticism, an opinion, a decision.</summary>
    private static Row Download(string service, Who[] may, params Who[] notThisKind) =>
        new(Door.Case, "GET", $"/api/{service}/cases/{{caseId}}/documents/{{id}}", "下载附件", may) { NotFound = notThisKind, Reading = "DocumentRead" };
}
