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

    private static string? Detail(Node node, WorkflowExecutionLogEntry entry, IDictionary<string, object>? data) => (entry.EventName, node.Kind) switch
    {
        ("Faulted", _) => entry.Message,
        ("Completed", NodeKind.Decide) => data?[Decide.Used].ToString(),
        ("Completed", NodeKind.Fork or NodeKind.End) => null,
        ("Completed", _) => data?.TryGetValue("Outcomes", out var outcomes) == true && outcomes is string[] named ? string.Join(',', named) : "Done",
        _ => null,
    };
}
