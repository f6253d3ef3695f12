using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>Every setting of the rules changes a decision, and only a value that is one is taken.</summary>
[Trait("Clause", "GAP-01")]
public sealed class When_a_setting_is_changed
{
    private static readonly FindingToDecide Own = new(Guid.Parse("00000000-0000-0000-0000-000000000001"), Conclusion.Pursue, PersonnelAuthority.Agency);

    /// <summary>For each setting another value and a decision that depends on it; limits and routes have theirs by their kind.</summary>
    private static readonly Dictionary<string, (string Value, Func<Policy, object?> Decision)> Decisions = new()
    {
        ["scope.noticeInForce"] = ("2019-01-01", p => ScopeTest.Judge(InScope with { EffectiveOn = Day("2018-12-20") }, Day("2019-02-01"), p)),
        ["scope.measureInForce"] = ("2014-01-01", p => ScopeTest.Judge(InScope with { ActDate = Day("2013-03-01") }, Day("2022-01-01"), p)),
        ["scope.judgmentDate"] = ("MADE", p => ScopeTest.Judge(InScope with { MadeOn = Day("2018-12-01"), EffectiveOn = Day("2018-12-20") }, Day("2022-01-01"), p)),
        ["loss.enforcementRefused"] = ("TRUE", p => ScopeTest.IsLoss(LossResult.EnforcementRefused, p)),
        ["loss.minorFlaw"] = ("FALSE", p => ScopeTest.Judge(Unlawful(IllegalityKind.MinorProceduralFlaw), Day("2022-01-01"), p)),
        ["loss.situationJudgment"] = ("FALSE", p => ScopeTest.Judge(Unlawful(IllegalityKind.SituationJudgment), Day("2022-01-01"), p)),
        ["effective.judgmentAppealDays"] = ("20", p => Effective(DocType.Judgment, p)),
        ["effective.rulingAppealDays"] = ("20", p => Effective(DocType.Ruling, p)),
        ["effective.afterExpiryDays"] = ("0", p => Effective(DocType.Judgment, p)),
        ["effective.lastService"] = ("THIS_AGENCY", p => Effective(DocType.Judgment, p)),
        ["chain.oneCase"] = ("FALSE", p => InstanceChain.OpensCase(lostEarlierInstance: true, p)),
        ["start.reminderWorkingDays"] = ("5", p => InvestigationRules.AskAboutStartOn(Day("2024-05-06"), WorkingCalendar.National, p)),
        ["reminder.firstWorkingDays"] = ("7", p => ReminderDays.First(Day("2024-05-20"), WorkingCalendar.National, p)),
        ["reminder.secondWorkingDays"] = ("3", p => ReminderDays.NextAfter(Day("2024-05-13"), Day("2024-05-20"), WorkingCalendar.National, p)),
        ["reminder.everyWorkingDays"] = ("2", p => ReminderDays.NextAfter(Day("2024-05-20"), Day("2024-05-20"), WorkingCalendar.National, p)),
        ["escalation.headWorkingDays"] = ("1", p => Escalation.Told(1, p).Count),
        ["escalation.legalBodyWorkingDays"] = ("4", p => Escalation.Told(4, p).Count),
        ["escalation.secretariatWorkingDays"] = ("12", p => Escalation.Told(9, p).Count),
        ["finding.balancingReason"] = ("FALSE", p => Judge(Given.Pursued with { NotPursueGrounds = [NotPursueGround.OtherUnsuitable] }, p)),
        ["finding.cumulation"] = ("FALSE", p => Judge(Given.Pursued with { ProposedSanctions = [SanctionType.WrittenSelfCriticism, SanctionType.CircularCriticism] }, p)),
        ["finding.statement"] = ("REQUIRED", p => Judge(Given.Pursued, p)),
        ["exemption.recogniser"] = ("REVIEW_BODY", p => Told(ExemptionRules.Recognise(PersonnelAuthority.Agency, RecognisingOrgan.LosingAgency, p))),
        ["unit.superior"] = ("SUPERIOR_DEPARTMENT", p => SuperiorOrgan.Of(AgencyLevel.CountyUnit, p)),
        ["review.maxReturns"] = ("3", p => Told(ReviewRules.Return(["缺少证据"], 2, p))),
        ["review.returnEffect"] = ("RESTART", p => ReviewRules.PausedFrom(Day("2024-05-06"), Day("2024-05-20"), p)),
        ["review.start"] = ("ACCEPTANCE", p => ReviewRules.From(Day("2024-05-06"), Day("2024-05-20"), p)),
        ["joint.signs"] = ("MUNICIPAL_GOVERNMENT", p => string.Join(',', JointSuggestions.Of(new() { LosingAgency = AgencyLevel.CountyUnit, UnitSerious = true }, p))),
        ["joint.manyPlaintiffs"] = ("20", p => string.Join(',', JointSuggestions.Of(new() { LosingAgency = AgencyLevel.CountyUnit, Plaintiffs = 15 }, p))),
        ["joint.extensionWorkingDays"] = ("15", p => ReviewRules.Limit(jointly: true, p)),
        ["feedback.deemedReceiptWorkingDays"] = ("5", p => ReviewRules.DeemedReceivedOn(Day("2024-05-06"), WorkingCalendar.National, p)),
        ["disposition.deviation"] = ("FORBIDDEN", p => Told(DispositionRules.Record([Own], [Deviating], p))),
        ["disposition.endsWithOwnPart"] = ("FALSE", p => DispositionRules.EndsWithOwnPart(p)),
        ["filing.questionHoldsClosing"] = ("TRUE", p => Told(ClosingRules.Close(Queried, 0, ClosingRules.Holders(Queried), p))),
        ["suspension.basis"] = ("RETRIAL_APPLIED", p => Told(SuspensionRules.Suspend(SuspensionGround.RetrialApplied, "已申请再审", p))),
        ["conference.reminderWorkingDays"] = ("10", p => ConferenceHalves.RemindFrom(Day("2025-06-30"), WorkingCalendar.National, p)),
        ["interview.losses"] = ("6", p => InterviewAlerts.Of([new(40, 5)], p)),
        ["interview.ratePercent"] = ("30", p => InterviewAlerts.Of([new(12, 3)], p)),
        ["interview.minClosed"] = ("20", p => InterviewAlerts.Of([new(12, 3)], p)),
        ["interview.periods"] = ("2", p => InterviewAlerts.Of([new(40, 1), new(40, 5)], p)),
        ["rate.base"] = ("WITHOUT_SETTLED", p => LossRate.Of(Closed, p)),
        ["rate.series"] = ("PER_SERIES", p => LossRate.Of(Closed, p)),
        ["criticism.ranges"] = ("本机关；本县", p => Told(NonComplianceRules.Record("逾期未重新处理", UnitRules.Lawful(serious: true), "全市", p))),
        ["legalBody.names"] = ("2018-12-14 政府法制办公室；2019-03-01 司法局", p => LegalBodies.Name(Day("2019-03-15"), p)),
        ["retention.years"] = ("10", p => Retention.Until(Day("2024-05-06"), unitDecided: false, p)),
        ["retention.unitsPermanent"] = ("FALSE", p => Retention.Until(Day("2024-05-06"), unitDecided: true, p)),
    };

    public static TheoryData<string> Keys => [.. PolicySettings.All.Select(s => s.Key)];

    private static ScopeFacts InScope => new() { EffectiveOn = Day("2021-01-04"), ActDate = Given.ActDate.AddYears(-2), Result = LossResult.Revoked, AgencyInCity = true };

    private static FindingDecision Deviating => new() { FindingId = Own.Id, Result = Conclusion.NotPursued, DeviationReason = "有新证据" };

    private static CaseFacts Queried => Given.Facts((Fact.FilingQueried, "TRUE"));

    /// <summary>A series of two losses, one withdrawn, one won.</summary>
    private static CountedCase[] Closed =>
    [
        new(LossResult.Revoked, Day("2024-05-06"), "S"), new(LossResult.Revoked, Day("2024-05-06"), "S"),
        new(LossResult.Withdrawn, Day("2024-05-06")), new(LossResult.ClaimDismissed, Day("2024-05-06")),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Another_decision_follows(string key)
    {
        var (value, decision) = DecisionBy(key);
        var changed = PolicySettings.Find(key)!.Write(Policy.Default, value);
        Assert.NotNull(changed);
        Assert.NotEqual(decision(Policy.Default), decision(changed));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void It_alone_differs_and_is_read_back(string key)
    {
        var changed = PolicySettings.Find(key)!.Write(Policy.Default, DecisionBy(key).Value)!;
        var told = PolicySettings.Differences(changed);
        Assert.Equal([key], told.Keys);
        Assert.Equal(told, PolicySettings.Differences(PolicySettings.Read("next", told)));
        Assert.Equal("next", PolicySettings.Read("next", told).VersionName);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Its_default_is_read_back_and_nonsense_is_not(string key)
    {
        var setting = PolicySettings.Find(key)!;
        Assert.Empty(PolicySettings.Differences(setting.Write(Policy.Default, setting.Default)!));
        Assert.True(setting.Kind == SettingKind.Texts || setting.Write(Policy.Default, "胡说") is null);
        Assert.Matches("[\u4e00-\u9fff]", setting.Zh);
        Assert.DoesNotMatch("[\u4e00-\u9fff]", setting.En);
    }

    [Fact]
    public void Nothing_is_named_here_that_is_no_setting() => Assert.Empty(Decisions.Keys.Except(PolicySettings.All.Select(s => s.Key)));

    [Fact]
    public void Every_open_question_has_a_setting() => Assert.Empty(
        Enumerable.Range(1, 26).Select(n => $"GAP-{n:00}").Except(PolicySettings.All.Select(s => s.Clause)));

    [Fact]
    public void Nobody_can_be_made_to_review_itself()
    {
        Assert.Null(PolicySettings.Find("route.MUNI_LEGAL_BODY")!.Write(Policy.Default, "MUNI_LEGAL"));
        Assert.Null(PolicySettings.Find("route.COUNTY_LEGAL_BODY")!.Write(Policy.Default, "COUNTY_LEGAL"));
    }

    [Fact]
    public void What_is_newer_than_this_code_is_left_as_it_is() =>
        Assert.Empty(PolicySettings.Differences(PolicySettings.Read("next", new Dictionary<string, string> { ["of.tomorrow"] = "1" })));

    private static ScopeFacts Unlawful(IllegalityKind kind) => InScope with { Result = LossResult.ConfirmedIllegal, Illegality = kind };

    private static (string Value, Func<Policy, object?> Decision) DecisionBy(string key)
    {
        if (Decisions.TryGetValue(key, out var known))
        {
            return known;
        }

        var parts = key.Split('.');
        if (parts[0] == "route" && Code.TryParse<AgencyLevel>(parts[1], out var level))
        {
            return (Routing.For(level, Policy.Default)!.Body == ReviewBody.SuperiorInLine ? "MUNI_LEGAL" : "SUPERIOR_IN_LINE", p => Routing.For(level, p));
        }

        Assert.True(Code.TryParse<ClockKind>(parts[1], out var kind));
        var terms = Policy.Default.Clock(kind);
        return parts[2] switch
        {
            "length" => ("7", p => Due(kind, p)),
            "unit" => (terms.Unit == DayUnit.WorkingDays ? "CALENDAR_DAYS" : "WORKING_DAYS", p => Due(kind, p)),
            _ => (terms.Nature == ClockNature.Must ? "SOFT" : "MUST", p => p.Clock(kind).Nature),
        };
    }

    private static object Due(ClockKind kind, Policy policy) => Clock.Read(policy.Clock(kind), Day("2024-03-06"), [], WorkingCalendar.National).DueOn;

    private static object? Effective(DocType type, Policy policy) => EffectiveDate.Of(
        new() { Instance = Instance.First, DocType = type, ServedOnAgency = Day("2024-05-06"), ServedOnOthers = [Day("2024-05-15")] }, WorkingCalendar.National, policy).EffectiveOn;

    private static object Judge(FindingFacts finding, Policy policy) => Told(FindingRules.Judge(finding, Given.ActDate, policy));

    private static object Told(Decision decision) => decision is Refused refused ? refused.Code : "ACCEPTED";
}
