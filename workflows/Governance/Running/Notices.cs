using System.Globalization;
using LostCases.Contracts;
using LostCases.Governance.Data;
using LostCases.Simulator;
using LostCases.Steps;

namespace LostCases.Governance.Running;

/// <summary>
/// What a run has to tell people (通知): one command for each time a notice box was passed, whichever engine passed it. Its id follows from
/// the instance, the box and the round, so an instance that is rebuilt tells nobody again.
/// </summary>
internal static class Notices
{
    internal static IEnumerable<SendNotice> Of(WorkflowInstance instance, Definition definition, Advance advance) => advance.Journal
        .Where(l => l.Event == "Completed" && definition.Nodes.TryGetValue(l.ActivityId, out var node) && node.Kind == NodeKind.Notify)
        .GroupBy(l => l.ActivityId)
        .SelectMany(passed => Enumerable.Range(advance.State.Rounds.GetValueOrDefault(passed.Key) - passed.Count() + 1, passed.Count())
            .Select(round => Notice(instance, definition, definition.Nodes[passed.Key], round)));

    private static SendNotice Notice(WorkflowInstance instance, Definition definition, Node node, int round) => new()
    {
        NoticeId = WorkflowIds.Request(instance.Id, node.Id, round),
        CaseId = instance.CaseId,
        CaseCode = instance.Name,
        DefinitionId = definition.Id,
        DefinitionVersion = int.Parse(instance.DefinitionVersionId.Split(':')[^1], CultureInfo.InvariantCulture),
        StepId = node.Id,
        Participants = node.Inputs["participants"].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        Template = node.Inputs["template"],
        Text = node.Inputs.GetValueOrDefault("text"),
    };
}
