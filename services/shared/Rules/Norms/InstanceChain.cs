namespace LostCases.Rules;

/// <summary>Documents of several instances about the same act (审级), GAP-26.</summary>
public static class InstanceChain
{
    /// <summary>Whether a further document opens a case of its own, where the agency has lost an earlier instance of the same lawsuit.</summary>
    public static bool OpensCase(bool lostEarlierInstance, Policy policy) => !lostEarlierInstance || !policy.InstancesInOneCase;
}
