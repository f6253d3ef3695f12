using System.Globalization;
using LostCases.Governance.Data;
using LostCases.Governance.Definitions;
using LostCases.Platform;
using LostCases.Simulator;
using LostCases.Steps;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Repairing;

/// <summary>
/// GET /elsa/api/lostcases/troubles: running instances that have failed, wait for nobody, or have not moved for long, with the reason; the
/// longest unmoved first, a page at a time. The database chooses them, so a sound system reads none.
/// </summary>
internal static class TroubledInstances
{
    /// <summary>Longer than any limit of the notice, in days.</summary>
    private const int Long = 90;
    private const int PageSize = 50;

    internal static async Task<IResult> HandleAsync(string? after, WorkflowDbContext db, DefinitionStore definitions, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (!TryKey(after, out var at, out var id))
        {
            return Problems.Bad(http, StatusCodes.Status400BadRequest, "MALFORMED_REQUEST", "分页参数不正确。", "after must be the next of the page before.", "after");
        }

        var (english, now) = (Problems.Language(http) == "en", time.GetUtcNow());
        var (since, found) = (now.AddDays(-Long), new List<object>());
        var page = await db.Instances.FromSql($"""
            select * from workflow.workflow_instance
            where finished_at is null and (updated_at, id) > ({at}, {id})
              and (jsonb_array_length(state -> 'incidents') > 0 or jsonb_array_length(state -> 'waits') = 0 or updated_at <= {since})
            order by updated_at, id limit {PageSize + 1}
            """).AsNoTracking().ToListAsync(ct);
        foreach (var instance in page.Take(PageSize))
        {
            var definition = await definitions.LoadAsync(instance.DefinitionVersionId, ct);
            var (kind, text) = Reason(instance, definition, now, english);
            found.Add(new
            {
                InstanceId = instance.Id,
                instance.Name,
                instance.DefinitionVersionId,
                instance.UpdatedAt,
                Kind = kind,
                Reason = text,
                Waits = instance.State.Waits.Select(w => definition.Nodes[w.StepId].Title),
                Steps = definition.Nodes.Values.Where(n => n.Kind == NodeKind.Step).Select(n => new { StepId = n.Id, n.Title }),
            });
        }

        return TypedResults.Ok(new { Items = found, Next = page.Count > PageSize ? Key(page[PageSize - 1]) : null });
    }

    private static (string Kind, string Text) Reason(WorkflowInstance instance, Definition definition, DateTimeOffset now, bool english)
    {
        if (instance.State.Incidents is [.., var incident])
        {
            var title = definition.Nodes.TryGetValue(incident.StepId, out var node) ? node.Title : incident.StepId;
            return ("Failed", english ? $"“{title}”: {incident.Message}" : $"“{title}”：{incident.Message}");
        }

        if (instance.State.Waits.Count == 0)
        {
            return ("Stuck", english ? "It runs and waits for nobody." : "实例在运行，但没有等待办理的环节。");
        }

        var days = ((int)(now - instance.UpdatedAt).TotalDays).ToString(CultureInfo.InvariantCulture);
        var waits = string.Join(english ? ", " : "、", instance.State.Waits.Select(w => english ? StepCatalogue.ByName(w.Step)?.En : StepCatalogue.ByName(w.Step)?.Zh));
        return ("Idle", english ? $"Has waited {days} days for: {waits}." : $"已等待 {days} 天：{waits}。");
    }

    private static string Key(WorkflowInstance last) => string.Create(CultureInfo.InvariantCulture, $"{last.UpdatedAt.UtcDateTime:O}_{last.Id}");

    private static bool TryKey(string? after, out DateTimeOffset at, out Guid id)
    {
        (at, id) = (DateTimeOffset.UnixEpoch, Guid.Empty);
        return after is null || (after.Split('_') is [var time, var last]
            && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at) && Guid.TryParse(last, out id));
    }
}
