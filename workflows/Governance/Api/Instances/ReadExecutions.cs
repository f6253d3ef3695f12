using LostCases.Governance.Data;
using Microsoft.AspNetCore.Http;

namespace LostCases.Governance.Api.Instances;

/// <summary>GET /elsa/api/activity-executions/… and /activity-execution-summaries/list: the runs of a box.</summary>
internal static class ReadExecutions
{
    internal static Task<IResult> ListAsync(WorkflowDbContext db, string? workflowInstanceId, string? activityNodeId, HttpContext http, CancellationToken ct) =>
        OfBoxAsync(db, workflowInstanceId, activityNodeId, whole: true, http, ct);

    internal static Task<IResult> SummariesAsync(WorkflowDbContext db, string? workflowInstanceId, string? activityNodeId, HttpContext http, CancellationToken ct) =>
        OfBoxAsync(db, workflowInstanceId, activityNodeId, whole: false, http, ct);

    internal static async Task<IResult> ByIdAsync(WorkflowDbContext db, string? id, HttpContext http, CancellationToken ct)
    {
        var named = Execution.Parse(id ?? "");
        var walked = named is { } known ? await Walked.ReadAsync(db, known.Instance, ct) : null;
        return walked is not null && Execution.Of(walked.Journal).FirstOrDefault(e => e.Id == id) is { } run
            ? TypedResults.Ok(View(run, walked, whole: true))
            : GetInstance.NotThere(http);
    }

    private static async Task<IResult> OfBoxAsync(WorkflowDbContext db, string? instanceId, string? nodeId, bool whole, HttpContext http, CancellationToken ct)
    {
        if (await GetInstance.FindAsync(db, instanceId ?? "", ct) is not { } walked)
        {
            return GetInstance.NotThere(http);
        }

        var runs = Execution.Of(walked.Journal).Where(e => nodeId is null || walked.Box(e.ActivityId).NodeId == nodeId).Select(e => View(e, walked, whole)).ToList();
        return TypedResults.Ok(new { Items = runs, runs.Count });
    }

    private static object View(Execution run, Walked walked, bool whole) => new
    {
        WorkflowInstanceId = walked.Instance.Id,
        run.ActivityId,
        ActivityNodeId = walked.Box(run.ActivityId).NodeId,
        ActivityType = walked.Box(run.ActivityId).Type,
        ActivityTypeVersion = 1,
        ActivityName = run.ActivityId,
        run.StartedAt,
        HasBookmarks = run.IsWaiting,
        run.Status,
        Outputs = new { },
        ActivityState = new { },
        Payload = whole && run.End?.Detail is { } outcome ? new Dictionary<string, object> { ["Outcomes"] = new[] { outcome } } : [],
        Properties = new { },
        Metadata = new { },
        AggregateFaultCount = run.Status == "Faulted" ? 1 : 0,
        CompletedAt = run.End?.At,
        run.Id,
    };
}
