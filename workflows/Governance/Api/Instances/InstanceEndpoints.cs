using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LostCases.Governance.Api.Instances;

/// <summary>Elsa's calls about instances.</summary>
internal static class InstanceEndpoints
{
    internal static void Map(RouteGroupBuilder elsa)
    {
        elsa.MapPost("/workflow-instances", ListInstances.HandleAsync).Needs(Rights.ReadInstances, "list-instances");
        elsa.MapGet("/workflow-instances/{id}", GetInstance.HandleAsync).Needs(Rights.ReadInstances, "get-instance").ProducesProblem(404);
        elsa.MapGet("/workflow-instances/{id}/execution-state", GetInstance.StateAsync).Needs(Rights.ReadInstances, "get-instance-state").ProducesProblem(404);
        elsa.MapGet("/workflow-instances/{id}/variables", GetInstance.VariablesAsync).Needs(Rights.ReadInstances, "get-instance-variables").ProducesProblem(404);
        elsa.MapPost("/workflow-instances/{id}/journal", ReadJournal.HandleAsync).Needs(Rights.ReadInstances, "read-journal").ProducesProblem(404);
        elsa.MapGet("/activity-executions/list", ReadExecutions.ListAsync).Needs(Rights.ReadExecutions, "list-executions").ProducesProblem(404);
        elsa.MapGet("/activity-executions/by-id", ReadExecutions.ByIdAsync).Needs(Rights.ReadExecutions, "get-execution").ProducesProblem(404);
        elsa.MapGet("/activity-execution-summaries/list", ReadExecutions.SummariesAsync).Needs(Rights.ReadExecutions, "list-execution-summaries").ProducesProblem(404);
        elsa.MapPost("/activity-executions/report", ReportExecutions.HandleAsync).Needs(Rights.ReadExecutions, "report-executions").ProducesProblem(404);
    }
}
