using LostCases.Contracts;
using LostCases.Rules;

namespace LostCases.Steps;

/// <summary>Every kind of step, declared once: hosts draw it, the simulator walks it, the services answer it.</summary>
public static class StepCatalogue
{
    /// <summary>Prefix of type names in definitions.</summary>
    public const string Prefix = "LostCases.";

    /// <summary>Type name of the box that reads a fact and leaves by True or False (判断).</summary>
    public const string Decide = Prefix + "Decide";

    /// <summary>Type name of the box in which the arms of one branch meet (汇合): passes each arriving token on.</summary>
    public const string Meet = Prefix + "Meet";

    /// <summary>Type name of the box that tells somebody and goes on (通知).</summary>
    public const string Notify = Prefix + "Notify";

    private static readonly StepInput Limit = new("limitWorkingDays", "办理期限（工作日，只能短于法定期限）", "Limit (working days; only shorter than the statute's)", "singleline");
    private static readonly StepInput Reminders = new("reminderDays", "到期前提醒（工作日，逗号分隔）", "Reminders before the due date (working days, commas between)", "singleline");
    private static readonly StepInput Participants = new("participants", "参与方", "Participants", "checklist", Participation.All);
    private static readonly StepInput Quorum = new("quorum", "同意票数", "Votes in favour", "singleline");
    private static readonly StepInput Template = new("template", "说明", "What is asked", "multiline");

    private static readonly StepInput Mode = new(
        "mode", "表决方式", "How it is decided", "dropdown",
        new("ALL", "会签：全部同意", "All agree"), new("ANY", "或签：一人同意即可", "One is enough"), new("COUNT", "票签：达到同意票数", "A number of votes"));

    private static readonly StepInput Seats = new("seats", "每方席位数（默认 1）", "Seats of each participant (1 unless set)", "singleline");
    private static readonly StepInput GroupQuorum = new("groupQuorum", "每方至少同意票数", "Votes in favour needed from each participant", "singleline");
    private static readonly StepInput Veto = new("veto", "有一票否决权的参与方", "Participants with a veto", "checklist", Participation.All);
    private static readonly StepInput VotingDays = new("limitWorkingDays", "表决期限（工作日）", "Time to vote (working days)", "singleline");

    private static readonly StepInput Absent = new(
        "absent", "逾期未表决的", "Who has not voted in time", "dropdown",
        new("WAIT", "继续等待", "is waited for"), new("ABSTAIN", "视为弃权", "counts as abstaining"), new("APPROVE", "视为同意", "counts as approving"));

    /// <summary>All kinds, in the order of the procedure.</summary>
    public static IReadOnlyList<StepKind> All { get; } =
    [
        new() { Name = "Investigate", Owner = Owners.Investigation, Zh = "调查", En = "Investigate", About = "败诉行政机关调查败诉原因和过错责任", AboutEn = "The agency that lost investigates why, and who was at fault", Clause = "N2.5.1", Inputs = [Limit, Reminders] },
        new() { Name = "SubmitReport", Owner = Owners.Investigation, Zh = "报审", En = "Submit the report", About = "报送责任分析报告及附件", AboutEn = "The report on responsibility and its annexes are handed in", Facts = [Fact.Submissions], Clause = "N2.5.2-a", Inputs = [Limit, Reminders] },
        new() { Name = "Supplement", Owner = Owners.Investigation, Zh = "补充", En = "Supplement", About = "逐条答复退回问题后重新报审", AboutEn = "Each defect is answered and the report handed in again", Facts = [Fact.Submissions], Clause = "GAP-07", Inputs = [Limit, Reminders] },
        new() { Name = "Review", Owner = Owners.Review, Zh = "审核", En = "Review", About = "政府法制机构审核", AboutEn = "The government's legal body reviews the report", Outcomes = ["Completed", "Returned", "JointReview"], Facts = [Fact.Opinion, Fact.Returns], Clause = "N2.5.2-d", Inputs = [Limit, Reminders] },
        new() { Name = "JointReview", Owner = Owners.Review, Zh = "联合审核", En = "Joint review", About = "会同法院、组织部门联合审核", AboutEn = "Reviewed together with the court and the organisation department", Clause = "N2.5.2-f", Inputs = [Quorum, Participants] },
        new() { Name = "SendFeedback", Owner = Owners.Review, Zh = "反馈", En = "Send feedback", About = "向败诉行政机关反馈审核意见", AboutEn = "The opinion is sent to the agency that lost", Clause = "N2.5.2-h", Inputs = [Limit, Reminders] },
        new() { Name = "FileWithCity", Owner = Owners.Review, Zh = "报市备案", En = "File with the city", About = "县级审核意见报市政府法制机构备案", AboutEn = "A county's opinion is filed with the city's legal body", Facts = [Fact.Filed], Clause = "N2.5.2-i", Inputs = [Limit, Reminders] },
        new() { Name = "Approval", Owner = Owners.Review, Zh = "会签", En = "Approval", About = "会签、或签或票签；反对意见一并保存", AboutEn = "By all, by one or by a number of votes; dissent is kept", Outcomes = ["Approved", "Rejected"], Clause = "–", Inputs = [Mode, Quorum, GroupQuorum, Seats, VotingDays, Absent, Template, Participants, Veto] },
        new() { Name = "ReceiveFeedback", Owner = Owners.Disposition, Zh = "签收反馈", En = "Receive feedback", About = "败诉行政机关签收审核意见", AboutEn = "The agency that lost receives the opinion", Clause = "N2.5.2-h" },
        new() { Name = "Dispose", Owner = Owners.Disposition, Zh = "处理", En = "Dispose", About = "作出处理决定", AboutEn = "The decisions on responsibility are made", Outcomes = ["Done", "PendingTransfer"], Facts = [Fact.TransfersPending], Clause = "N2.5.3-a", Inputs = [Limit, Reminders] },
        new() { Name = "AwaitTransferResults", Owner = Owners.Disposition, Zh = "等待移送结果", En = "Await transfer results", About = "等待受移送机关的处理结果", AboutEn = "Waits for the results of the organs findings were transferred to", Facts = [Fact.TransfersPending], Clause = "N2.5.3-b" },
        new() { Name = "DecideUnit", Owner = Owners.Investigation, Zh = "单位责任决定", En = "Decide on the unit", About = "上一级行政机关决定单位责任", AboutEn = "The superior organ decides on the unit's responsibility", Clause = "N2.5.1-h", Inputs = [Limit, Reminders] },
        new() { Name = "Redispose", Owner = Owners.Disposition, Zh = "重新处理", En = "Dispose anew", About = "按纠正意见重新作出处理", AboutEn = "Decisions are made anew as the correction says", Clause = "N5.2-e", Inputs = [Limit, Reminders] },
        new() { Name = "CloseCase", Owner = Owners.Intake, Zh = "办结归档", En = "Close the case", About = "执行材料齐备、案卷归档后办结", AboutEn = "Closed when everything is executed and archived", Clause = "NA-n3" },
    ];

    /// <summary>The kind of a type name in a definition; null where it is none of ours.</summary>
    public static StepKind? ByType(string typeName) => All.FirstOrDefault(k => k.TypeName == typeName);

    /// <summary>The kind of a name in a message; null where there is none.</summary>
    public static StepKind? ByName(string name) => All.FirstOrDefault(k => k.Name == name);
}
