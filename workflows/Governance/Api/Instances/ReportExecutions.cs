using LostCases.Governance.Data;
using Microsoft.AspNetCore.Http;

namespace LostCases.Governance.Api.Instances;

/// <summary>POST /elsa/api/activity-executions/report: how often each box ran, for the numbers on the canvas.</summary>
/// <param name="WorkflowInstanceId">The instance.</param>
/// <param name="ActivityNodeIds">The boxes asked about.</param>
internal sealed record ReportExecutions(string WorkflowInstanceId, IReadOnlyList<string>? ActivityNodeIds)
{
    internal static async Task<IResult> HandleAsync(ReportExecutions request, WorkflowDbContext db, HttpContext http, CancellationToken ct) =>
        await GetInstance.FindAsync(db, request.WorkflowInstanceId, ct) is { } walked
            ? TypedResults.Ok(new { Stats = Stats(walked, request.ActivityNodeIds) })
            : GetInstance.NotThere(http);

    internal static IReadOnlyList<object> Stats(Walked walked, IReadOnlyList<string>? nodes) =>
    [
        .. Execution.Of(walked.Journal)
            .GroupBy(e => walked.Box(e.ActivityId))
            .Where(g => nodes is null || nodes.Contains(g.Key.NodeId))
            .Select(g => new
            {
                ActivityId = g.Key.Id,
                ActivityNodeId = g.Key.NodeId,
                StartedCount = g.Count(),
                CompletedCount = g.Count(e => e.Status == "Completed"),
                UncompletedCount = g.Count(e => e.Status != "Completed"),
                IsBlocked = g.Any(e => e.IsWaiting),
                IsFaulted = g.Any(e => e.Status == "Faulted"),
                AggregateFaultCount = g.Count(e => e.Status == "Faulted"),
                Metadata = new { },
            }),
    ];
}
