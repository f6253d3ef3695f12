using static LostCases.Rules.SettingForms;

namespace LostCases.Rules;

/// <summary>Every setting of the rules, with its default: lengths, natures, thresholds, routes, and what the notice leaves open (GAP-01 … GAP-26).</summary>
public static class PolicySettings
{
    private static readonly IReadOnlyDictionary<ClockKind, (string Zh, string En)> Clocks = new Dictionary<ClockKind, (string, string)>
    {
        [ClockKind.Investigation] = ("调查", "Investigation"),
        [ClockKind.Submit] = ("报审", "Submission"),
        [ClockKind.Review] = ("审核", "Review"),
        [ClockKind.Feedback] = ("反馈", "Feedback"),
        [ClockKind.Filing] = ("报市备案", "Filing with the city"),
        [ClockKind.Disposition] = ("处理", "Disposition"),
        [ClockKind.Resubmit] = ("补正", "Resubmission"),
        [ClockKind.Redisposition] = ("重新处理", "Disposition after a correction"),
        [ClockKind.UnitDecision] = ("单位责任决定", "Decision on the unit"),
        [ClockKind.TransferFollowup] = ("移送跟踪", "Follow-up of a transfer"),
        [ClockKind.SuggestionReply] = ("司法建议回复", "Reply to a judicial suggestion"),
    };

    private static readonly IReadOnlyDictionary<AgencyLevel, (string Zh, string En)> Levels = new Dictionary<AgencyLevel, (string, string)>
    {
        [AgencyLevel.CountyGov] = ("县级政府", "county government"),
        [AgencyLevel.MuniUnit] = ("市属单位", "municipal unit"),
        [AgencyLevel.Township] = ("乡镇政府", "township"),
        [AgencyLevel.Subdistrict] = ("街道办事处", "sub-district"),
        [AgencyLevel.CountyUnit] = ("县属单位", "county unit"),
        [AgencyLevel.MuniGov] = ("市政府", "municipal government"),
        [AgencyLevel.MuniLegalBody] = ("市政府法制机构", "municipal legal body"),
        [AgencyLevel.CountyLegalBody] = ("县政府法制机构", "county legal body"),
        [AgencyLevel.VerticalNational] = ("国家垂直管理机关", "national vertical agency"),
        [AgencyLevel.VerticalProvincial] = ("省级垂直管理机关", "provincial vertical agency"),
        [AgencyLevel.MuniDevZone] = ("市级开发区", "municipal development zone"),
        [AgencyLevel.CountyDevZone] = ("县级开发区", "county development zone"),
    };

    private static readonly ReviewRoute[] Routes =
    [
        new(ReviewBody.MuniLegal, ""), new(ReviewBody.MuniLegal, "") { JointRequired = true },
        new(ReviewBody.MuniLegal, "") { JointRequired = true, ProvincialCopy = true }, new(ReviewBody.CountyLegal, ""),
        new(ReviewBody.JointConferenceMemberOtherThanSelf, ""), new(ReviewBody.SuperiorInLine, ""), new(ReviewBody.SuperiorInLine, "") { MuniLegalCopy = true },
    ];

    /// <summary>All of them, in the order of the notice.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        Date("scope.noticeInForce", "N6-a", "通知施行之日", "The notice applies to judgments effective from", p => p.NoticeInForce, (p, v) => p with { NoticeInForce = v }),
        Date("scope.measureInForce", "N2.1-c", "省追责办法施行之日", "The provincial measure applies to acts from", p => p.MeasureInForce, (p, v) => p with { MeasureInForce = v }),
        Choice("scope.judgmentDate", "GAP-04", "裁判是否在施行后，按哪一日", "Which date of a judgment counts", p => p.JudgmentDateBasis, (p, v) => p with { JudgmentDateBasis = v }),
        YesNo("loss.enforcementRefused", "GAP-05", "非诉执行不准予执行计为败诉", "A refused enforcement is a loss", p => p.EnforcementRefusedIsLoss, (p, v) => p with { EnforcementRefusedIsLoss = v }),
        YesNo("loss.minorFlaw", "GAP-05", "程序轻微违法的确认违法计为败诉", "A minor flaw of procedure is a loss", p => p.MinorFlawIsLoss, (p, v) => p with { MinorFlawIsLoss = v }),
        YesNo("loss.situationJudgment", "GAP-05", "情况判决计为败诉", "An unlawful act left standing is a loss", p => p.SituationJudgmentIsLoss, (p, v) => p with { SituationJudgmentIsLoss = v }),
        Number("effective.judgmentAppealDays", "GAP-06", "判决上诉期（日）", "Days to appeal a judgment", 1, 60, p => p.JudgmentAppealDays, (p, v) => p with { JudgmentAppealDays = v }),
        Number("effective.rulingAppealDays", "GAP-06", "裁定上诉期（日）", "Days to appeal a ruling", 1, 60, p => p.RulingAppealDays, (p, v) => p with { RulingAppealDays = v }),
        Number("effective.afterExpiryDays", "GAP-06", "上诉期届满后几日生效", "Days from the end of the appeal period to effect", 0, 5, p => p.EffectiveAfterExpiryDays, (p, v) => p with { EffectiveAfterExpiryDays = v }),
        Choice("effective.lastService", "GAP-06", "上诉期按哪一方的送达", "Whose service the appeal period runs from", p => p.LastService, (p, v) => p with { LastService = v }),
        YesNo("chain.oneCase", "GAP-26", "一审、二审均败诉作为一案", "Losses at both instances are one case", p => p.InstancesInOneCase, (p, v) => p with { InstancesInOneCase = v }),
        .. Policy.Default.Routes.Keys.Select(Route),
        .. Clocks.Keys.SelectMany(Clock),
        Number("start.reminderWorkingDays", "N2.5.1-a", "登记后几个工作日提示启动调查", "Working days until the start is asked about", 1, 30, p => p.StartReminderWorkingDays, (p, v) => p with { StartReminderWorkingDays = v }),
        Number("reminder.firstWorkingDays", "2.4", "到期前几个工作日首次提醒", "Working days before a due day of the first reminder", 1, 60, p => p.FirstReminderWorkingDays, (p, v) => p with { FirstReminderWorkingDays = v }),
        Number("reminder.secondWorkingDays", "2.4", "到期前几个工作日再次提醒", "Working days before a due day of the second reminder", 1, 60, p => p.SecondReminderWorkingDays, (p, v) => p with { SecondReminderWorkingDays = v }),
        Number("reminder.everyWorkingDays", "2.4", "逾期后每隔几个工作日催办", "Working days from one reminder to the next after a due day", 1, 60, p => p.ReminderEveryWorkingDays, (p, v) => p with { ReminderEveryWorkingDays = v }),
        Number("escalation.headWorkingDays", "7.4", "逾期几个工作日起告知负责人", "Working days past a due day from which the head is told", 0, 60, p => p.HeadToldWorkingDays, (p, v) => p with { HeadToldWorkingDays = v }),
        Number("escalation.legalBodyWorkingDays", "7.4", "逾期几个工作日起告知法制机构", "Working days past a due day from which the legal body is told", 0, 60, p => p.LegalBodyToldWorkingDays, (p, v) => p with { LegalBodyToldWorkingDays = v }),
        Number("escalation.secretariatWorkingDays", "7.4", "逾期几个工作日起告知联席会议秘书处", "Working days past a due day from which the secretariat is told", 0, 60, p => p.SecretariatToldWorkingDays, (p, v) => p with { SecretariatToldWorkingDays = v }),
        YesNo("finding.balancingReason", "GAP-11", "两类情形并存须书面权衡", "Grounds of both kinds are balanced in writing", p => p.BalancingReasonRequired, (p, v) => p with { BalancingReasonRequired = v }),
        YesNo("finding.cumulation", "GAP-11", "可以合并适用追责方式", "Forms of responsibility may be combined", p => p.CumulationAllowed, (p, v) => p with { CumulationAllowed = v }),
        Choice("finding.statement", "GAP-19", "追责前的陈述申辩", "Statement and defence before a person is pursued", p => p.Statement, (p, v) => p with { Statement = v }),
        Choice("exemption.recogniser", "GAP-18", "容错免责由谁认定", "Who recognises exemption", p => p.Recogniser, (p, v) => p with { Recogniser = v }),
        Choice("unit.superior", "GAP-03", "部门的上一级行政机关", "Superior organ of a department", p => p.UnitSuperior, (p, v) => p with { UnitSuperior = v }),
        Number("review.maxReturns", "GAP-07", "最多退回补充次数", "Most returns for supplement", 0, 9, p => p.MaxReturns, (p, v) => p with { MaxReturns = v }),
        Choice("review.returnEffect", "GAP-07", "退回对审核期限的影响", "What a return does to the time for reviewing", p => p.ReturnEffect, (p, v) => p with { ReturnEffect = v }),
        Choice("review.start", "GAP-08", "审核期限的起算", "What the time for reviewing runs from", p => p.ReviewStart, (p, v) => p with { ReviewStart = v }),
        Choices("joint.signs", "GAP-16", "建议联合审核的情形", "What suggests joint review", p => p.JointSigns, (p, v) => p with { JointSigns = v }),
        Number("joint.manyPlaintiffs", "GAP-16", "原告达到几人建议联合审核", "Plaintiffs from which joint review is suggested", 2, 1000, p => p.ManyPlaintiffs, (p, v) => p with { ManyPlaintiffs = v }),
        Number("joint.extensionWorkingDays", "GAP-16", "联合审核延长审核期限（工作日）", "Working days a joint review adds", 0, 90, p => p.JointExtensionWorkingDays, (p, v) => p with { JointExtensionWorkingDays = v }),
        Number("feedback.deemedReceiptWorkingDays", "GAP-09", "反馈送达后几个工作日视为签收", "Working days after which feedback counts as received", 1, 30, p => p.DeemedReceiptWorkingDays, (p, v) => p with { DeemedReceiptWorkingDays = v }),
        Choice("disposition.deviation", "GAP-17", "处理与审核意见不一致", "Departing from the review opinion", p => p.Deviation, (p, v) => p with { Deviation = v }),
        YesNo("disposition.endsWithOwnPart", "GAP-10", "本机关部分决定且其余移送即停止处理期限", "The own part ends the time for disposing", p => p.DispositionEndsWithOwnPart, (p, v) => p with { DispositionEndsWithOwnPart = v }),
        YesNo("filing.questionHoldsClosing", "GAP-21", "备案质询未答复不得办结", "An open question of the city holds up closing", p => p.QuestionHoldsClosing, (p, v) => p with { QuestionHoldsClosing = v }),
        Choice("suspension.basis", "GAP-13", "再审到哪一步中止", "What of a retrial suspends a case", p => p.SuspensionBasis, (p, v) => p with { SuspensionBasis = v }),
        Number("conference.reminderWorkingDays", "N5.2-c", "半年例会提前几个工作日提醒", "Working days before the end of a half-year to remind of the meeting", 1, 60, p => p.ConferenceReminderWorkingDays, (p, v) => p with { ConferenceReminderWorkingDays = v }),
        Number("interview.losses", "GAP-15", "约谈：年度败诉件数", "Interview: losses of a year", 1, 1000, p => p.InterviewLosses, (p, v) => p with { InterviewLosses = v }),
        Number("interview.ratePercent", "GAP-15", "约谈：败诉率（%）", "Interview: loss rate, per cent", 1, 100, p => p.InterviewRatePercent, (p, v) => p with { InterviewRatePercent = v }),
        Number("interview.minClosed", "GAP-15", "约谈：败诉率的最低结案数", "Interview: closed cases a rate needs", 1, 1000, p => p.InterviewMinClosed, (p, v) => p with { InterviewMinClosed = v }),
        Number("interview.periods", "GAP-15", "约谈：连续几个周期", "Interview: consecutive periods", 1, 10, p => p.InterviewPeriods, (p, v) => p with { InterviewPeriods = v }),
        Choice("rate.base", "GAP-20", "败诉率的分母", "What the loss rate is a share of", p => p.LossRateBase, (p, v) => p with { LossRateBase = v }),
        Choice("rate.series", "GAP-25", "串案的计数", "How a series is counted", p => p.SeriesCounting, (p, v) => p with { SeriesCounting = v }),
        Texts("criticism.ranges", "GAP-22", "通报范围（空为不限）", "Ranges of criticism (none: any)", p => p.CriticismRanges, (p, v) => p with { CriticismRanges = v }),
        Texts("legalBody.names", "GAP-23", "政府法制机构名称（日期 名称）", "Names of the legal body (day name)", p => p.LegalBodyNames.Select(n => $"{Iso(n.From)} {n.Name}"), Named),
        Number("retention.years", "GAP-24", "案卷保管年限", "Years a file is kept", 10, 100, p => p.RetentionYears, (p, v) => p with { RetentionYears = v }),
        YesNo("retention.unitsPermanent", "GAP-24", "对单位的决定永久保管", "Decisions against units are kept for ever", p => p.UnitDecisionsPermanent, (p, v) => p with { UnitDecisionsPermanent = v }),
    ];

    /// <summary>The setting of the key; null where there is none.</summary>
    public static Setting? Find(string key) => All.FirstOrDefault(s => s.Key == key);

    /// <summary>The settings whose value is not the default.</summary>
    public static IReadOnlyDictionary<string, string> Differences(Policy policy) =>
        All.Where(s => s.Read(policy) != s.Default).ToDictionary(s => s.Key, s => s.Read(policy));

    /// <summary>The default with some settings changed; what is not understood, because it is newer than this code, is left as it is.</summary>
    public static Policy Read(string version, IEnumerable<KeyValuePair<string, string>> values) => values.Aggregate(
        Policy.Default with { VersionName = version }, (policy, value) => Find(value.Key)?.Write(policy, value.Value) ?? policy);

    private static Policy? Named(Policy policy, IReadOnlyList<string> lines)
    {
        var names = lines.Select(l => l.Split(' ', 2)).ToList();
        return names.Count > 0 && names.TrueForAll(n => n.Length == 2 && IsDay(n[0], out _) && n[1].Trim().Length > 0)
            ? policy with { LegalBodyNames = [.. names.Select(n => new LegalBodyName(IsDay(n[0], out var day) ? day : default, n[1].Trim()))] }
            : null;
    }

    /// <summary>Nobody reviews itself, so a legal body has no route to its own kind.</summary>
    private static Setting Route(AgencyLevel level)
    {
        var self = level switch
        {
            AgencyLevel.MuniLegalBody => ReviewBody.MuniLegal,
            AgencyLevel.CountyLegalBody => ReviewBody.CountyLegal,
            _ => (ReviewBody?)null,
        };
        var codes = Routes.Where(r => r.Body != self).ToDictionary(r => r.FullCode);
        var clause = Policy.Default.Routes[level].Clause;
        return new()
        {
            Key = $"route.{Code.Of(level)}",
            Clause = clause,
            Kind = SettingKind.Choice,
            Zh = $"{Levels[level].Zh}败诉报谁审核",
            En = $"Who reviews a {Levels[level].En}",
            Options = [.. codes.Keys],
            Read = p => p.Routes[level].FullCode,
            Write = (p, text) => codes.TryGetValue(text, out var route)
                ? p with { Routes = new Dictionary<AgencyLevel, ReviewRoute>(p.Routes) { [level] = route with { Clause = clause } } }
                : null,
        };
    }

    private static Setting[] Clock(ClockKind kind)
    {
        var (zh, en) = Clocks[kind];
        var terms = Policy.Default.Clock(kind);
        var unit = terms.Unit == DayUnit.WorkingDays ? (Zh: "工作日", En: "working days") : (Zh: "日", En: "days");
        return
        [
            Number($"clock.{Code.Of(kind)}.length", terms.Clause, $"{zh}期限（{unit.Zh}）", $"{en}: length in {unit.En}", 1, 365,
                p => p.Clock(kind).Length, (p, v) => With(p, kind, p.Clock(kind) with { Length = v })),
            Choice($"clock.{Code.Of(kind)}.nature", terms.Clause, $"{zh}期限的性质", $"{en}: nature",
                p => p.Clock(kind).Nature, (p, v) => With(p, kind, p.Clock(kind) with { Nature = v })),
            Choice($"clock.{Code.Of(kind)}.unit", terms.Clause, $"{zh}期限按什么计日", $"{en}: unit",
                p => p.Clock(kind).Unit, (p, v) => With(p, kind, p.Clock(kind) with { Unit = v })),
        ];
    }

    private static Policy With(Policy policy, ClockKind kind, ClockTerms terms) =>
        policy with { Clocks = new Dictionary<ClockKind, ClockTerms>(policy.Clocks) { [kind] = terms } };
}
