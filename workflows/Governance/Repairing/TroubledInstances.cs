using System.Globalization;
using LostCases.Governance.Data;
using LostCases.Governance.Definitions;
using LostCases.Platform;
using LostCases.Simulator;
using LostCases.Steps;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Repairing;

/// <summary>GET /elsa/api/lostcases/troubles: running instances that have failed, wait for nobody, or have not moved for long, with the reason.</summary>
internal static class TroubledInstances
{
    /// <summary>Longer than any limit of the notice, in days.</summary>
    private const int Long = 90;
    private const int Listed = 200;

    internal static async Task<IResult> HandleAsync(WorkflowDbContext db, DefinitionStore definitions, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var english = Problems.Language(http) == "en";
        var (now, found) = (time.GetUtcNow(), new List<object>());
        foreach (var instance in await db.Instances.AsNoTracking().Where(i => i.FinishedAt == null).OrderBy(i => i.UpdatedAt).ToListAsync(ct))
        {
            if (found.Count < Listed && await ReasonAsync(instance, definitions, now, english, ct) is { } reason)
            {
                var definition = await definitions.LoadAsync(instance.DefinitionVersionId, ct);
                found.Add(new
                {
                    InstanceId = instance.Id,
                    instance.Name,
                    instance.DefinitionVersionId,
                    instance.UpdatedAt,
                    reason.Kind,
                    Reason = reason.Text,
                    Waits = instance.State.Waits.Select(w => definition.Nodes[w.StepId].Title),
                    Steps = definition.Nodes.Values.Where(n => n.Kind == NodeKind.Step).Select(n => new { StepId = n.Id, n.Title }),
                });
            }
        }

        return TypedResults.Ok(new { Items = found });
    }

    private static async Task<(string Kind, string Text)?> ReasonAsync(WorkflowInstance instance, DefinitionStore definitions, DateTimeOffset now, bool english, CancellationToken ct)
    {
        if (instance.State.Incidents is [.., var incident])
        {
            var definition = await definitions.LoadAsync(instance.DefinitionVersionId, ct);
            var title = definition.Nodes.TryGetValue(incident.StepId, out var node) ? node.Title : incident.StepId;
            return ("Failed", english ? $"“{title}”: {incident.Message}" : $"“{title}”：{incident.Message}");
        }

        if (instance.State.Waits.Count == 0)
        {
            return ("Stuck", english ? "It runs and waits for nobody." : "实例在运行，但没有等待办理的环节。");
        }

        var days = (int)(now - instance.UpdatedAt).TotalDays;
        var waits = string.Join(english ? ", " : "、", instance.State.Waits.Select(w => english ? StepCatalogue.ByName(w.Step)?.En : StepCatalogue.ByName(w.Step)?.Zh));
        return days < Long ? null : ("Idle", english ? $"Has waited {days.ToString(CultureInfo.InvariantCulture)} days for: {waits}." : $"已等待 {days.ToString(CultureInfo.InvariantCulture)} 天：{waits}。");
    }
}
