using LostCases.Steps;

namespace LostCases.Simulator;

/// <summary>Sets an instance to a step (置于环节). Pure.</summary>
public static class Setting
{
    /// <summary>
    /// The instance waits at the step, in a new round, whatever it waited for before. Branches beside the step go on as they were; one
    /// in which nobody waits counts as done, so that the join can be passed.
    /// </summary>
    public static Advance To(Definition definition, InstanceState state, string stepId)
    {
        var beside = Blocks.Around(definition, stepId).SelectMany(f => f.Where(b => !b.Inside.Contains(stepId))).ToList();
        var kept = state.Waits.Where(w => beside.Exists(b => b.Inside.Contains(w.StepId))).ToList();
        var goesOn = beside.ToLookup(b => kept.Exists(w => b.Inside.Contains(w.StepId)));
        var arrived = state.Arrived.Where(a => goesOn[true].Any(b => b.Inside.Contains(a.Key))).ToDictionary();
        foreach (var join in goesOn[false].GroupBy(b => b.Join))
        {
            arrived[join.Key] = [.. join.Select(b => b.Last)];
        }

        var round = state.Rounds.GetValueOrDefault(stepId) + 1;
        var wait = new Wait(WorkflowIds.Request(state.InstanceId, stepId, round), stepId, definition.Nodes[stepId].Step!.Name, round);
        var next = state with
        {
            Status = InstanceStatus.Running,
            Waits = [.. kept, wait],
            Rounds = new Dictionary<string, int>(state.Rounds) { [stepId] = round },
            Arrived = arrived,
            Set = [.. state.Set, new SetStep(stepId, state.Answered.Count)],
            Incidents = [],
        };
        return new Advance(next, [wait], [new JournalLine(stepId, "Started", null), new JournalLine(stepId, "Suspended", "SetToStep")]);
    }
}
