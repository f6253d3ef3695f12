namespace LostCases.Rules;

/// <summary>What the legal body is called (政府法制机构): a role with names that change, GAP-23.</summary>
public static class LegalBodies
{
    /// <summary>The name on a day; the first one before all.</summary>
    public static string Name(DateOnly on, Policy policy) =>
        (policy.LegalBodyNames.Where(n => n.From <= on).MaxBy(n => n.From) ?? policy.LegalBodyNames.MinBy(n => n.From))?.Name ?? "";
}
