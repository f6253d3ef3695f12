using LostCases.Governance.Data;
using LostCases.Simulator;

namespace LostCases.Governance.Running;

/// <summary>An instance as an engine needs to know it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Definition">The version it runs, read.</param>
/// <param name="VersionId">That version's id.</param>
/// <param name="CaseId">The case; Elsa's correlation id.</param>
/// <param name="Name">Number of the case; Elsa's name.</param>
public sealed record Run(Guid Id, Definition Definition, string VersionId, Guid CaseId, string Name);

/// <summary>
/// What walks instances: the simulator, or Elsa. Every call happens inside the message's transaction, after the instance has
/// been taken alone, and answers what the simulator would answer.
/// </summary>
public interface IEngine
{
    /// <summary>Name, as the database records it: local or elsa.</summary>
    string Name { get; }

    /// <summary>Starts an instance.</summary>
    Task<Advance> StartAsync(Run run, IReadOnlyDictionary<string, string> facts, CancellationToken ct);

    /// <summary>Takes an answer; one that nobody waits for changes nothing.</summary>
    /// <exception cref="InstanceLostException">The engine does not have the instance; nothing has been written.</exception>
    Task<Advance> AnswerAsync(
        Run run, InstanceState state, Guid requestId, string outcome, IReadOnlyDictionary<string, string> facts, CancellationToken ct);

    /// <summary>Withdraws an instance; one that has ended stays as it is.</summary>
    Task<Advance> CancelAsync(Run run, InstanceState state, CancellationToken ct);

    /// <summary>Whether what the engine itself keeps of an instance stands where the state says.</summary>
    Task<bool> AgreesAsync(Guid instanceId, InstanceState state, CancellationToken ct);

    /// <summary>Forgets an instance that is about to be set anew.</summary>
    Task ForgetAsync(Guid instanceId, CancellationToken ct);

    /// <summary>Takes over what changed in a definition's versions: saved, published, or no longer the published one.</summary>
    Task KeepAsync(IReadOnlyList<DefinitionVersion> versions, CancellationToken ct);

    /// <summary>Takes over a state that two administrators have set: running, waiting where it says and nowhere else.</summary>
    Task SetAsync(Run run, InstanceState state, CancellationToken ct);
}

/// <summary>The engine does not have an instance that Governance has: after a switch, or where its tables were lost.</summary>
public sealed class InstanceLostException(Guid instance) : Exception($"The engine does not have the instance {instance}.");
