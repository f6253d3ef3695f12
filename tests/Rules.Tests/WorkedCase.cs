using System.Text.Json;
using static LostCases.Rules.Tests.Days;

namespace LostCases.Rules.Tests;

/// <summary>A worked scenario (domain 5) acted out with nothing but the rules: each event is judged, and recorded if lawful.</summary>
internal sealed class WorkedCase
{
    private static readonly Policy Policy = Policy.Default;
    private readonly JsonElement _given;
    private readonly Dictionary<string, string> _facts = [];
    private readonly Dictionary<string, Guid> _ids = [];
    private readonly Dictionary<Guid, FindingToDecide> _findings = [];
    private readonly List<Pause> _suspensions = [];
    private readonly List<Pause> _returns = [];
    private List<FindingDecision> _decisions = [];
    private LossResult _result;
    private string[] _participants = [];
    private int _defects;

    private WorkedCase(JsonElement scenario)
    {
        _given = scenario.GetProperty("given");
        _result = Parse<LossResult>(_given.GetProperty("judgment"), "result")!.Value;
        Route = Routing.For(Level, Policy)!;
        Set(Fact.County, Route.CountyFiling ? "TRUE" : "FALSE");
        Set(Fact.JointRequired, Route.JointRequired ? "TRUE" : "FALSE");
        Set(Fact.JointFlagged, _given.TryGetProperty("jointReviewRequired", out _) ? "TRUE" : "FALSE");
    }

    internal AgencyLevel Level => Parse<AgencyLevel>(_given.GetProperty("agency"), "level")!.Value;

    internal ReviewRoute Route { get; }

    internal CaseFacts Facts => CaseFacts.From(_facts);

    internal bool HasSuggestion { get; private set; }

    /// <summary>Clocks by kind and, where a case may have several, person.</summary>
    internal Dictionary<(ClockKind Kind, string? Person), (ClockTerms Terms, DateOnly Start, DateOnly? Stopped)> Clocks { get; } = [];

    /// <summary>Acts the scenario out; every refusal must be the expected one.</summary>
    internal static WorkedCase Of(JsonElement scenario)
    {
        var worked = new WorkedCase(scenario);
        foreach (var happening in scenario.GetProperty("events").EnumerateArray())
        {
            var expected = happening.TryGetProperty("expectRejected", out var code) ? code.GetString() : null;
            var data = happening.TryGetProperty("data", out var given) ? given : default;
            var decision = worked.Apply(happening.GetProperty("event").GetString()!, Day(happening.GetProperty("date").GetString()!), data);
            Assert.Equal((happening.ToString(), expected), (happening.ToString(), (decision as Refused)?.FullCode));
        }

        return worked;
    }

    internal ClockReading Read(ClockKind kind, string? person = null) => Clock.Read(
        Clocks[(kind, person)].Terms, Clocks[(kind, person)].Start, kind == ClockKind.Review ? [.. _returns, .. _suspensions] : _suspensions, WorkingCalendar.National);

    private Decision Apply(string name, DateOnly on, JsonElement data) => name switch
    {
        "registerJudgment" => Do(CaseNumber.TryParse(_given.GetProperty("judgment").GetProperty("caseNo").GetString(), out _)
            ? new Accepted() : new Refused("CASE_NUMBER_INVALID", "3.4"), null, () => Set(Fact.Scope, "UNDECIDED")),
        "confirmInScope" => Do(ScopeTest.Judge(Scope, on, Policy), Transition.ConfirmInScope, () => { Set(Fact.Scope, "IN"); Start(ClockKind.Investigation, Served); }),
        "completeInvestigation" => Complete(on, data),
        "submitReport" => Do(
            InvestigationRules.Submit([Given.Agency], [Given.Agency], Texts(data, "attachments")), Transition.SubmitReport,
            () => { Count(Fact.Submissions); Stop(ClockKind.Submit, on); Start(ClockKind.Review, on); }),
        "acceptReport" => Do(ReviewRules.Accept(false, false), Transition.AcceptReport, () => Set(Fact.Accepted)),
        "returnForSupplement" => Do(
            ReviewRules.Return(Texts(data, "defects"), Facts.Count(Fact.Returns), Policy), Transition.ReturnForSupplement,
            () => { Count(Fact.Returns); _defects = Texts(data, "defects").Count; _returns.Add(new(on, null, "RETURN:1")); Start(ClockKind.Resubmit, on); }),
        "resubmitReport" => Do(
            InvestigationRules.Resubmit(_defects, Texts(data, "answers")), Transition.ResubmitReport,
            () => { Count(Fact.Submissions); _returns[^1] = _returns[^1] with { To = on }; Stop(ClockKind.Resubmit, on); }),
        "startJointReview" => Do(
            ReviewRules.StartJoint(Texts(data, "participants"), "争议较大"), Transition.StartJointReview,
            () => { Count(Fact.JointStarted); _participants = [.. Texts(data, "participants")]; }),
        "concludeJointReview" => Do(
            ReviewRules.ConcludeJoint(_participants, [.. data.GetProperty("opinions").EnumerateObject().Select(o => o.Name)]),
            Transition.ConcludeJointReview, () => Count(Fact.JointConcluded)),
        "completeReview" => Do(ReviewRules.Complete(Facts, "见审核意见书"), Transition.CompleteReview, () => Reviewed(on)),
        "sendFeedback" => Do(ReviewRules.SendFeedback(true), Transition.SendFeedback, () => { Set(Fact.FeedbackSent); Stop(ClockKind.Feedback, on); }),
        "fileWithCity" => Do(ReviewRules.File(Facts), null, () => { Set(Fact.Filed, $"{on:yyyy-MM-dd}"); Stop(ClockKind.Filing, on); }),
        "receiveFeedback" => Do(new Accepted(), Transition.ReceiveFeedback, () => { Set(Fact.FeedbackReceived); Start(ClockKind.Disposition, on); }),
        "courtCopy" or "heldConference" => new Accepted(),
        "nonCompliance" => NonComplianceRules.Record("逾期未重新处理", [.. Texts(data, "consequences").Select(Sanction)], "全市"),
        "receiveJudicialSuggestion" => Do(new Accepted(), null, () => { HasSuggestion = true; Start(ClockKind.SuggestionReply, on); }),
        "replyJudicialSuggestion" => Do(new Accepted(), null, () => Stop(ClockKind.SuggestionReply, on)),
        "referUnitInquiry" => Do(new Accepted(), null, () => Start(ClockKind.UnitDecision, on)),
        "retrialJudgment" => Do(new Accepted(), null, () => _result = Parse<LossResult>(data, "result")!.Value),
        _ => Later(name, on, data),
    };

    private Decision Later(string name, DateOnly on, JsonElement data) => name switch
    {
        "decideUnit" => Do(
            UnitRules.Decide(
                data.GetProperty("decidedBy").GetString() == _given.GetProperty("agency").GetProperty("id").GetString(),
                data.GetProperty("serious").GetBoolean(), [.. Texts(data, "sanctions").Select(Sanction)]),
            null, () => Stop(ClockKind.UnitDecision, on)),
        "transferFinding" => Do(
            TransferRules.Send(Finding(data), data.GetProperty("to").GetString(), ["责任分析报告"]), Transition.TransferFinding,
            () => { Change(Finding(data) with { Transferred = true }); Start(ClockKind.TransferFollowup, on, data.GetProperty("person").GetString()); }),
        "recordTransferResult" => Do(
            TransferRules.TakeResult(Finding(data), documentAttached: true), Transition.RecordTransferResult,
            () => { Change(Finding(data) with { ResultIn = true }); Stop(ClockKind.TransferFollowup, on, data.GetProperty("person").GetString()); }),
        "recordDisposition" => Do(
            DispositionRules.Record([.. _findings.Values], Decisions(data)), Transition.RecordDisposition,
            () => { _decisions = Decisions(data); Count(Fact.DispositionVersion); Stop(ClockKind.Disposition, on); }),
        "recordDispositionPendingTransfer" => Do(
            DispositionRules.RecordOwnPart([.. _findings.Values], Decisions(data)), Transition.RecordDispositionPendingTransfer,
            () => { _decisions = Decisions(data); Set(Fact.OwnPartDone); Stop(ClockKind.Disposition, on); }),
        "allTransferResultsIn" => Do(
            DispositionRules.AllResultsIn([.. _findings.Values]), Transition.AllTransferResultsIn, () => Count(Fact.DispositionVersion)),
        "closeCase" => Do(
            ClosingRules.Close(Facts, Facts.Count(Fact.SanctionsOrdered), ClosingRules.Holders(Facts)), Transition.CloseCase,
            () => Set(Fact.ClosedVersion, Facts.Text(Fact.DispositionVersion)!)),
        "conferenceCorrect" => Do(
            CorrectionRules.Order(data.GetProperty("reason").GetString(), true), Transition.ConferenceCorrect, () => Corrected(on, data)),
        "recordRedisposition" => Do(
            CorrectionRules.Redispose([.. _findings.Values], _decisions, Decisions(data), "已重新处理"), Transition.RecordRedisposition,
            () => { Count(Fact.Redispositions); Count(Fact.DispositionVersion); Stop(ClockKind.Redisposition, on); }),
        "suspend" => Do(
            SuspensionRules.Suspend(SuspensionGround.RetrialOrderedWithStay, null), Transition.Suspend,
            () => { Set(Fact.Suspended); _suspensions.Add(new(on, null, "SUSPENSION:1")); }),
        "resume" => Do(
            SuspensionRules.Resume(groundEnded: true, _result, Policy), Transition.Resume,
            () => { Set(Fact.Suspended, "FALSE"); _suspensions[^1] = _suspensions[^1] with { To = on }; }),
        "terminate" => Do(
            SuspensionRules.Terminate(TerminationGround.RetrialReversed, _result, documentAttached: true, Policy), Transition.Terminate, () => Set(Fact.Terminated)),
        _ => throw new InvalidOperationException(name),
    };

    private Decision Do(Decision lawful, Transition? transition, Action then)
    {
        var decision = transition is { } wanted && StateMachine.Check(wanted, MainState.Of(Facts)) is Refused illegal ? illegal : lawful;
        if (decision is Accepted)
        {
            then();
        }

        return decision;
    }

    private Decision Complete(DateOnly on, JsonElement data)
    {
        var findings = data.GetProperty("findings").EnumerateArray().ToDictionary(f => f.GetProperty("person").GetString()!, f => Parse<Conclusion>(f, "conclusion")!.Value);
        var facts = Given.Investigation with
        {
            Causes = Texts(data, "causes"),
            Persons = [.. findings.Values.Select(c => new ExaminedPerson(Given.Agency, Found(c)))],
            ActDate = Day(_given.GetProperty("actDate").GetString()!),
        };
        return Do(InvestigationRules.Complete(facts), Transition.CompleteInvestigation, () =>
        {
            foreach (var person in _given.GetProperty("persons").EnumerateArray())
            {
                var name = person.GetProperty("id").GetString()!;
                _ids[name] = Guid.NewGuid();
                Change(new(_ids[name], findings[name], Parse<PersonnelAuthority>(person, "authority")!.Value));
            }

            Set(Fact.InvestigationCompleted);
            Stop(ClockKind.Investigation, on);
            Start(ClockKind.Submit, on);
        });
    }

    private void Reviewed(DateOnly on)
    {
        Set(Fact.Reviewed);
        Stop(ClockKind.Review, on);
        Start(ClockKind.Feedback, on);
        if (Route.CountyFiling)
        {
            Start(ClockKind.Filing, on);
        }
    }

    private void Corrected(DateOnly on, JsonElement data)
    {
        Count(Fact.Corrections);
        Stop(ClockKind.Disposition, on);
        var limit = CorrectionRules.Limit(data.TryGetProperty("days", out var days) ? days.GetInt32() : null, Policy);
        Clocks[(ClockKind.Redisposition, null)] = (limit, Day(data.GetProperty("receivedOn").GetString()!), null);
    }

    private static FindingFacts Found(Conclusion conclusion) => conclusion switch
    {
        Conclusion.Pursue => Given.Pursued,
        Conclusion.NotPursued => Given.NotPursued,
        Conclusion.Exempt => Given.Exempted,
        Conclusion.NoFault or Conclusion.Transferred => throw new InvalidOperationException($"{conclusion}"),
    };

    private List<FindingDecision> Decisions(JsonElement data) => [.. data.GetProperty("decisions").EnumerateArray().Select(d => new FindingDecision
    {
        FindingId = _ids[d.GetProperty("person").GetString()!],
        Result = Parse<Conclusion>(d, "result") ?? Conclusion.Pursue,
        Sanctions = [.. Texts(d, "sanctions").Select(Sanction)],
    })];

    private FindingToDecide Finding(JsonElement data) => _findings[_ids[data.GetProperty("person").GetString()!]];

    private void Change(FindingToDecide finding) => _findings[finding.Id] = finding;

    private DateOnly Served => Day(_given.GetProperty("judgment").GetProperty("servedOn").GetProperty("agency").GetString()!);

    private ScopeFacts Scope => new() { EffectiveOn = Served, ActDate = Day(_given.GetProperty("actDate").GetString()!), Result = _result, AgencyInCity = true };

    private void Start(ClockKind kind, DateOnly on, string? person = null) => Clocks.TryAdd((kind, person), (Policy.Clock(kind), on, null));

    private void Stop(ClockKind kind, DateOnly on, string? person = null)
    {
        if (Clocks.TryGetValue((kind, person), out var clock) && clock.Stopped is null)
        {
            Clocks[(kind, person)] = clock with { Stopped = on };
        }
    }

    private void Set(string fact, string value = "TRUE") => _facts[fact] = value;

    private void Count(string fact) => Set(fact, $"{Facts.Count(fact) + 1}");

    private static List<string> Texts(JsonElement data, string name) => [.. data.GetProperty(name).EnumerateArray().Select(t => t.GetString()!)];

    private static SanctionType Sanction(string code) => Code.TryParse<SanctionType>(code, out var sanction) ? sanction : throw new FormatException(code);

    private static T? Parse<T>(JsonElement element, string name)
        where T : struct, Enum => element.TryGetProperty(name, out var value) && Code.TryParse<T>(value.GetString(), out var parsed) ? parsed : null;
}
