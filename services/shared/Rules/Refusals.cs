using System.Collections.Frozen;

namespace LostCases.Rules;

/// <summary>The sentence that tells a person why an act was refused, for every refusal code.</summary>
public static class Refusals
{
    private static readonly FrozenDictionary<string, (string Zh, string En)> Sentences = new Dictionary<string, (string, string)>
    {
        ["NOT_YET_EFFECTIVE"] = ("裁判尚未生效，生效后才能列入调查范围。", "The judgment has not taken effect yet."),
        ["SCOPE"] = ("本案不属于败诉追责案件范围：{0}。", "The case is outside the scope of the notice: {0}."),
        ["JUDGMENT_DIFFERS"] = ("该案号的裁判文书已经登记，但法院、审级或作出日期与本次填写不一致，请核对。", "This judgment is known already with another court, instance or date; check what you entered."),
        ["DUPLICATE_JUDGMENT"] = ("同一裁判文书、同一败诉机关已经登记，请查看已有案件。", "This judgment is already registered for this agency."),
        ["CASE_NUMBER_INVALID"] = ("案号格式不正确，例：（2026）浙99行终123号。", "This is not a case number of an administrative case."),
        ["AGENCY_UNKNOWN"] = ("机关不存在：{0}。", "There is no such agency: {0}."),
        ["COURT_UNKNOWN"] = ("法院不存在。", "There is no such court."),
        ["ROUTE_UNKNOWN"] = ("无法确定审核机构：该机关的层级或所属政府未设置对应的法制机构。", "No reviewing body can be derived for this agency."),
        ["CAUSE_ANALYSIS_MISSING"] = ("至少须选择一项败诉原因。", "At least one cause of the loss is needed."),
        ["CAUSE_UNKNOWN"] = ("败诉原因代码不存在：{0}。", "There is no such cause: {0}."),
        ["PERSON_MISSING"] = ("须列明被调查人员，或者说明没有责任人员的理由。", "List the persons examined, or say why there are none."),
        ["FINDING_MISSING"] = ("每名被调查人员都须有结论。", "Every person examined needs a conclusion."),
        ["REASON_REQUIRED"] = ("须说明理由。", "A reason is required."),
        ["BALANCING_REASON_REQUIRED"] = ("同时选择了应当追责和不予追责情形，须书面说明权衡理由。", "Grounds for and against pursuing are both ticked: explain how they were weighed."),
        ["NO_MUST_PURSUE_GROUND"] = ("追究责任须有至少一项应当追责情形。", "Pursuing a person needs at least one ground."),
        ["GROUND3_NEEDS_BOTH"] = ("该情形须同时具备故意或者重大过失和严重后果。", "This ground needs intent or gross negligence and serious consequences."),
        ["GROUND_DETAIL_MISSING"] = ("所选情形须有相应材料：{0}。", "The ground that is ticked needs: {0}."),
        ["GROUND_NOT_ALLOWED"] = ("认定无责任的，不得选择应当追责情形。", "Whoever is without fault has no ground for being pursued."),
        ["CORRECTION_NOT_SHOWN"] = ("须为轻微或者一般过失，并且在批评教育之后已经改正。", "The fault must be minor, and corrected after criticism and education."),
        ["REFUSED_MEDIATION_NOT_SHOWN"] = ("须经法院邀请、没有参加且没有正当理由，才构成拒不参加调解。", "Refusing mediation needs an invitation, absence, and no just cause."),
        ["FACTORS_MISSING"] = ("确定追责方式前，须记录后果影响、问题性质、过错程度（1至5级并说明）。", "Weigh consequence, nature and fault (1 to 5, in words) before choosing a form of responsibility."),
        ["NO_NOT_PURSUE_GROUND"] = ("不予追责须有至少一项不予追责情形。", "Not pursuing a person needs at least one ground."),
        ["MEDIATION_IMMUNITY_NOT_AVAILABLE"] = ("调解豁免须事先授权、依照规定、由法院主持，且没有故意或者重大过失。", "Mediation immunity needs prior authorisation, the rules kept, a court in charge, and no intent or gross negligence."),
        ["EXEMPTION_NOT_CONSIDERED"] = ("须逐人回答是否考虑过容错免责。", "Answer for each person whether exemption was considered."),
        ["NO_EXEMPTION_GROUND"] = ("容错免责须有一项法定情形。", "Exemption needs one of its circumstances."),
        ["RISK_FILING_NOT_PRIOR"] = ("容错风险报备须早于行政行为作出之日。", "The risk filing must be earlier than the administrative act."),
        ["RISK_FILING_NOT_COVERING"] = ("容错风险报备的范围须包括该行政行为。", "The risk filing must cover the administrative act."),
        ["EXEMPTION_FACTORS_MISSING"] = ("容错免责须逐项完成六项综合评估。", "Exemption needs each of the six factors assessed."),
        ["CORRECTIVE_MEASURES_MISSING"] = ("容错免责须同时列明纠正措施（容纠并举）。", "Exemption needs its corrective measures."),
        ["RED_LINE_UNANSWERED"] = ("须回答是否触碰纪律红线、法律底线。", "Answer whether a red line was crossed."),
        ["RED_LINE_CROSSED"] = ("触碰纪律红线或者法律底线的，不得容错免责。", "Whoever crossed the red line cannot be exempted."),
        ["RECOGNISER_WRONG"] = ("容错免责由有干部管理权限的机关认定；规则另有设置的，由审核单位认定。", "Exemption is recognised by the organ with personnel authority, or by the reviewing body where the rules say so."),
        ["NOT_EXEMPTED"] = ("对该人员的处理结果不是容错免责，无须认定。", "This person was not exempted: there is nothing to recognise."),
        ["EXEMPTION_SETTLED"] = ("该人员的容错免责已经认定，或者已经决定不予认定。", "This exemption has been recognised or refused already."),
        ["EXEMPTION_NOT_RECOGNISED"] = ("该人员没有有效的容错免责认定。", "No recognised exemption of this person is in effect."),
        ["UNIT_PROPOSAL_MISSING"] = ("须回答是否建议追究单位责任。", "Answer whether responsibility of the unit is proposed."),
        ["IMPLEMENTING_PERSON_MISSING"] = ("实施主体与名义主体不一致，须列明实施主体的责任人员。", "Persons of the implementing body must be listed."),
        ["NOMINAL_FAULT_UNANSWERED"] = ("须回答名义主体是否也有过错。", "Answer whether the nominal body is at fault too."),
        ["NOMINAL_PERSON_MISSING"] = ("名义主体也有过错的，须列明其相关人员。", "The nominal body is at fault: its persons must be listed."),
        ["STAMP_MISSING"] = ("审核表缺少盖章：{0}。", "The form lacks the stamp of {0}."),
        ["ATTACHMENT_MISSING"] = ("缺少附件：{0}。", "An attachment is missing: {0}."),
        ["DOCUMENT_UNKNOWN"] = ("附件不存在或不属于本案：{0}。", "There is no such document in this case: {0}."),
        ["REVIEWER_CONFLICTED"] = ("您与本案有利害关系，应当回避。", "You are conflicted and may not review this case."),
        ["DEFECTS_MISSING"] = ("退回补充须逐条列明问题。", "A return needs its list of defects."),
        ["RETURN_LIMIT_REACHED"] = ("已达到退回补充的次数上限。", "The report cannot be returned again."),
        ["DEFECT_UNANSWERED"] = ("须逐条答复退回问题。", "Every defect must be answered."),
        ["DEFECT_UNKNOWN"] = ("答复多于退回时列出的问题，请按问题清单逐条答复。", "There are more answers than defects: answer the list, one by one."),
        ["JOINT_PARTICIPANT_MISSING"] = ("联合审核须有法院和组织部门参加。", "Court and organisation department must take part."),
        ["JOINT_OPINION_MISSING"] = ("尚有参加单位没有发表意见：{0}。", "A participant has not given an opinion: {0}."),
        ["JOINT_REVIEW_REQUIRED"] = ("本案须先完成联合审核。", "Joint review must be concluded first."),
        ["FILING_NOT_APPLICABLE"] = ("市级法制机构审核的案件无须报市备案。", "Only county reviews are filed with the city."),
        ["ALREADY_FILED"] = ("本案已经备案。", "The case is filed already."),
        ["FILING_MISSING"] = ("县级审核意见尚未报市政府法制机构备案，不得办结。", "The county review has not been filed with the city."),
        ["FINDING_UNKNOWN"] = ("责任认定不存在：{0}。", "There is no such finding: {0}."),
        ["DECISION_MISSING"] = ("尚有责任认定没有处理决定：{0}。", "A finding has no decision: {0}."),
        ["DECISION_DUPLICATED"] = ("同一责任认定不能有两个处理决定：{0}。", "A finding has two decisions: {0}."),
        ["SANCTION_MISSING"] = ("追究责任须明确追责方式。", "Pursuing a person needs a form of responsibility."),
        ["SANCTION_TEXT_MISSING"] = ("选择其他追责方式的，须写明。", "Say in words what the other form of responsibility is."),
        ["SANCTION_NOT_ALLOWED"] = ("不追究责任的，不得附追责方式。", "No form of responsibility may be attached to this result."),
        ["DEVIATION_REASON_REQUIRED"] = ("处理结果与审核意见不一致的，须说明理由。", "A result that departs from the opinion needs a reason."),
        ["DEVIATION_FORBIDDEN"] = ("按现行规则，处理结果不得与审核意见不一致。", "By the present rules the result may not depart from the opinion."),
        ["SANCTIONS_CUMULATED"] = ("按现行规则，不得合并适用多种追责方式。", "By the present rules forms of responsibility are not combined."),
        ["STATEMENT_MISSING"] = ("按现行规则，追责前须记录陈述申辩。", "By the present rules statement and defence are recorded before a person is pursued."),
        ["FILING_QUERIED"] = ("市政府法制机构对备案提出的问题尚未答复，不得办结。", "The city's question about the filing is open."),
        ["RANGE_NOT_ALLOWED"] = ("通报范围须为：{0}。", "Criticism is circulated in one of these ranges: {0}."),
        ["SETTING_UNKNOWN"] = ("没有这一项设置：{0}。", "There is no such setting: {0}."),
        ["SETTING_INVALID"] = ("设置的取值不符合要求：{0}。", "This value is not possible: {0}."),
        ["SETTING_UNCHANGED"] = ("没有改变任何设置。", "No setting is changed."),
        ["RULE_SET_OUTDATED"] = ("提出之后规则已有新版本，请退回后重新提出。", "The rules have changed since this was proposed; propose it anew."),
        ["RULE_SET_DECIDED"] = ("该项变更已经确认或者退回。", "This change has been decided on already."),
        ["PERSON_OUTSIDE_AUTHORITY"] = ("该人员不属于本机关管理权限，须移送有权机关。", "This person is outside the agency's authority and must be transferred."),
        ["TRANSFER_RESULT_PENDING"] = ("移送有权机关的处理结果尚未收到。", "A transferred finding has no result yet."),
        ["NO_TRANSFER_PENDING"] = ("没有待收结果的移送事项。", "No transfer is pending."),
        ["TRANSFER_MISSING"] = ("尚有不属于本机关权限的责任认定没有移送：{0}。", "A finding outside the agency's authority has not been transferred: {0}."),
        ["TRANSFER_NOT_NEEDED"] = ("该人员属于本机关管理权限，无须移送。", "This person is within the agency's authority."),
        ["TRANSFER_INCOMPLETE"] = ("移送须写明：{0}。", "A transfer needs: {0}."),
        ["CORRECTION_ADDRESSEE_WRONG"] = ("纠正意见须送达败诉责任单位。", "A correction is addressed to a responsible unit."),
        ["CORRECTION_UNANSWERED"] = ("须答复纠正意见。", "The correction must be answered."),
        ["REDISPOSITION_UNJUSTIFIED"] = ("维持原处理的，须逐项说明理由：{0}。", "What stays as it was needs its reason: {0}."),
        ["UNIT_DECISION_BELONGS_TO_SUPERIOR"] = ("单位责任由上一级行政机关决定。", "The superior organ decides on the unit."),
        ["UNIT_SANCTION_MISMATCH"] = ("情节严重的应当并用书面检查和通报批评，其他情形只责令书面检查。", "The sanctions do not match how serious it was."),
        ["SANCTION_NOT_EXECUTED"] = ("尚有处理决定没有执行材料。", "A sanction has no execution document."),
        ["COPIES_NOT_ARCHIVED"] = ("案卷尚未归档到全部存放单位：{0}。", "A holder of the file has no copy: {0}."),
        ["NON_COMPLIANCE_MISMATCH"] = ("不按通知执行的，应当并用通报批评和书面检查。", "Circular criticism and written self-criticism follow together."),
        ["RANGE_MISSING"] = ("须写明通报范围。", "Say how widely the criticism is circulated."),
        ["SUSPENSION_GROUND_INSUFFICIENT"] = ("仅申请再审的，不中止。", "An application for retrial suspends nothing."),
        ["SUSPENSION_CONTINUES"] = ("中止原因尚未消除。", "The ground of the suspension has not ended."),
        ["LOSS_HAS_VANISHED"] = ("行政机关已不再败诉，应当终止而不是恢复。", "The agency no longer loses: terminate the case."),
        ["LOSS_REMAINS"] = ("行政机关仍然败诉，不得终止。", "The agency still loses; the case goes on."),
        ["SECOND_PERSON_REQUIRED"] = ("处理后终止须由另一人确认。", "A second person must confirm a termination after disposition."),
        ["ENTRUSTED_NOT_DEFENDANT"] = ("受委托组织不是被告，只能登记为实施主体。", "An entrusted organisation is never the defendant."),
        ["TERMINATION_NOT_PROPOSED"] = ("尚未提出终止，或者已经确认。", "No termination waits for confirmation."),
        ["CORRECTION_ALREADY_RECEIVED"] = ("没有待签收的纠正意见。", "There is no correction to sign for."),
        ["CORRECTION_NOT_RECEIVED"] = ("须先签收纠正意见。", "Sign for the correction first."),
        ["UNIT_INQUIRY_OPEN"] = ("单位责任已经提请上一级机关。", "The unit's responsibility has been referred already."),
        ["UNIT_INQUIRY_MISSING"] = ("尚未提请上一级机关调查单位责任，或者已经作出决定。", "No referral of the unit waits for a decision."),
        ["NOTHING_TO_REVOKE"] = ("没有需要撤销的处理决定。", "There is nothing to revoke."),
        ["SUGGESTION_UNKNOWN"] = ("没有待回复的司法建议。", "There is no judicial suggestion to reply to."),
        ["OPINION_ALREADY_GIVEN"] = ("您单位已经发表意见。", "Your organisation has given its opinion."),
        ["NOT_A_MEMBER"] = ("您单位不是本次联合审核的参加单位。", "Your organisation takes no part in this joint review."),
        ["JOINT_QUORUM_MISSING"] = ("{0}发表意见的单位未达到规定数量。", "Too few units of this kind have spoken: {0}."),
        ["MINUTES_MISSING"] = ("须附联合审核纪要。", "The minutes of the joint review are missing."),
        ["DATE_IMPOSSIBLE"] = ("日期不合理：{0}{1}。", "This date cannot be: {0}{1}."),
        ["ILLEGAL_TRANSITION"] = ("案件当前状态（{0}）不能办理此事项。", "The case is {0}; this cannot be done now."),
        ["STEP_NOT_OPEN"] = ("流程尚未到达此环节（{0}）。", "The chain has not opened this step ({0})."),
    }.ToFrozenDictionary();

    /// <summary>Every refusal code.</summary>
    public static IEnumerable<string> Codes => Sentences.Keys;

    /// <summary>The sentence in <c>en</c> or, for anything else, Chinese.</summary>
    public static string Sentence(Refused refused, string language)
    {
        var (zh, en) = Sentences.TryGetValue(refused.Code, out var found) ? found : (refused.Code, refused.Code);
        var chinese = language != "en";
        var subject = chinese ? Labels.Zh(refused.Subject) : refused.Subject;
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, chinese ? zh : en, subject, Bound(refused.Bound, chinese));
    }

    private static string Bound(DayBound? bound, bool chinese) => bound is not { } b ? ""
        : chinese ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"不得{(b.IsEarliest ? "早于" : "晚于")}{b.Day:yyyy年M月d日}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $" must not be {(b.IsEarliest ? "earlier" : "later")} than {b.Day:yyyy-MM-dd}");
}
