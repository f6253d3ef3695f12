namespace LostCases.Rules;

/// <summary>Closing and archiving, T19.</summary>
public static class ClosingRules
{
    /// <summary>
    /// A county review is filed (N2.5.2-i); every sanction ordered has its execution document; each holder of the file has
    /// its copy (NA-n3: losing agency, reviewing body and, on the county route, the body filed with).
    /// </summary>
    public static Decision Close(CaseFacts facts, int sanctionsExecuted, IReadOnlyList<string> copiesHeldBy, Policy? policy = null) => facts switch
    {
        _ when facts.Is(Fact.County) && facts.Date(Fact.Filed) is null => new Refused("FILING_MISSING", "N2.5.2-i"),
        _ when policy is { QuestionHoldsClosing: true } && facts.Is(Fact.FilingQueried) => new Refused("FILING_QUERIED", "GAP-21"),
        _ when sanctionsExecuted < facts.Count(Fact.SanctionsOrdered) => new Refused("SANCTION_NOT_EXECUTED", "N2.5.3-a"),
        _ when Holders(facts).Except(copiesHeldBy).FirstOrDefault() is { } missing => new Refused("COPIES_NOT_ARCHIVED", "NA-n3", missing),
        _ => new Accepted("NA-n3"),
    };

    /// <summary>Who keeps a copy of the file.</summary>
    public static IReadOnlyList<string> Holders(CaseFacts facts) =>
        facts.Is(Fact.County) ? ["LOSING_AGENCY", "REVIEW_BODY", "FILING_BODY"] : ["LOSING_AGENCY", "REVIEW_BODY"];
}
