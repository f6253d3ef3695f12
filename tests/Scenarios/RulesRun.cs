using System.Globalization;
using System.Text.Json;
using LostCases.Rules;

namespace LostCases.Scenarios;

/// <summary>Runs a scenario through the pure rules.</summary>
internal sealed partial class RulesRun
{
    private readonly Scenario _scenario;
    private readonly Policy _policy = Policy.Default;
    private readonly WorkingCalendar _calendar;
    private readonly Dictionary<string, string> _facts = [];
    private readonly Dictionary<(ClockKind Kind, string? Person), (ClockTerms Terms, DateOnly Start, DateOnly? Stopped)> _clocks = [];
    private readonly Dictionary<string, Guid> _ids = [];
    private readonly Dictionary<string, FindingFacts> _findings = [];
    private readonly Dictionary<string, FindingDecision> _decisions = [];
    private readonly Dictionary<string, List<Stage>> _stages = [];
    private readonly EffectiveReading _effective;
    private readonly ReviewRoute _route;
    private LossResult _result;
    private DateOnly _actDate;
    private bool _registered;

    private RulesRun(Scenario scenario)
    {
        _scenario = scenario;
        _calendar = scenario.IsLocalCalendar ? WorkingCalendar.NationalWithWenzhou : WorkingCalendar.National;
        _effective = EffectiveDate.Of(
            new JudgmentFacts
            {
                Instance = Completion.Parse<Instance>(scenario.Judgment, "instance")!.Value,
                DocType = Completion.Parse<DocType>(scenario.Judgment, "docType")!.Value,
                ServedOnAgency = scenario.ServedOnAgency,
                ServedOnOthers = scenario.ServedOnOthers,
                Appealed = scenario.Appealed,
            },
            _calendar,
            _policy);
        _route = Routing.For(Level, _policy)!;
        _result = Completion.Parse<LossResult>(scenario.Judgment, "result")!.Value;
        _actDate = scenario.FirstActDate;
    }

    internal static (Actual Actual, IReadOnlyList<string> Faults) Run(Scenario scenario)
    {
        var run = new RulesRun(scenario);
        var faults = new List<string>();
        foreach (var happening in scenario.Events)
        {
            var refused = run.Apply(happening) as Refused;
            if (run.Code(refused) != happening.ExpectRejected)
            {
                faults.Add($"{happening.Name} {happening.On:O}: expected {happening.ExpectRejected ?? "accepted"} got {run.Code(refused) ?? "accepted"}");
            }
        }

        return (run.Result(scenario.Events[^1].On), faults);
    }

    private string? Code(Refused? refused) => refused is { Subject: { } subject } && _ids.FirstOrDefault(i => i.Value.ToString() == subject).Key is { } name
        ? $"{refused.Code}:{name}"
        : refused?.FullCode;

    private ScopeFacts Scope => new() { EffectiveOn = _effective.EffectiveOn, ActDate = _actDate, Result = _result, AgencyInCity = true };

    private Guid Id(string name) => _ids.TryGetValue(name, out var id) ? id : _ids[name] = Guid.NewGuid();

    private CaseFacts Facts => CaseFacts.From(_facts);

    private Decision Apply(Event happening)
    {
        var state = MainState.Of(Facts);
        return happening.Name switch
        {
            "registerJudgment" => Register(happening),
            "confirmInScope" => Act(Transition.ConfirmInScope, state, ScopeTest.Judge(Scope, happening.On, _policy), () => Confirm()),
            "confirmOutOfScope" => Act(
                Transition.ConfirmOutOfScope, state,
                ScopeTest.ConfirmOut(Scope, Completion.Parse<ScopeReason>(happening.Data!.Value, "reason"), happening.Text("manualReason"), happening.On, _policy),
                () => (_facts[Fact.Scope], _facts[Fact.ScopeReason]) = ("OUT", happening.Text("reason"))),
            "reopenScope" => Act(Transition.ReopenScope, state, new Accepted(), () => (_facts[Fact.Scope], _actDate) = ("UNDECIDED", _scenario.ActDate)),
            "completeInvestigation" => Complete(happening, state),
            "submitReport" => Submit(happening, state),
            "acceptReport" => Act(Transition.AcceptReport, state, ReviewRules.Accept(false, false), () => Set(Fact.Accepted)),
            "completeReview" => Act(Transition.CompleteReview, state, ReviewRules.Complete(Facts, "见审核意见书"), () => Reviewed(happening.On)),
            "sendFeedback" => Act(Transition.SendFeedback, state, ReviewRules.SendFeedback(true), () => { Set(Fact.FeedbackSent); Stop(ClockKind.Feedback, happening.On); }),
            "fileWithCity" => Act(null, state, ReviewRules.File(Facts), () => { _facts[Fact.Filed] = Iso(happening.On); Stop(ClockKind.Filing, happening.On); }),
            "receiveFeedback" => Act(Transition.ReceiveFeedback, state, new Accepted(), () => { Set(Fact.FeedbackReceived); Start(ClockKind.Disposition, happening.On); }),
            "recordDisposition" => Dispose(happening, state),
            "closeCase" => Act(
                Transition.CloseCase, state, ClosingRules.Close(Facts, Facts.Count(Fact.SanctionsOrdered), ClosingRules.Holders(Facts)),
                () => _facts[Fact.ClosedVersion] = _facts[Fact.DispositionVersion]),
            _ => Branch(happening, state),
        };
    }

    private static Decision Act(Transition? transition, CaseState state, Decision lawful, Action then)
    {
        var decision = transition is { } wanted && StateMachine.Check(wanted, state) is Refused illegal ? illegal : lawful;
        if (decision is not Refused)
        {
            then();
        }

        return decision;
    }

    private Decision Register(Event happening)
    {
        if (_registered || happening.Text("duplicateOf").Length > 0)
        {
            return new Refused("DUPLICATE_JUDGMENT", "N2.2-f");
        }

        _registered = true;
        var number = CaseNumber.TryParse(_scenario.Judgment.GetProperty("caseNo").GetString(), out _);
        (_facts[Fact.Scope], _facts[Fact.County]) = ("UNDECIDED", _route.CountyFiling ? "TRUE" : "FALSE");
        _facts[Fact.JointRequired] = _route.JointRequired ? "TRUE" : "FALSE";
        return number ? new Accepted() : new Refused("CASE_NUMBER_INVALID", "3.4");
    }

    private void Confirm()
    {
        _facts[Fact.Scope] = "IN";
        var effective = _effective.EffectiveOn!.Value;
        Start(ClockKind.Investigation, effective > _scenario.ServedOnAgency ? effective : _scenario.ServedOnAgency);
    }

    private Decision Complete(Event happening, CaseState state)
    {
        var findings = happening.List("findings").ToDictionary(f => f.GetProperty("person").GetString()!, Completion.Finding);
        var facts = new InvestigationFacts
        {
            Causes = happening.Texts("causes"),
            Persons = [.. _scenario.Persons.Select(p => new ExaminedPerson(Id(Belongs(p)), findings.GetValueOrDefault(p.GetProperty("id").GetString()!)))],
            UnitProposed = false,
            ImplementingBody = _scenario.ImplementingBody is { } body ? Id(body.GetProperty("id").GetString()!) : null,
            NominalAtFault = false,
            ActDate = _actDate,
        };
        return Act(Transition.CompleteInvestigation, state, InvestigationRules.Complete(facts), () =>
        {
            foreach (var (person, finding) in findings)
            {
                _findings[person] = finding;
            }

            Set(Fact.InvestigationCompleted);
            Stop(ClockKind.Investigation, happening.On);
            Start(ClockKind.Submit, happening.On);
        });
    }

    private Decision Submit(Event happening, CaseState state) => Act(
        Transition.SubmitReport,
        state,
        InvestigationRules.Submit([.. Units.Select(Id)], [.. happening.Texts("stamps").Select(Id)], happening.Texts("attachments")),
        () =>
        {
            _facts[Fact.Submissions] = "1";
            Stop(ClockKind.Submit, happening.On);
            Start(ClockKind.Review, happening.On);
        });

    private void Reviewed(DateOnly on)
    {
        Set(Fact.Reviewed);
        Stop(ClockKind.Review, on);
        Start(ClockKind.Feedback, on);
        if (_route.CountyFiling)
        {
            Start(ClockKind.Filing, on);
        }
    }

    private Decision Dispose(Event happening, CaseState state)
    {
        var decisions = Decisions(happening);
        return Act(Transition.RecordDisposition, state, DispositionRules.Record(Findings, [.. decisions.Values]), () =>
        {
            Decide(decisions);
            Dispose(1);
            Stop(ClockKind.Disposition, happening.On);
        });
    }

    private List<string> Units => _scenario.ImplementingBody is { } body ? [_scenario.AgencyId, body.GetProperty("id").GetString()!] : [_scenario.AgencyId];

    private string Belongs(JsonElement person) => person.TryGetProperty("belongsTo", out var unit) ? unit.GetString()! : _scenario.AgencyId;

    private void Set(string fact) => _facts[fact] = "TRUE";

    private void Start(ClockKind kind, DateOnly on, string? person = null, ClockTerms? terms = null) =>
        _clocks.TryAdd((kind, person), (terms ?? _policy.Clock(kind), on, null));

    private void Stop(ClockKind kind, DateOnly on, string? person = null) => _clocks[(kind, person)] = _clocks[(kind, person)] with { Stopped = on };

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Actual Result(DateOnly asOf)
    {
        var scope = _facts.GetValueOrDefault(Fact.Scope) switch
        {
            "IN" => "IN",
            "OUT" => $"OUT:{_facts[Fact.ScopeReason]}",
            _ => ScopeTest.Judge(Scope, asOf, _policy) is Refused { Code: "SCOPE" } refused ? $"OUT:{refused.Subject}" : "IN",
        };
        return new Actual
        {
            State = _registered ? Rules.Code.Of(MainState.Of(Facts)) : "[*]",
            EffectiveOn = _effective.EffectiveOn,
            Scope = scope,
            Route = _route.FullCode,
            RouteBasis = _route.Clause,
            Clocks = [.. _clocks.Select(c => Clock(c.Key, c.Value, asOf))],
            Persons = _scenario.Persons.Select(p => p.GetProperty("id").GetString()!).Where(_findings.ContainsKey).ToDictionary(p => p, Person),
            BelongsTo = _scenario.Persons.ToDictionary(p => p.GetProperty("id").GetString()!, Belongs),
            CountedInLossRate = ScopeTest.CountedInLossRate(_result, _effective.EffectiveOn, _policy),
            Result = _scenario.Judgment.GetProperty("result").GetString()!,
            Filing = !_route.CountyFiling ? "NOT_APPLICABLE" : _facts.ContainsKey(Fact.Filed) ? "DONE" : "DUE",
            AppealExpiresOn = _effective.AppealExpiresOn,
            ResponsibleUnits = Units,
            Unit = _unit,
            UnitDecider = SuperiorOrgan.Of(Level) is { } organ ? organ.Name + (organ.Outside ? "（系统外登记）" : "") : null,
            Version = Facts.Count(Fact.DispositionVersion),
            NonCompliance = _nonCompliance,
            SuggestJointReview = _suggestion,
            Revocation = MainState.Of(Facts) == CaseState.Terminated && SuspensionRules.OpensRevocation(Facts)
                ? [.. _stages.Where(s => s.Value[^1].Sanctions.Count > 0).Select(s => s.Key), Labels.Zh("ORG_DEPT")]
                : null,
            ExemptionEffects = _stages.Values.Any(s => s[^1].Conclusion == "EXEMPT")
                ? JsonSerializer.Serialize(Rules.ExemptionEffects.OfTheNotice, JsonSerializerOptions.Web)
                : null,
        };
    }

    private IReadOnlyList<Stage> Person(string id)
    {
        var immunity = _findings[id].NotPursueGrounds.Contains(NotPursueGround.MediationImmunity);
        return _stages.TryGetValue(id, out var stages)
            ? [.. stages.Select(s => s with { MediationImmunity = immunity })]
            : [new Stage(Rules.Code.Of(_findings[id].Conclusion), [], immunity)];
    }

    private ActualClock Clock((ClockKind Kind, string? Person) which, (ClockTerms Terms, DateOnly Start, DateOnly? Stopped) clock, DateOnly asOf)
    {
        var (kind, (terms, start, stopped)) = (which.Kind, clock);
        var reading = Rules.Clock.Read(terms, start, [.. _suspensions, .. kind == ClockKind.Review ? _returns : []], _calendar);
        var standing = reading.Status(stopped, asOf);
        return new ActualClock(
            Rules.Code.Of(kind), start, terms.Length, Rules.Code.Of(terms.Unit), Rules.Code.Of(terms.Nature), terms.Clause, reading.DueOn, stopped,
            Rules.Code.Of(standing.Status), standing.OverdueWorkingDays, [.. reading.Days.Where(d => d.Number is not null).Select(d => d.Date)],
            standing.RemainingWorkingDays, which.Person);
    }
}
