using LostCases.Governance.Data;
using LostCases.Simulator;

namespace LostCases.Governance.Api.Instances;

/// <summary>An instance as Elsa's API shows it: ids and codes, nothing of what the case is about.</summary>
internal static class InstanceView
{
    /// <summary>A line of the list.</summary>
    internal static object Summary(WorkflowInstance i, DefinitionVersion version) => new
    {
        i.Id,
        version.DefinitionId,
        i.DefinitionVersionId,
        version.Version,
        Status = Status(i.State),
        SubStatus = SubStatus(i.State),
        CorrelationId = i.CaseId,
        i.Name,
        IncidentCount = i.State.Incidents.Count,
        IsSystem = false,
        i.CreatedAt,
        i.UpdatedAt,
        i.FinishedAt,
    };

    /// <summary>The instance with its state.</summary>
    internal static object Whole(Walked walked) => new
    {
        walked.Instance.Id,
        walked.Version.DefinitionId,
        walked.Instance.DefinitionVersionId,
        walked.Version.Version,
        WorkflowState = State(walked),
        Status = Status(walked.Instance.State),
        SubStatus = SubStatus(walked.Instance.State),
        IsExecuting = false,
        CorrelationId = walked.Instance.CaseId,
        walked.Instance.Name,
        IncidentCount = walked.Instance.State.Incidents.Count,
        IsSystem = false,
        walked.Instance.CreatedAt,
        walked.Instance.UpdatedAt,
        walked.Instance.FinishedAt,
    };

    internal static string Status(InstanceState state) => state.Status == InstanceStatus.Running ? "Running" : "Finished";

    internal static string SubStatus(InstanceState state) => state.Status switch
    {
        InstanceStatus.Running when state.Incidents.Count > 0 && state.Waits.Count == 0 => "Faulted",
        InstanceStatus.Running => "Suspended",
        InstanceStatus.Finished => "Finished",
        InstanceStatus.Cancelled => "Cancelled",
    };

    private static object State(Walked walked) => new
    {
        walked.Instance.Id,
        walked.Version.DefinitionId,
        walked.Instance.DefinitionVersionId,
        DefinitionVersion = walked.Version.Version,
        CorrelationId = walked.Instance.CaseId,
        walked.Instance.Name,
        Status = Status(walked.Instance.State),
        SubStatus = SubStatus(walked.Instance.State),
        IsExecuting = false,
        Bookmarks = walked.Instance.State.Waits.Select(w => new
        {
            Id = w.RequestId,
            Name = walked.Box(w.StepId).Type,
            Hash = w.RequestId.ToString("N"),
            Payload = new { w.RequestId, w.Round },
            ActivityId = w.StepId,
            ActivityNodeId = walked.Box(w.StepId).NodeId,
            ActivityInstanceId = w.RequestId.ToString("N"),
            CreatedAt = walked.Journal.Where(l => l.ActivityId == w.StepId && l.Event == "Suspended").Select(l => l.At).LastOrDefault(walked.Instance.UpdatedAt),
            AutoBurn = true,
            AutoComplete = true,
        }),
        Incidents = walked.Instance.State.Incidents.Select(i => new
        {
            ActivityId = i.StepId,
            ActivityNodeId = walked.Box(i.StepId).NodeId,
            ActivityType = walked.Box(i.StepId).Type,
            i.Message,
            Timestamp = walked.Journal.Where(l => l.ActivityId == i.StepId && l.Event == "Faulted").Select(l => l.At).LastOrDefault(walked.Instance.UpdatedAt),
        }),
        IsSystem = false,
        CompletionCallbacks = Array.Empty<object>(),
        ActivityExecutionContexts = Array.Empty<object>(),
        ScheduledActivities = Array.Empty<object>(),
        ExecutionLogSequence = walked.Instance.JournalLength,
        Input = new { },
        Output = new { },
        Properties = new { },
        walked.Instance.CreatedAt,
        walked.Instance.UpdatedAt,
        walked.Instance.FinishedAt,
    };
}
