using System.Globalization;

namespace LostCases.Rules.Tests;

/// <summary>One owner's facts after its n-th event, as other services receive them.</summary>
/// <param name="Owner">The owner.</param>
/// <param name="Sequence">Number of the event.</param>
/// <param name="Facts">All facts of the owner then.</param>
internal sealed record Told(string Owner, int Sequence, IReadOnlyDictionary<string, string> Facts);

/// <summary>
/// A case walking through the agreed machine: each transition changes the facts of the owner that performs it, and the state is
/// followed by the agreed table alone, so that it can be compared with what the product makes of the facts.
/// </summary>
internal sealed class Walk
{
    private static readonly AgreedMachine Machine = AgreedMachine.Read();
    private readonly Dictionary<string, Dictionary<string, string>> _facts = [];
    private readonly List<Told> _told = [];
    private CaseState _remembered;

    internal CaseState? State { get; private set; }

    internal IReadOnlyList<Told> Tellings => _told;

    internal List<Transition> Taken { get; } = [];

    internal IReadOnlyList<AgreedTransition> Open =>
        [.. Machine.Transitions.Where(t => State is { } now ? t.From.Contains(now) : t.From.Count == 0)];

    /// <summary>Walks by choices, each taken modulo what is open; side roads (suspension, termination) only for choices that divide by nine.</summary>
    internal static Walk By(IEnumerable<int> choices)
    {
        var walk = new Walk();
        foreach (var choice in choices)
        {
            var open = walk.Open.Where(t => choice % 9 == 0 || t.Event is not (Transition.Suspend or Transition.Terminate)).ToList();
            if (open.Count == 0)
            {
                break;
            }

            walk.Take(open[choice % open.Count]);
        }

        return walk;
    }

    /// <summary>The shortest walk to a state.</summary>
    internal static Walk To(CaseState wanted)
    {
        var queue = new Queue<IReadOnlyList<AgreedTransition>>([[]]);
        while (true)
        {
            var path = queue.Dequeue();
            var walk = Along(path);
            if (walk.State == wanted)
            {
                return walk;
            }

            // A walk that comes back to where it was is not the shortest.
            foreach (var next in walk.Open.Where(t => t.To is not null && path.All(p => p.To != t.To)))
            {
                queue.Enqueue([.. path, next]);
            }
        }
    }

    internal void Take(Transition transition) => Take(Open.Single(t => t.Event == transition));

    /// <summary>The state the product makes of what was told, in the order given; of each owner the newest counts.</summary>
    internal static CaseState StateOf(IEnumerable<Told> tellings)
    {
        var newest = new Dictionary<string, Told>();
        foreach (var told in tellings)
        {
            if (!newest.TryGetValue(told.Owner, out var known) || known.Sequence < told.Sequence)
            {
                newest[told.Owner] = told;
            }
        }

        return MainState.Of(CaseFacts.From(newest.Values.SelectMany(t => t.Facts).ToDictionary(f => f.Key, f => f.Value)));
    }

    private static Walk Along(IReadOnlyList<AgreedTransition> path)
    {
        var walk = new Walk();
        foreach (var step in path)
        {
            walk.Take(step);
        }

        return walk;
    }

    private void Take(AgreedTransition step)
    {
        _remembered = step.Event == Transition.Suspend ? State!.Value : _remembered;
        State = step.Event == Transition.Resume ? _remembered : step.To ?? State;
        Taken.Add(step.Event);
        Tell(step.Event);
    }

    private void Tell(Transition transition)
    {
        var (owner, fact, value) = Change(transition);
        var facts = _facts.TryGetValue(owner, out var known) ? known : _facts[owner] = [];
        facts[fact] = value;
        if (transition == Transition.RecordRedisposition)
        {
            facts[Fact.DispositionVersion] = Next(owner, Fact.DispositionVersion);
        }

        if (State == CaseState.Disposed)
        {
            facts[Fact.TransfersPending] = "0"; // what T18, T18b and this T21 require
        }

        _told.Add(new Told(owner, _told.Count + 1, new Dictionary<string, string>(facts)));
    }

    private (string Owner, string Fact, string Value) Change(Transition transition) => transition switch
    {
        Transition.RegisterJudgment or Transition.ReopenScope => ("intake", Fact.Scope, "UNDECIDED"),
        Transition.ConfirmInScope => ("intake", Fact.Scope, "IN"),
        Transition.ConfirmOutOfScope => ("intake", Fact.Scope, "OUT"),
        Transition.CompleteInvestigation => ("investigation", Fact.InvestigationCompleted, "TRUE"),
        Transition.SubmitReport or Transition.ResubmitReport => ("investigation", Fact.Submissions, Next("investigation", Fact.Submissions)),
        Transition.AcceptReport => ("review", Fact.Accepted, "TRUE"),
        Transition.ReturnForSupplement => ("review", Fact.Returns, Next("review", Fact.Returns)),
        Transition.StartJointReview => ("review", Fact.JointStarted, Next("review", Fact.JointStarted)),
        Transition.ConcludeJointReview => ("review", Fact.JointConcluded, Next("review", Fact.JointConcluded)),
        Transition.CompleteReview => ("review", Fact.Reviewed, "TRUE"),
        Transition.SendFeedback => ("review", Fact.FeedbackSent, "TRUE"),
        Transition.ReceiveFeedback => ("disposition", Fact.FeedbackReceived, "TRUE"),
        Transition.TransferFinding => ("disposition", Fact.TransfersPending, "1"),
        Transition.RecordTransferResult => ("disposition", Fact.TransfersPending, "0"),
        Transition.RecordDispositionPendingTransfer => ("disposition", Fact.OwnPartDone, "TRUE"),
        Transition.RecordDisposition or Transition.AllTransferResultsIn => ("disposition", Fact.DispositionVersion, "1"),
        Transition.ConferenceCorrect => ("disposition", Fact.Corrections, Next("disposition", Fact.Corrections)),
        Transition.RecordRedisposition => ("disposition", Fact.Redispositions, Next("disposition", Fact.Redispositions)),
        Transition.CloseCase => ("intake", Fact.ClosedVersion, _facts["disposition"][Fact.DispositionVersion]),
        Transition.Suspend => ("intake", Fact.Suspended, "TRUE"),
        Transition.Resume => ("intake", Fact.Suspended, "FALSE"),
        Transition.Terminate => ("intake", Fact.Terminated, "TRUE"),
    };

    private string Next(string owner, string fact) =>
        (int.Parse(_facts.GetValueOrDefault(owner)?.GetValueOrDefault(fact) ?? "0", CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
}
