namespace LostCases.Rules;

/// <summary>A finding that has to be decided.</summary>
/// <param name="Id">The finding.</param>
/// <param name="Proposed">Conclusion of the investigation.</param>
/// <param name="Authority">Who has personnel authority.</param>
/// <param name="ResultIn">Whether the organ it was transferred to has decided.</param>
public sealed record FindingToDecide(Guid Id, Conclusion Proposed, PersonnelAuthority Authority, bool ResultIn = false);

/// <summary>What the agency decides on one finding (处理决定).</summary>
public sealed record FindingDecision
{
    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>Result.</summary>
    public required Conclusion Result { get; init; }

    /// <summary>Forms of responsibility.</summary>
    public IReadOnlyList<SanctionType> Sanctions { get; init; } = [];

    /// <summary>Reason where the result departs from what was reviewed (GAP-17).</summary>
    public string? DeviationReason { get; init; }
}

/// <summary>Disposition, N2.4, N2.5.1-i, N2.5.3.</summary>
public static class DispositionRules
{
    /// <summary>T18: every finding is decided by the organ that holds the authority and no transfer is pending.</summary>
    public static Decision Record(IReadOnlyList<FindingToDecide> findings, IReadOnlyList<FindingDecision> decisions) =>
        Own(findings, decisions) is Refused refused ? refused
        : findings.Any(IsPending) ? new Refused("TRANSFER_RESULT_PENDING", "N2.5.3-b")
        : new Accepted("N2.5.3-a");

    /// <summary>T16: the agency's own part is decided and at least one transfer has no result yet.</summary>
    public static Decision RecordOwnPart(IReadOnlyList<FindingToDecide> findings, IReadOnlyList<FindingDecision> decisions) =>
        Own(findings, decisions) is Refused refused ? refused
        : findings.Any(IsPending) ? new Accepted("N2.5.3-b")
        : new Refused("NO_TRANSFER_PENDING", "N2.5.3-b");

    /// <summary>T18b: no transferred finding is without a result.</summary>
    public static Decision AllResultsIn(IReadOnlyList<FindingToDecide> findings) =>
        findings.Any(IsPending) ? new Refused("TRANSFER_RESULT_PENDING", "N2.5.3-b") : new Accepted("N2.5.3-b");

    private static bool IsPending(FindingToDecide finding) => finding.Authority != PersonnelAuthority.Agency && !finding.ResultIn;

    private static Decision Own(IReadOnlyList<FindingToDecide> findings, IReadOnlyList<FindingDecision> decisions)
    {
        foreach (var decision in decisions)
        {
            var finding = findings.FirstOrDefault(f => f.Id == decision.FindingId);
            if (finding is null)
            {
                return new Refused("FINDING_UNKNOWN", "N2.5.3-a", decision.FindingId.ToString());
            }

            if (One(finding, decision) is Refused refused)
            {
                return refused;
            }
        }

        var undecided = findings.FirstOrDefault(f => f.Authority == PersonnelAuthority.Agency && decisions.All(d => d.FindingId != f.Id));
        return undecided is null ? new Accepted("N2.5.3-a") : new Refused("DECISION_MISSING", "N2.5.3-a", undecided.Id.ToString());
    }

    private static Decision One(FindingToDecide finding, FindingDecision decision) => decision switch
    {
        _ when finding.Authority != PersonnelAuthority.Agency => new Refused("PERSON_OUTSIDE_AUTHORITY", "N2.5.1-i"),
        { Result: Conclusion.Pursue, Sanctions.Count: 0 } => new Refused("SANCTION_MISSING", "N2.4-b"),
        { Result: Conclusion.Transferred } => new Refused("PERSON_OUTSIDE_AUTHORITY", "N2.4-c"),
        { Result: not Conclusion.Pursue, Sanctions.Count: > 0 } => new Refused("SANCTION_NOT_ALLOWED", "N2.4-b"),
        _ when decision.Result != finding.Proposed && string.IsNullOrWhiteSpace(decision.DeviationReason) =>
            new Refused("DEVIATION_REASON_REQUIRED", "GAP-17"),
        _ => new Accepted("N2.4-b"),
    };
}
