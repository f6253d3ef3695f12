namespace LostCases.Rules;

/// <summary>Suspension, resumption and termination (中止、恢复、终止), GAP-13.</summary>
public static class SuspensionRules
{
    /// <summary>T22: a retrial with stay, or another legal ground stated in words; an application for retrial stays nothing (行政诉讼法 90).</summary>
    public static Decision Suspend(SuspensionGround ground, string? reason, Policy? policy = null) => ground switch
    {
        SuspensionGround.RetrialApplied when policy?.SuspensionBasis == SuspensionBasis.RetrialApplied => new Accepted("GAP-13"),
        SuspensionGround.RetrialApplied => new Refused("SUSPENSION_GROUND_INSUFFICIENT", "GAP-13"),
        SuspensionGround.OtherLegalGround when string.IsNullOrWhiteSpace(reason) => new Refused("REASON_REQUIRED", "GAP-13"),
        SuspensionGround.RetrialOrderedWithStay or SuspensionGround.OtherLegalGround => new Accepted("GAP-13"),
    };

    /// <summary>T23: the ground has ended and the agency still loses; otherwise the case is terminated instead.</summary>
    public static Decision Resume(bool groundEnded, LossResult result, Policy policy) =>
        !groundEnded ? new Refused("SUSPENSION_CONTINUES", "GAP-13")
        : !ScopeTest.IsLoss(result, policy) ? new Refused("LOSS_HAS_VANISHED", "GAP-13")
        : new Accepted("GAP-13");

    /// <summary>
    /// T24: the loss has vanished or the case is a duplicate, and the document that says so is attached.
    /// <paramref name="result"/> is what now holds after a retrial; null where nothing holds or the case is a duplicate.
    /// </summary>
    public static Decision Terminate(TerminationGround ground, LossResult? result, bool documentAttached, Policy policy) => ground switch
    {
        TerminationGround.RetrialReversed when result is not { } now || ScopeTest.IsLoss(now, policy) => new Refused("LOSS_REMAINS", "GAP-13"),
        _ when !documentAttached => new Refused("ATTACHMENT_MISSING", "GAP-13", "GROUND_DOCUMENT"),
        _ => new Accepted("GAP-13"),
    };

    /// <summary>After a disposition two people terminate (7.1): the second is not the first.</summary>
    public static Decision ConfirmTermination(CaseFacts facts, Guid proposedBy, Guid? confirmedBy) =>
        OpensRevocation(facts) && (confirmedBy is null || confirmedBy == proposedBy)
            ? new Refused("SECOND_PERSON_REQUIRED", "7.1")
            : new Accepted("GAP-13");

    /// <summary>Whether a disposition exists that has to be revoked when the case is terminated (T24).</summary>
    public static bool OpensRevocation(CaseFacts facts) => facts.Count(Fact.DispositionVersion) > 0;
}
