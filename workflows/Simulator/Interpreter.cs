using LostCases.Steps;

namespace LostCases.Simulator;

/// <summary>Walks a definition: (definition, state, input) → (state', steps to open, journal). Pure.</summary>
public static class Interpreter
{
    /// <summary>Starts an instance.</summary>
    public static Advance Start(Definition definition, Guid instanceId, IReadOnlyDictionary<string, string> facts)
    {
        var run = new Run(definition, new InstanceState { InstanceId = instanceId, Facts = Allowed(facts, RoutingFacts.AtStart) });
        run.Schedule(definition.Start.Id, "");
        return run.End();
    }

    /// <summary>Takes an answer. One that nobody waits for (again, late, of another instance) changes nothing.</summary>
    public static Advance Answer(
        Definition definition, InstanceState state, Guid requestId, string outcome, IReadOnlyDictionary<string, string> facts)
    {
        if (state.Status != InstanceStatus.Running || state.Waits.FirstOrDefault(w => w.RequestId == requestId) is not { } wait)
        {
            return new Advance(state, [], []);
        }

        var set = StepCatalogue.ByName(wait.Step)!.Facts;
        var known = new Dictionary<string, string>(state.Facts);
        foreach (var (name, value) in Allowed(facts, set))
        {
            known[name] = value;
        }

        var run = new Run(definition, state with
        {
            Waits = [.. state.Waits.Where(w => w.RequestId != requestId)],
            Answered = [.. state.Answered, requestId],
            Facts = known,
        });
        run.Resume(wait.StepId, outcome);
        return run.End();
    }

    /// <summary>Withdraws an instance; one that has ended stays as it is.</summary>
    public static Advance Cancel(InstanceState state) => state.Status != InstanceStatus.Running
        ? new Advance(state, [], [])
        : new Advance(
            state with { Status = InstanceStatus.Cancelled, Waits = [] }, [], [.. state.Waits.Select(w => new JournalLine(w.StepId, "Canceled", null))]);

    private static Dictionary<string, string> Allowed(IReadOnlyDictionary<string, string> facts, IReadOnlyList<string> names) =>
        facts.Where(f => names.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value);

    private sealed class Run(Definition definition, InstanceState state)
    {
        private readonly List<Wait> _opened = [];
        private readonly List<JournalLine> _journal = [];
        private readonly Queue<(string Id, string Via)> _next = new();
        private InstanceState _state = state;

        /// <summary>Enters what is scheduled, first come first, as Elsa does: side by side where branches go on.</summary>
        internal Advance End()
        {
            while (_state.Status == InstanceStatus.Running && _next.TryDequeue(out var box))
            {
                Enter(box.Id, box.Via);
            }

            return new(_state, _state.Status == InstanceStatus.Running ? _opened : [], _journal);
        }

        internal void Schedule(string id, string via) => _next.Enqueue((id, via));

        private void Enter(string id, string via)
        {
            var node = definition.Nodes[id];
            if (node.Kind != NodeKind.Join)
            {
                _journal.Add(new JournalLine(id, "Started", null));
            }

            switch (node.Kind)
            {
                case NodeKind.Step:
                    Open(node);
                    break;
                case NodeKind.Decide:
                    var (port, used) = Decision.Of(node, _state.Facts);
                    Leave(id, port, used);
                    break;
                case NodeKind.Fork:
                    _journal.Add(new JournalLine(id, "Completed", null));
                    foreach (var branch in node.Ports.SelectMany(p => definition.From(id, p)))
                    {
                        Schedule(branch.Target, id);
                    }

                    break;
                case NodeKind.Join:
                    Arrive(node, via);
                    break;
                case NodeKind.End:
                    _journal.Add(new JournalLine(id, "Completed", null));
                    _state = _state with { Status = InstanceStatus.Finished, Waits = [] };
                    break;
                case NodeKind.Notify:
                    NextRound(id);
                    Leave(id, "Done");
                    break;
                case NodeKind.Start or NodeKind.Meet:
                    Leave(id, "Done");
                    break;
            }
        }

        internal void Resume(string id, string outcome)
        {
            _journal.Add(new JournalLine(id, "Resumed", null));
            Leave(id, outcome);
        }

        internal void Leave(string id, string outcome, string? detail = null)
        {
            var next = definition.From(id, outcome).ToList();
            if (next.Count == 0)
            {
                var message = $"出口“{outcome}”没有去向。";
                _journal.Add(new JournalLine(id, "Faulted", message));
                _state = _state with { Incidents = [.. _state.Incidents, new Incident(id, message)] };
                return;
            }

            _journal.Add(new JournalLine(id, "Completed", detail ?? outcome));
            foreach (var arrow in next)
            {
                Schedule(arrow.Target, id);
            }
        }

        private void Open(Node node)
        {
            var round = NextRound(node.Id);
            var wait = new Wait(WorkflowIds.Request(_state.InstanceId, node.Id, round), node.Id, node.Step!.Name, round);
            _opened.Add(wait);
            _journal.Add(new JournalLine(node.Id, "Suspended", null));
            _state = _state with { Waits = [.. _state.Waits, wait] };
        }

        private int NextRound(string id)
        {
            var round = _state.Rounds.GetValueOrDefault(id) + 1;
            _state = _state with { Rounds = new Dictionary<string, int>(_state.Rounds) { [id] = round } };
            return round;
        }

        private void Arrive(Node node, string via)
        {
            IReadOnlyList<string> arrived = [.. _state.Arrived.GetValueOrDefault(node.Id, []).Append(via).Distinct()];
            var complete = arrived.Count >= definition.Into(node.Id);
            _state = _state with
            {
                Arrived = new Dictionary<string, IReadOnlyList<string>>(_state.Arrived) { [node.Id] = complete ? [] : arrived },
            };
            if (complete)
            {
                _journal.Add(new JournalLine(node.Id, "Started", null));
                Leave(node.Id, "Done");
            }
        }
    }
}
