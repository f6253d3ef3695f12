using System.Globalization;
using LostCases.Rules;

namespace LostCases.Scenarios;

/// <summary>The branches on the pure rules.</summary>
internal sealed partial class RulesRun
{
    private readonly List<Pause> _returns = [];
    private readonly List<Pause> _suspensions = [];
    private readonly HashSet<string> _transferred = [];
    private readonly HashSet<string> _resulted = [];
    private IReadOnlyList<string> _members = [];
    private string _unit = "NONE";
    private bool _nonCompliance;
    private bool _suggestion;

    private AgencyLevel Level => Completion.Parse<AgencyLevel>(_scenario.Given.GetProperty("agency"), "level")!.Value;

    private List<FindingToDecide> Findings => [.. _scenario.Persons.Select(p => ToDecide(p.GetProperty("id").GetString()!, Completion.Parse<PersonnelAuthority>(p, "authority")!.Value))];

    private Decision Branch(Event happening, CaseState state) => happening.Name switch
    {
        "returnForSupplement" => Act(Transition.ReturnForSupplement, state, ReviewRules.Return(happening.Texts("defects"), Facts.Count(Fact.Returns), _policy), () =>
        {
            Next(Fact.Returns);
            _returns.Add(new Pause(happening.On, null, "RETURN"));
            Start(ClockKind.Resubmit, happening.On);
        }),
        "resubmitReport" => Act(Transition.ResubmitReport, state, InvestigationRules.Resubmit(1, happening.Texts("answers")), () =>
        {
            Next(Fact.Submissions);
            _returns[^1] = _returns[^1] with { To = happening.On };
            Stop(ClockKind.Resubmit, happening.On);
        }),
        "startJointReview" => Act(Transition.StartJointReview, state, ReviewRules.StartJoint(happening.Texts("participants"), "争议较大"), () =>
        {
            Next(Fact.JointStarted);
            _members = happening.Texts("participants");
        }),
        "concludeJointReview" => Act(
            Transition.ConcludeJointReview, state,
            ReviewRules.ConcludeJoint(_members, [.. happening.Data!.Value.GetProperty("opinions").EnumerateObject().Select(o => o.Name)]),
            () => Next(Fact.JointConcluded)),
        "referUnitInquiry" => Act(null, state, UnitRules.Refer(state, true, false), () => { _unit = "REFERRED"; Start(ClockKind.UnitDecision, happening.On); }),
        "decideUnit" => Act(
            null, state,
            UnitRules.Decide(happening.Text("decidedBy") == _scenario.AgencyId, happening.Data!.Value.GetProperty("serious").GetBoolean(), Sanctions(happening.Texts("sanctions"))),
            () => { _unit = string.Join('+', happening.Texts("sanctions")); Stop(ClockKind.UnitDecision, happening.On); }),
        _ => Later(happening, state),
    };

    private Decision Later(Event happening, CaseState state) => happening.Name switch
    {
        "transferFinding" => Act(Transition.TransferFinding, state, TransferRules.Send(Finding(happening), happening.Text("to"), ["责任分析报告"]), () =>
        {
            _transferred.Add(happening.Text("person"));
            Stages(happening.Text("person")).Add(new Stage("TRANSFERRED", [], false));
            Start(ClockKind.TransferFollowup, happening.On, happening.Text("person"));
        }),
        "recordTransferResult" => Act(Transition.RecordTransferResult, state, TransferRules.TakeResult(Finding(happening), documentAttached: true), () =>
        {
            _resulted.Add(happening.Text("person"));
            Stages(happening.Text("person")).Add(new Stage("PURSUE", [happening.Text("result")], false));
            Stop(ClockKind.TransferFollowup, happening.On, happening.Text("person"));
        }),
        "recordDispositionPendingTransfer" => OwnPart(happening, state),
        "allTransferResultsIn" => Act(Transition.AllTransferResultsIn, state, DispositionRules.AllResultsIn(Findings), () => Dispose(1)),
        "conferenceCorrect" => Act(Transition.ConferenceCorrect, state, CorrectionRules.Order(happening.Text("reason"), true), () => Correct(happening)),
        "recordRedisposition" => Redispose(happening, state),
        "suspend" => Act(
            Transition.Suspend, state, SuspensionRules.Suspend(SuspensionGround.RetrialOrderedWithStay, happening.Text("reason")),
            () => { Set(Fact.Suspended); _suspensions.Add(new Pause(happening.On, null, "SUSPENSION")); }),
        "resume" => Act(
            Transition.Resume, state, SuspensionRules.Resume(groundEnded: true, _result, _policy),
            () => { _facts[Fact.Suspended] = "FALSE"; _suspensions[^1] = _suspensions[^1] with { To = happening.On }; }),
        "retrialJudgment" => Act(null, state, new Accepted(), () => _result = Completion.Parse<LossResult>(happening.Data!.Value, "result")!.Value),
        "terminate" => Act(
            Transition.Terminate, state,
            SuspensionRules.Terminate(Completion.Parse<TerminationGround>(happening.Data!.Value, "reason")!.Value, _result, documentAttached: true, _policy),
            () => Set(Fact.Terminated)),
        "nonCompliance" => Act(
            null, state, NonComplianceRules.Record("逾期未重新处理", Sanctions(happening.Texts("consequences")), "全市"), () => _nonCompliance = true),
        "receiveJudicialSuggestion" => Act(null, state, new Accepted(), () => { _suggestion = true; Start(ClockKind.SuggestionReply, happening.On); }),
        "replyJudicialSuggestion" => Act(null, state, new Accepted(), () => Stop(ClockKind.SuggestionReply, happening.On)),
        "heldConference" or "courtCopy" => new Accepted(),
        _ => throw new InvalidOperationException(happening.Name),
    };

    private Decision OwnPart(Event happening, CaseState state)
    {
        var decisions = Decisions(happening);
        return Act(Transition.RecordDispositionPendingTransfer, state, DispositionRules.RecordOwnPart(Findings, [.. decisions.Values]), () =>
        {
            Decide(decisions);
            Set(Fact.OwnPartDone);
            Stop(ClockKind.Disposition, happening.On);
        });
    }

    private Decision Redispose(Event happening, CaseState state)
    {
        var decisions = Decisions(happening);
        return Act(Transition.RecordRedisposition, state, CorrectionRules.Redispose(Findings, [.. _decisions.Values], [.. decisions.Values], "已重新处理"), () =>
        {
            Decide(decisions);
            Next(Fact.Redispositions);
            Dispose(Facts.Count(Fact.DispositionVersion) + 1);
            Stop(ClockKind.Redisposition, happening.On);
        });
    }

    private void Correct(Event happening)
    {
        Next(Fact.Corrections);
        int? days = happening.Data!.Value.TryGetProperty("days", out var set) ? set.GetInt32() : null;
        Start(ClockKind.Redisposition, Scenario.Date(happening.Text("receivedOn")), terms: CorrectionRules.Limit(days, _policy));
    }

    private Dictionary<string, FindingDecision> Decisions(Event happening) => happening.List("decisions")
        .ToDictionary(d => d.GetProperty("person").GetString()!, d => Completion.Decision(d, Id(d.GetProperty("person").GetString()!)));

    private void Decide(Dictionary<string, FindingDecision> decisions)
    {
        foreach (var (person, decision) in decisions)
        {
            _decisions[person] = decision;
            Stages(person).Add(new Stage(Rules.Code.Of(decision.Result), [.. decision.Sanctions.Select(Rules.Code.Of)], false));
        }
    }

    private void Dispose(int version)
    {
        _facts[Fact.DispositionVersion] = version.ToString(CultureInfo.InvariantCulture);
        _facts[Fact.SanctionsOrdered] = _stages.Values.Sum(s => s[^1].Sanctions.Count).ToString(CultureInfo.InvariantCulture);
    }

    private List<Stage> Stages(string person) => _stages.TryGetValue(person, out var known) ? known : _stages[person] = [];

    private FindingToDecide Finding(Event happening) => Findings.Single(f => f.Id == Id(happening.Text("person")));

    private FindingToDecide ToDecide(string person, PersonnelAuthority authority) =>
        new(Id(person), _findings[person].Conclusion, authority, _resulted.Contains(person), _transferred.Contains(person));

    private void Next(string fact) => _facts[fact] = (Facts.Count(fact) + 1).ToString(CultureInfo.InvariantCulture);

    private static List<SanctionType> Sanctions(IEnumerable<string> codes) =>
        [.. codes.Select(c => Rules.Code.TryParse<SanctionType>(c, out var sanction) ? sanction : SanctionType.Other)];
}
