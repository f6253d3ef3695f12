using LostCases.Governance.Data;
using LostCases.Governance.Definitions;
using LostCases.Governance.Running;
using LostCases.Platform;
using LostCases.Simulator;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Governance.Repairing;

/// <summary>Repairs of instances that are stuck (异常处置): one administrator asks, another decides, both are on record.</summary>
public sealed class RepairDesk(WorkflowDbContext db, Runner runner, DefinitionStore definitions, AuditTrail audit, TimeProvider time)
{
    /// <summary>Asks for a repair; a code where something stands against it.</summary>
    public async Task<(InstanceRepair? Repair, string? Refused)> RequestAsync(Guid instanceId, RepairAction action, string? stepId, string reason, Actor author, string? name, CancellationToken ct)
    {
        if (await runner.FindAsync(instanceId, ct) is not { } instance)
        {
            return (null, "INSTANCE_NOT_FOUND");
        }

        if (instance.State.Status != InstanceStatus.Running)
        {
            return (null, "INSTANCE_ENDED");
        }

        var definition = await definitions.LoadAsync(instance.DefinitionVersionId, ct);
        if (action == RepairAction.SetToStep && !(stepId is not null && definition.Nodes.TryGetValue(stepId, out var node) && node.Kind == NodeKind.Step))
        {
            return (null, "STEP_UNKNOWN");
        }

        if (await db.Repairs.AnyAsync(r => r.InstanceId == instanceId && r.Status == ChangeStatus.Pending, ct))
        {
            return (null, "REPAIR_PENDING");
        }

        var repair = new InstanceRepair
        {
            Id = Guid.CreateVersion7(),
            InstanceId = instanceId,
            Action = action,
            StepId = action == RepairAction.SetToStep ? stepId : null,
            Reason = reason,
            AuthorId = author.Id,
            AuthorName = name,
            RequestedAt = time.GetUtcNow(),
        };
        db.Repairs.Add(repair);
        await audit.AddAsync(instance.CaseId, "RepairRequested", author, new { repair.Id, repair.InstanceId, repair.Action, repair.StepId, repair.Reason }, ct);
        return (repair, null);
    }

    /// <summary>Decides; null when done, otherwise the code of what stands against it.</summary>
    public async Task<string?> DecideAsync(Guid id, bool approve, Actor decider, string? name, CancellationToken ct)
    {
        if (await db.Repairs.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } repair)
        {
            return "REPAIR_NOT_FOUND";
        }

        var instance = (await runner.FindAsync(repair.InstanceId, ct))!;
        await db.Entry(repair).ReloadAsync(ct);
        if (repair.Status != ChangeStatus.Pending)
        {
            return "REPAIR_NOT_PENDING";
        }

        if (repair.AuthorId == decider.Id)
        {
            return "OWN_REPAIR";
        }

        if (approve && instance.State.Status != InstanceStatus.Running)
        {
            return "INSTANCE_ENDED";
        }

        (repair.Status, repair.DeciderId, repair.DeciderName, repair.DecidedAt) = (approve ? ChangeStatus.Approved : ChangeStatus.Rejected, decider.Id, name, time.GetUtcNow());
        await audit.AddAsync(instance.CaseId, approve ? "RepairApproved" : "RepairRejected", decider, new { repair.Id, repair.InstanceId, repair.Action, repair.StepId }, ct);
        if (approve)
        {
            await DoAsync(repair, instance, ct);
        }

        return null;
    }

    private async Task DoAsync(InstanceRepair repair, WorkflowInstance instance, CancellationToken ct)
    {
        var definition = await definitions.LoadAsync(instance.DefinitionVersionId, ct);
        if (repair.Action == RepairAction.SetToStep)
        {
            await runner.SetToAsync(instance, definition, repair.StepId!, ct);
            return;
        }

        foreach (var wait in instance.State.Waits)
        {
            runner.Ask(instance, definition, wait);
        }
    }
}
