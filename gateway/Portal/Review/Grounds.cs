namespace LostCases.Portal.Review;

/// <summary>Where each ground of a finding stands in the notice.</summary>
internal static class Grounds
{
    private static readonly Dictionary<string, string> Clauses = new()
    {
        ["FAIL_DUTY"] = "N2.3-a",
        ["IMPROPER_DUTY"] = "N2.3-a",
        ["IMPROPER_LITIGATION_CONDUCT"] = "N2.3-b",
        ["INTENT_OR_GROSS_WITH_SERIOUS_CONSEQUENCE"] = "N2.3-c",
        ["REFUSED_MEDIATION"] = "N3.1-d",
        ["LAW_INTERPRETATION_DIVERGENCE"] = "N2.3-d",
        ["DILIGENT_BUT_UNDETECTABLE"] = "N2.3-e",
        ["MINOR_CORRECTED"] = "N2.3-f",
        ["OTHER_UNSUITABLE"] = "N2.3-g",
        ["MEDIATION_IMMUNITY"] = "N3.2-a",
        ["INNOVATION_UNCLEAR_POLICY"] = "N4.2-a",
        ["KEY_WORK_MISTAKE"] = "N4.2-b",
        ["URGENT_RISKY_TASK_MISTAKE"] = "N4.2-c",
        ["PRIOR_RISK_FILING"] = "N4.2-d",
        ["OTHER_BY_REGULATION"] = "N4.2-d",
    };

    /// <summary>Clauses of the grounds, each once; a ground this version does not know has none.</summary>
    internal static IReadOnlyList<string> ClausesOf(IEnumerable<string> grounds) => [.. grounds.Select(Clauses.GetValueOrDefault).OfType<string>().Distinct()];
}
