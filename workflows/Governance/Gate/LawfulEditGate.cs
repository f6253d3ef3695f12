using LostCases.Rules;
using LostCases.Simulator;

namespace LostCases.Governance.Gate;

/// <summary>
/// Whether a drawn chain keeps the notice in every state it can reach (流程合法性核验). Settings are looked at box by box, the order of
/// the steps by exploring all states; what is broken is told with the shortest way there.
/// </summary>
public static class LawfulEditGate
{
    /// <summary>What the chain breaks; nothing where it may be published.</summary>
    public static IReadOnlyList<GateFinding> Examine(Definition definition, Policy? policy = null)
    {
        var rules = policy ?? Policy.Default;
        var found = StaticChecks.Of(definition, rules).ToList();
        if (found.Exists(f => f.Rule == ChainRule.LoopWaits))
        {
            return found;
        }

        found.AddRange(new Exploration(definition, rules).Run());
        return found;
    }
}
