using System.Globalization;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using LostCases.Elsa.Steps;
using LostCases.Simulator;

namespace LostCases.Elsa.Running;

/// <summary>Reads what a run of Elsa's left behind in the words of Governance: state, steps opened, journal.</summary>
internal static class Reading
{
    internal static Advance Of(Definition definition, InstanceState before, RunWorkflowResult result)
    {
        var state = result.WorkflowState;
        var ended = state.Status == WorkflowStatus.Finished;
        List<Wait> waits = ended ? [] : [.. state.Bookmarks.Where(b => b.Name == Step.Waiting).Select(b => Waiting(definition, b))];
        var next = before with
        {
            Status = !ended ? InstanceStatus.Running : state.SubStatus == WorkflowSubStatus.Cancelled ? InstanceStatus.Cancelled : InstanceStatus.Finished,
            Waits = waits,
            Rounds = Ledger.ReadRounds(state.Properties),
            Facts = Ledger.ReadFacts(state.Properties),
            Arrived = Arrivals(definition, before.Arrived, result.Journal),
            Incidents = [.. state.Incidents.Select(i => new Incident(i.ActivityId, i.Message))],
        };
        return new Advance(next, [.. waits.Where(w => before.Waits.All(b => b.RequestId != w.RequestId))], [.. Lines(definition, result.Journal)]);
    }

    private static Wait Waiting(Definition definition, Bookmark bookmark) => new(
        Guid.Parse(bookmark.Id),
        bookmark.ActivityId,
        definition.Nodes[bookmark.ActivityId].Step!.Name,
        int.Parse(bookmark.Metadata![Step.Round], CultureInfo.InvariantCulture));

    private static IEnumerable<JournalLine> Lines(Definition definition, Journal journal)
    {
        var data = journal.ActivityExecutionContexts.ToDictionary(c => c.Id, c => c.JournalData);
        return journal.WorkflowExecutionLogEntries
            .Where(e => definition.Nodes.ContainsKey(e.ActivityId))
            .Select(e => new JournalLine(e.ActivityId, e.EventName!, Detail(definition.Nodes[e.ActivityId], e, data.GetValueOrDefault(e.ActivityInstanceId))));
    }

    /// <summary>Which branches have reached a join that still waits: read off the journal, so that the simulator could go on from here.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Arrivals(Definition definition, IReadOnlyDictionary<string, IReadOnlyList<string>> before, Journal journal)
    {
        var arrived = before.ToDictionary();
        var data = journal.ActivityExecutionContexts.ToDictionary(c => c.Id, c => c.JournalData);
        foreach (var entry in journal.WorkflowExecutionLogEntries.Where(e => e.EventName == "Completed" && definition.Nodes.ContainsKey(e.ActivityId)))
        {
            var node = definition.Nodes[entry.ActivityId];
            if (node.Kind == NodeKind.Join)
            {
                arrived[node.Id] = [];
            }

            var ports = node.Kind == NodeKind.Fork ? node.Ports : Outcomes(data.GetValueOrDefault(entry.ActivityInstanceId));
            foreach (var join in ports.SelectMany(p => definition.From(node.Id, p)).Select(c => c.Target).Where(t => definition.Nodes[t].Kind == NodeKind.Join))
            {
                arrived[join] = [.. arrived.GetValueOrDefault(join, []).Append(node.Id).Distinct()];
            }
        }

        return arrived;
    }

    private static IReadOnlyList<string> Outcomes(IDictionary<string, object>? data) =>
        data?.TryGetValue("Outcomes", out var outcomes) == true && outcomes is string[] named ? named : ["Done"];

    private static string? Detail(Node node, WorkflowExecutionLogEntry entry, IDictionary<string, object>? data) => (entry.EventName, node.Kind) switch
    {
        ("Faulted", _) => entry.Message,
        ("Completed", NodeKind.Decide) => data?[Decide.Used].ToString(),
        ("Completed", NodeKind.Fork or NodeKind.End) => null,
        ("Completed", _) => string.Join(',', Outcomes(data)),
        _ => null,
    };
}
