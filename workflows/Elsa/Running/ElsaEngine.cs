using Elsa.Workflows;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Filters;
using Elsa.Workflows.Management.Options;
using Elsa.Workflows.Models;
using Elsa.Workflows.Options;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Filters;
using LostCases.Elsa.Steps;
using LostCases.Governance.Data;
using LostCases.Governance.Running;
using LostCases.Simulator;
using LostCases.Steps;

namespace LostCases.Elsa.Running;

/// <summary>Elsa as an engine. The instance is taken alone by the message's own lock until its commit, which Elsa's would not outlast.</summary>
internal sealed class ElsaEngine(
    IWorkflowRunner runner, IWorkflowInstanceManager instances, IBookmarkStore bookmarks, IWorkflowCanceler canceler, Graphs graphs) : IEngine
{
    public string Name => "elsa";

    public async Task<Advance> StartAsync(Run run, IReadOnlyDictionary<string, string> facts, CancellationToken ct)
    {
        var began = new InstanceState { InstanceId = run.Id, Facts = facts.Where(f => RoutingFacts.AtStart.Contains(f.Key)).ToDictionary() };
        return Reading.Of(run.Definition, began, await BeginAsync(run, began, new RunWorkflowOptions(), ct));
    }

    public async Task<Advance> AnswerAsync(
        Run run, InstanceState state, Guid requestId, string outcome, IReadOnlyDictionary<string, string> facts, CancellationToken ct)
    {
        if (state.Status != InstanceStatus.Running || state.Waits.All(w => w.RequestId != requestId))
        {
            return new Advance(state, [], []);
        }

        var found = await instances.FindByIdAsync(run.Id.ToString(), ct)
            ?? throw new InstanceLostException(run.Id);
        var result = await runner.RunAsync(
            await graphs.OfAsync(run.VersionId, ct),
            found.WorkflowState,
            new RunWorkflowOptions
            {
                BookmarkId = requestId.ToString(),
                Input = new Dictionary<string, object> { [Step.Outcome] = outcome, [Ledger.Facts] = Ledger.Write(facts) },
            },
            ct);
        return Reading.Of(run.Definition, state with { Answered = [.. state.Answered, requestId] }, result);
    }

    public async Task<Advance> CancelAsync(Run run, InstanceState state, CancellationToken ct)
    {
        var advance = Interpreter.Cancel(state);
        if (state.Status == InstanceStatus.Running && await instances.FindByIdAsync(run.Id.ToString(), ct) is { Status: WorkflowStatus.Running } found)
        {
            var graph = await graphs.OfAsync(run.VersionId, ct);
            await instances.SaveAsync(await canceler.CancelWorkflowAsync(graph, found.WorkflowState, ct), ct);
            await bookmarks.DeleteAsync(new BookmarkFilter { WorkflowInstanceId = run.Id.ToString() }, ct);
        }

        return advance;
    }

    public async Task<bool> AgreesAsync(Guid instanceId, InstanceState state, CancellationToken ct)
    {
        var kept = await bookmarks.FindManyAsync(new BookmarkFilter { WorkflowInstanceId = instanceId.ToString() }, ct);
        // One that has ended is not needed any more, and after a while no longer there.
        return (state.Status != InstanceStatus.Running || await instances.ExistsAsync(instanceId.ToString(), ct))
            && kept.Select(b => b.Id).ToHashSet().SetEquals(state.Waits.Select(w => w.RequestId.ToString()));
    }

    public Task ForgetAsync(Guid instanceId, CancellationToken ct) =>
        instances.BulkDeleteAsync(new WorkflowInstanceFilter { Id = instanceId.ToString() }, ct);

    public async Task SetAsync(Run run, InstanceState state, CancellationToken ct)
    {
        await ForgetAsync(run.Id, ct);
        var rounds = state.Rounds.ToDictionary();
        foreach (var wait in state.Waits)
        {
            rounds[wait.StepId] = wait.Round - 1; // entering the box counts one
        }

        var options = new RunWorkflowOptions { TriggerActivityId = state.Waits[0].StepId, Input = Placement.Of(state) };
        var result = await BeginAsync(run, state with { Rounds = rounds }, options, ct);
        if (!result.WorkflowState.Bookmarks.Select(b => b.Id).ToHashSet().SetEquals(state.Waits.Select(w => w.RequestId.ToString())))
        {
            throw new InvalidOperationException($"Elsa does not wait where the instance {run.Id} was set to.");
        }
    }

    public async Task KeepAsync(IReadOnlyList<DefinitionVersion> versions, CancellationToken ct)
    {
        foreach (var version in versions)
        {
            await graphs.KeepAsync(version, ct);
        }
    }

    /// <summary>Runs a new instance that knows facts and rounds; where it begins say the options.</summary>
    private async Task<RunWorkflowResult> BeginAsync(Run run, InstanceState state, RunWorkflowOptions options, CancellationToken ct)
    {
        var graph = await graphs.OfAsync(run.VersionId, ct);
        options.CorrelationId = run.CaseId.ToString();
        var made = instances.CreateWorkflowInstance(graph.Workflow, new WorkflowInstanceOptions
        {
            WorkflowInstanceId = run.Id.ToString(),
            CorrelationId = options.CorrelationId,
            Name = run.Name,
            Properties = new Dictionary<string, object> { [Ledger.Facts] = Ledger.Write(state.Facts), [Ledger.Rounds] = Ledger.Write(state.Rounds) },
        });
        return await runner.RunAsync(graph, made.WorkflowState, options, ct);
    }
}
