using LostCases.Rules;

namespace LostCases.Governance.Gate;

/// <summary>An invariant that a drawn chain breaks, with the shortest way there (反例).</summary>
public sealed record GateFinding
{
    /// <summary>The invariant.</summary>
    public required ChainRule Rule { get; init; }

    /// <summary>Clause it comes from; of a limit, that of its clock.</summary>
    public required string Clause { get; init; }

    /// <summary>The whole in Chinese: invariant, clause, what is wrong and the path.</summary>
    public required string Zh { get; init; }

    /// <summary>The whole in English.</summary>
    public required string En { get; init; }

    /// <summary>Boxes on the way in the order they are reached, for the canvas; one box where no way is needed to see it.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>Answers on the way, each <c>box:port</c>, so that the simulator can walk it.</summary>
    public IReadOnlyList<GateAnswer> Answers { get; init; } = [];

    /// <summary>Facts the case starts with.</summary>
    public IReadOnlyDictionary<string, string> Start { get; init; } = new Dictionary<string, string>();
}

/// <summary>An answer on the way of a counter-example.</summary>
/// <param name="StepId">The box.</param>
/// <param name="Port">Port it is left by.</param>
/// <param name="Facts">Facts the answer sets.</param>
public sealed record GateAnswer(string StepId, string Port, IReadOnlyDictionary<string, string> Facts);
