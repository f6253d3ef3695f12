using System.Globalization;
using LostCases.Rules;
using LostCases.Simulator;

namespace LostCases.Governance.Gate;

/// <summary>
/// Breadth first through every state a case can be in, with any answer the law allows at every step that waits. What is broken first is
/// broken by the shortest way. A broken invariant does not stop the search, so that all are told at once.
/// </summary>
internal sealed class Exploration(Definition definition, Policy policy)
{
    /// <summary>States that are looked at before the chain counts as too complex.</summary>
    private const int Most = 200_000;

    private readonly Drawn _drawn = new(definition);
    private readonly IReadOnlyList<(IReadOnlyDictionary<string, string> Facts, ChainHistory History)> _starts = ChainStarts.Of(definition.Id, policy);
    private readonly Dictionary<Marking, int> _known = [];
    private readonly List<Marking> _states = [];
    private readonly List<(int Parent, GateAnswer? By)> _origins = [];
    private readonly List<(int From, int To)> _moves = [];
    private readonly Dictionary<ChainRule, GateFinding> _found = [];

    internal IEnumerable<GateFinding> Run()
    {
        for (var start = 0; start < _starts.Count; start++)
        {
            var empty = new Marking("", "", start, _starts[start].History, "", "", Ended: false);
            Move(-1, null, empty, new Passage(_drawn, empty, Facts(empty)), _drawn.Start.Id, "");
        }

        for (var at = 0; at < _states.Count && _states.Count <= Most; at++)
        {
            foreach (var (box, port, after, answer) in Answers(_states[at]).ToList())
            {
                var passage = new Passage(_drawn, after, Facts(after));
                foreach (var target in _drawn.From(box, port).Take(1))
                {
                    Move(at, answer, after, passage, target, box);
                }
            }
        }

        return _states.Count > Most
            ? [.. _found.Values, Telling.Of(ChainRule.Provable, $"状态超过 {Most} 个，请减少并行分支和判断", $"more than {Most} states; use fewer branches and decisions")]
            : [.. _found.Values, .. DeadEnds()];
    }

    private void Move(int from, GateAnswer? by, Marking before, Passage passage, string target, string via)
    {
        var next = passage.Enter(target, via);
        foreach (var (rule, length) in passage.Broken.Where(b => !_found.ContainsKey(b.Rule)))
        {
            _found[rule] = Tell(rule, before.Start, from, by, passage, length);
        }

        if (!_known.TryGetValue(next, out var to))
        {
            _known[next] = to = _states.Count;
            _states.Add(next);
            _origins.Add((from, by));
        }

        _moves.Add((from, to));
    }

    /// <summary>Every answer that can come next: a step that waits, a port the law lets it be left by, the facts it may set.</summary>
    private IEnumerable<(string Box, string Port, Marking After, GateAnswer Answer)> Answers(Marking state)
    {
        foreach (var number in state.Waits)
        {
            var node = _drawn.Boxes[number];
            var step = node.Step!.Name;
            foreach (var port in node.Ports.Where(p => ChainLaw.CanLeave(step, p, state.History, policy)))
            {
                var history = ChainLaw.After(step, port, state.History);
                var left = state with
                {
                    Waits = state.Waits.Replace(number.ToString(), "", StringComparison.Ordinal),
                    History = _drawn.ReadsSubmissions ? history : history with { Submissions = 0 },
                };
                foreach (var (after, set) in Facts(step, port, left))
                {
                    yield return (node.Id, port, after, new GateAnswer(node.Id, port, set));
                }
            }
        }
    }

    private IEnumerable<(Marking After, Dictionary<string, string> Set)> Facts(string step, string port, Marking left) => (step, port) switch
    {
        ("Review", "Completed") => _drawn.Opinions.Select(o => (left with { Opinion = o }, o.Length == 0 ? [] : new Dictionary<string, string> { [Fact.Opinion] = o })),
        ("Review", "Returned") => [(left, new() { [Fact.Returns] = Text(left.History.Returns) })],
        ("SubmitReport" or "Supplement", _) => [(left, new() { [Fact.Submissions] = Text(left.History.Submissions) })],
        ("FileWithCity", _) => [(left, new() { [Fact.Filed] = "TRUE" })],
        ("Dispose", "PendingTransfer") => _drawn.Pendings.Select(p => (left with { Pending = _drawn.ReadsPending ? p : "" }, new Dictionary<string, string> { [Fact.TransfersPending] = p })),
        ("Dispose" or "AwaitTransferResults", _) => [(left with { Pending = _drawn.ReadsPending ? "0" : "" }, new() { [Fact.TransfersPending] = "0" })],
        _ => [(left, [])],
    };

    /// <summary>What decisions read in a state.</summary>
    private Dictionary<string, string> Facts(Marking state) => new(_starts[state.Start].Facts)
    {
        [Fact.Opinion] = state.Opinion,
        [Fact.TransfersPending] = state.Pending,
        [Fact.Returns] = state.History.Returns == 0 ? "" : Text(state.History.Returns),
        [Fact.Submissions] = state.History.Submissions == 0 ? "" : Text(state.History.Submissions),
        [Fact.Filed] = state.History.Has(ChainMarks.Filed) ? "TRUE" : "",
    };

    /// <summary>The first state from which no end can be reached.</summary>
    private IEnumerable<GateFinding> DeadEnds()
    {
        var before = _moves.Where(m => m.From >= 0).ToLookup(m => m.To, m => m.From);
        var alive = new HashSet<int>(_states.Index().Where(s => s.Item.Ended).Select(s => s.Index));
        var next = new Queue<int>(alive);
        while (next.TryDequeue(out var at))
        {
            foreach (var from in before[at].Where(alive.Add))
            {
                next.Enqueue(from);
            }
        }

        var dead = Enumerable.Range(0, _states.Count).FirstOrDefault(i => !alive.Contains(i), -1);
        if (dead >= 0)
        {
            var (way, answers) = Way(dead);
            yield return Telling.Along(ChainRule.EndReachable, _starts[_states[dead].Start].History, _starts[_states[dead].Start].Facts, way, answers);
        }
    }

    private GateFinding Tell(ChainRule rule, int start, int from, GateAnswer? by, Passage passage, int length)
    {
        var (way, answers) = from < 0 ? ([], []) : Way(from);
        Answered(way, answers, by);
        way.AddRange(passage.Trail.Take(length));
        return Telling.Along(rule, _starts[start].History, _starts[start].Facts, way, answers);
    }

    /// <summary>The boxes passed and the answers given on the way to a state.</summary>
    private (List<Stop> Way, List<GateAnswer> Answers) Way(int state)
    {
        var answers = new List<GateAnswer>();
        for (var at = state; at >= 0; at = _origins[at].Parent)
        {
            if (_origins[at].By is { } by)
            {
                answers.Insert(0, by);
            }
        }

        var (way, given) = (new List<Stop>(), new List<GateAnswer>());
        var start = _states[state].Start;
        var marking = new Marking("", "", start, _starts[start].History, "", "", Ended: false);
        var passage = new Passage(_drawn, marking, Facts(marking));
        marking = passage.Enter(_drawn.Start.Id, "");
        way.AddRange(passage.Trail);
        foreach (var answer in answers)
        {
            Answered(way, given, answer);
            var after = Answers(marking).First(a => Same(a.Answer, answer)).After;
            passage = new Passage(_drawn, after, Facts(after));
            marking = passage.Enter(_drawn.From(answer.StepId, answer.Port).First(), answer.StepId);
            way.AddRange(passage.Trail);
        }

        return (way, given);
    }

    /// <summary>The step that was waited for is told where it was answered, with its port.</summary>
    private void Answered(List<Stop> way, List<GateAnswer> answers, GateAnswer? by)
    {
        if (by is not null)
        {
            way.Add(new Stop(_drawn.Nodes[by.StepId], by.Port));
            answers.Add(by);
        }
    }

    private static bool Same(GateAnswer one, GateAnswer other) => one.StepId == other.StepId && one.Port == other.Port && one.Facts.All(f => other.Facts.GetValueOrDefault(f.Key) == f.Value);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
