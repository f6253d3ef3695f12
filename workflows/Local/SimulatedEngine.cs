using LostCases.Governance.Data;
using LostCases.Governance.Running;
using LostCases.Simulator;

namespace LostCases.Local;

/// <summary>The simulator as an engine: it keeps nothing of its own, so there is nothing to agree on or to forget.</summary>
internal sealed class SimulatedEngine : IEngine
{
    public string Name => "local";

    public Task<Advance> StartAsync(Run run, IReadOnlyDictionary<string, string> facts, CancellationToken ct) =>
        Task.FromResult(Interpreter.Start(run.Definition, run.Id, facts));

    public Task<Advance> AnswerAsync(
        Run run, InstanceState state, Guid requestId, string outcome, IReadOnlyDictionary<string, string> facts, CancellationToken ct) =>
        Task.FromResult(Interpreter.Answer(run.Definition, state, requestId, outcome, facts));

    public Task<Advance> CancelAsync(Run run, InstanceState state, CancellationToken ct) => Task.FromResult(Interpreter.Cancel(state));

    public Task<bool> AgreesAsync(Guid instanceId, InstanceState state, CancellationToken ct) => Task.FromResult(true);

    public Task ForgetAsync(Guid instanceId, CancellationToken ct) => Task.CompletedTask;

    public Task KeepAsync(IReadOnlyList<DefinitionVersion> versions, CancellationToken ct) => Task.CompletedTask;

    public Task SetAsync(Run run, InstanceState state, CancellationToken ct) => Task.CompletedTask;
}
