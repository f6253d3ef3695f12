using System.Diagnostics;
using System.Globalization;
using LostCases.Contracts;
using LostCases.Rules;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Platform;

/// <summary>
/// One change to a case by its owner: facts set, clocks started and stopped, steps answered, then one event. Everything is
/// saved by the transaction around it.
/// </summary>
public sealed class CaseSession(CaseDbContext db, Outbox outbox, StepDesk desk, AuditTrail audit, PlatformOptions options, TimeProvider time)
{
    private readonly List<(string Step, string Outcome, IReadOnlyDictionary<string, string> Facts)> _answers = [];
    private readonly List<Action> _duties = [];
    private readonly List<CaseParty> _parties = [];
    private Dictionary<string, string> _facts = [];
    private List<Deadline> _deadlines = [];
    private IReadOnlyList<Guid> _restricted = [];
    private IReadOnlyList<ClockPause> _suspensions = [];
    private IReadOnlyList<FindingSummary> _findings = [];
    private IReadOnlyList<FindingVerdict> _verdicts = [];
    private IReadOnlyList<DisposedFinding> _decisions = [];

    /// <summary>The card, locked.</summary>
    public CaseCard Card { get; private set; } = null!;

    /// <summary>Rules the case keeps.</summary>
    public Policy Policy { get; private set; } = Policy.Default;

    /// <summary>Calendar the case keeps.</summary>
    public WorkingCalendar Calendar { get; private set; } = WorkingCalendar.National;

    /// <summary>The owner's clocks of this case.</summary>
    public IReadOnlyList<Deadline> Deadlines => _deadlines;

    /// <summary>Begins a case that nobody knows yet.</summary>
    public async Task<CaseSession> OpenAsync(
        CaseCard fresh, string code, Policy policy, WorkingCalendar calendar, IEnumerable<Guid> restricted, CancellationToken ct)
    {
        fresh.Code = code;
        fresh.PolicyVersion = policy.VersionName;
        fresh.CalendarVersion = calendar.VersionName;
        fresh.Restrict(restricted);
        await BeginAsync(fresh, ct);
        _restricted = fresh.Restricted;
        Policy = policy;
        foreach (var (key, value) in PolicySettings.Differences(policy))
        {
            Set(Fact.Setting(key), value);
        }

        return Set(Fact.PolicyVersion, fresh.PolicyVersion).Set(Fact.CalendarVersion, fresh.CalendarVersion);
    }

    /// <summary>Begins work on a locked card.</summary>
    public async Task<CaseSession> BeginAsync(CaseCard card, CancellationToken ct)
    {
        Card = card;
        Policy = card.Policy();
        Calendar = card.Calendar();
        var own = card.Slices.Find(s => s.Owner == options.Owner)?.Slice;
        _facts = own?.Facts.ToDictionary(f => f.Key, f => f.Value) ?? [];
        _parties.Clear();
        _parties.AddRange(own?.Parties ?? []);
        _restricted = own?.RestrictedPersons ?? [];
        _suspensions = own?.Suspensions ?? [];
        _findings = own?.Findings ?? [];
        _verdicts = own?.Verdicts ?? [];
        _decisions = own?.Decisions ?? [];
        _deadlines = await db.Deadlines.Where(d => d.CaseId == card.CaseId).ToListAsync(ct);
        return this;
    }

    /// <summary>Sets one of the owner's facts (a name of <see cref="Fact"/>).</summary>
    public CaseSession Set(string fact, string value)
    {
        _facts[fact] = value;
        return this;
    }

    /// <summary>Sets a date.</summary>
    public CaseSession Set(string fact, DateOnly value) => Set(fact, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Sets a count.</summary>
    public CaseSession Set(string fact, int value) => Set(fact, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sets TRUE or FALSE.</summary>
    public CaseSession Set(string fact, bool value) => Set(fact, value ? "TRUE" : "FALSE");

    /// <summary>Sets what was found, for the services that judge by it.</summary>
    public CaseSession Found(IReadOnlyList<FindingSummary> findings)
    {
        _findings = findings;
        return this;
    }

    /// <summary>Sets what the review said of single findings.</summary>
    public CaseSession Judged(IReadOnlyList<FindingVerdict> verdicts)
    {
        _verdicts = verdicts;
        return this;
    }

    /// <summary>Sets the intervals of suspension, for all owners' clocks; the owner's own follow at once.</summary>
    public CaseSession Suspended(IReadOnlyList<ClockPause> suspensions)
    {
        _suspensions = suspensions;
        ApplySuspensions(suspensions);
        return this;
    }

    /// <summary>Sets what was decided, for the services that judge by it.</summary>
    public CaseSession Decided(IReadOnlyList<DisposedFinding> decisions)
    {
        _decisions = decisions;
        return this;
    }

    /// <summary>Brings an organisation into the case.</summary>
    public CaseSession Bring(Guid organisationId, string relation)
    {
        var party = new CaseParty(organisationId, relation);
        if (!_parties.Contains(party))
        {
            _parties.Add(party);
        }

        return this;
    }

    /// <summary>Starts a clock at statutory length, or at that of the terms, once: a clock that exists is left as it is.</summary>
    public Deadline Start(ClockKind kind, DateOnly on, string? subject = null, ClockTerms? terms = null)
    {
        var code = Code.Of(kind);
        if (_deadlines.Find(d => d.Kind == code && d.Subject == subject) is { } existing)
        {
            return existing;
        }

        var today = BusinessTime.Today(time);
        var deadline = Deadline.Start(Card, terms ?? Policy.Clock(kind), code, subject, on, Calendar, Policy, today);
        db.Deadlines.Add(deadline);
        _deadlines.Add(deadline);
        ApplySuspensions(Card.Suspensions);
        return deadline;
    }

    /// <summary>Counts the running clock of a step anew where the step's limit is shorter, and reminds when the step says; whether it was shortened.</summary>
    public bool Follow(OpenStep step)
    {
        var today = BusinessTime.Today(time);
        var kind = options.Steps.Find(s => s.Step == step.Step)?.Clock is { } clock ? Code.Of(clock) : null;
        var shortened = false;
        foreach (var deadline in _deadlines.Where(d => d.Kind == kind && d.IsRunning))
        {
            shortened |= deadline.Limit(step, Policy, today);
            deadline.Remind(step.ReminderDays, Policy, today);
        }

        return shortened;
    }

    /// <summary>Lengthens a running clock by what the rules add to it; answers by how much: nothing where it does not run.</summary>
    public int Extend(ClockKind kind, int by)
    {
        if (by <= 0 || _deadlines.Find(d => d.Kind == Code.Of(kind) && d.IsRunning) is not { } deadline)
        {
            return 0;
        }

        deadline.Extend(by, Policy, BusinessTime.Today(time));
        return by;
    }

    /// <summary>Begins or ends (with <paramref name="to"/>) a pause of a running clock.</summary>
    public void Pause(ClockKind kind, DateOnly from, DateOnly? to, string cause)
    {
        if (_deadlines.Find(d => d.Kind == Code.Of(kind) && d.IsRunning) is { } deadline)
        {
            deadline.Pause(from, to, cause, Policy, BusinessTime.Today(time));
        }
    }

    /// <summary>Lets the suspensions of the case hold for every running clock.</summary>
    public void ApplySuspensions(IReadOnlyList<ClockPause> suspensions)
    {
        var today = BusinessTime.Today(time);
        foreach (var deadline in _deadlines.Where(d => d.IsRunning))
        {
            foreach (var suspension in suspensions)
            {
                if (suspension.To <= deadline.StartOn)
                {
                    deadline.Unpause(suspension.Cause, Policy, today); // it ended before the clock began, which was not known while it lasted
                    continue;
                }

                deadline.Pause(suspension.From > deadline.StartOn ? suspension.From : deadline.StartOn, suspension.To, suspension.Cause, Policy, today);
            }
        }
    }

    /// <summary>Stops every running clock: the case has ended otherwise than by its duties being done. Their notices end.</summary>
    public void StopAll(DateOnly on)
    {
        foreach (var deadline in _deadlines.Where(d => d.IsRunning))
        {
            Stop(deadline, on);
        }
    }

    /// <summary>Stops a running clock; announces that the duty was done in time, or late.</summary>
    public void Stop(ClockKind kind, DateOnly on, string? subject = null)
    {
        var code = Code.Of(kind);
        if (_deadlines.Find(d => d.Kind == code && d.Subject == subject) is { StoppedOn: null } deadline)
        {
            Stop(deadline, on);
        }
    }

    private void Stop(Deadline deadline, DateOnly on)
    {
        deadline.Stop(on);
        if (on <= deadline.DueOn)
        {
            outbox.Publish(new DeadlineMet { DeadlineId = deadline.Id, CaseId = Card.CaseId, Kind = deadline.Kind, StoppedOn = on });
        }
        else if (!deadline.Historical)
        {
            outbox.Publish(new DeadlineEnded { DeadlineId = deadline.Id, CaseId = Card.CaseId, Kind = deadline.Kind, StoppedOn = on });
        }
    }

    /// <summary>Answers every open request of the step when the event is published.</summary>
    public CaseSession Answer(string step, string outcome = "Done", params (string Name, string Value)[] facts)
    {
        _answers.Add((step, outcome, facts.ToDictionary(f => f.Name, f => f.Value)));
        return this;
    }

    /// <summary>Makes a to-do of a duty that the chain has not asked for, when the event is published.</summary>
    /// <param name="step">Kind of step; who can do it is what this owner says of the step.</param>
    /// <param name="requestId">Name of the to-do, to be kept until it is done.</param>
    public CaseSession Await(string step, Guid requestId)
    {
        _duties.Add(() => desk.Await(Card, step, requestId));
        return this;
    }

    /// <summary>Takes such a to-do back, when the event is published.</summary>
    public CaseSession AwaitNoMore(string step, Guid requestId, bool answered)
    {
        _duties.Add(() => desk.AwaitNoMore(Card, step, requestId, answered));
        return this;
    }

    /// <summary>Publishes what happened with the owner's new slice, answers the chain, and adds to the audit chain.</summary>
    public async Task PublishAsync<T>(Func<CaseHeader, T> what, DateOnly on, Actor? actor, CancellationToken ct, object? detail = null)
        where T : class, ICaseEvent
    {
        var documents = await db.Documents.Where(d => d.CaseId == Card.CaseId).ToListAsync(ct);
        documents = [.. documents.Union(db.Documents.Local.Where(d => d.CaseId == Card.CaseId))];
        foreach (var asked in await desk.LimitsAsync(Card.CaseId, ct))
        {
            Follow(asked); // the step may have been asked for before its clock began
        }

        Card.Version++;
        Card.LastTrace = Activity.Current?.Id ?? Card.LastTrace;
        var closed = new List<ClosedStep>();
        foreach (var (step, outcome, facts) in _answers)
        {
            closed.AddRange(await desk.AnswerAsync(Card, step, outcome, facts, ct));
        }

        _answers.Clear();
        await desk.NoteClosedAsync(Card.CaseId, closed, ct);
        var header = new CaseHeader
        {
            Id = Card.CaseId,
            Code = Card.Code,
            Owner = options.Owner,
            Sequence = Card.Version,
            On = on,
            RecordedAt = time.GetUtcNow(),
            ActorId = actor?.Id,
            ActorOrganisationId = actor?.OrganisationId,
            Slice = new CaseSlice
            {
                Facts = new Dictionary<string, string>(_facts),
                Parties = [.. _parties],
                Clocks = [.. _deadlines.OrderBy(d => d.StartOn).ThenBy(d => d.Kind, StringComparer.Ordinal).Select(d => d.ToClock())],
                RestrictedPersons = _restricted,
                Suspensions = _suspensions,
                Findings = _findings,
                Verdicts = _verdicts,
                Decisions = _decisions,
                Documents = [.. documents.Select(d => new CaseDocument(d.Id, d.Kind, d.Sha256, d.Length))],
            },
            ClosedSteps = closed,
        };
        Card.Take(header);
        var happened = what(header);
        outbox.Publish(happened);
        _duties.ForEach(d => d());
        _duties.Clear();
        await desk.OpenWaitingAsync(Card, ct);
        // The chain holds every event, so that the case can be replayed from it; what an act adds stands beside it.
        await audit.AddAsync(Card.CaseId, typeof(T).Name, actor, detail is null ? happened : new { Case = header, Detail = detail }, ct);
    }
}
