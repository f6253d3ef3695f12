using System.Collections.Frozen;
using LostCases.Contracts;

namespace LostCases.Oversight.Timeline;

/// <summary>Where each act stands in the notice (条款依据).</summary>
internal static class ActClauses
{
    private static readonly FrozenDictionary<string, string> Clauses = new Dictionary<string, string>
    {
        [nameof(CaseRegistered)] = "N2.5.1-a",
        [nameof(PastCaseImported)] = "N6-b",
        [nameof(CaseConfirmedInScope)] = "N2.1-d",
        [nameof(CaseDecidedOutOfScope)] = "N2.1-d",
        [nameof(CaseScopeReopened)] = "N2.1-d",
        [nameof(InvestigationCompleted)] = "N2.5.1-b",
        [nameof(ReportSubmitted)] = "N2.5.2-a",
        [nameof(ReportResubmitted)] = "N2.5.2-a",
        [nameof(UnitInquiryReferred)] = "N2.5.1-h",
        [nameof(UnitDecided)] = "N2.5.1-h",
        [nameof(ReportAccepted)] = "N2.5.2-e",
        [nameof(ReportReturned)] = "N2.5.2-e",
        [nameof(ReviewCompleted)] = "N2.5.2-e",
        [nameof(JointReviewStarted)] = "N2.5.2-f",
        [nameof(JointOpinionGiven)] = "N2.5.2-f",
        [nameof(JointReviewConcluded)] = "N2.5.2-f",
        [nameof(FeedbackSent)] = "N2.5.2-h",
        [nameof(FiledWithCity)] = "N2.5.2-i",
        [nameof(FeedbackReceived)] = "N2.5.3-a",
        [nameof(FeedbackDeemedReceived)] = "GAP-09",
        [nameof(Disposed)] = "N2.5.3-a",
        [nameof(FindingTransferred)] = "N2.5.3-b",
        [nameof(OwnPartDisposed)] = "N2.5.3-b",
        [nameof(TransferResultRecorded)] = "N2.5.3-b",
        [nameof(TransferAcknowledged)] = "N2.4-c",
        [nameof(TransferReturned)] = "N2.5.3-b",
        [nameof(TransferRedirected)] = "N2.5.3-b",
        [nameof(ExemptionRecognised)] = "N4.3-b",
        [nameof(ExemptionRefused)] = "N4.3-b",
        [nameof(ExemptionCancelled)] = "N4.3-c",
        [nameof(DeductionRecorded)] = "N4.3-d",
        [nameof(JudicialSuggestionReceived)] = "N2.5.4-b",
        [nameof(JudicialSuggestionReplied)] = "N2.5.4-b",
        [nameof(CorrectionOrdered)] = "N5.2-e",
        [nameof(CorrectionReceived)] = "N5.2-e",
        [nameof(NonComplianceRecorded)] = "N5.3-b",
        [nameof(CaseClosed)] = "NA-n3",
    }.ToFrozenDictionary();

    /// <summary>The act's clause; null for acts the notice does not speak of.</summary>
    internal static string? Of(string what) => Clauses.GetValueOrDefault(what);

    /// <summary>Acts under a clause, or under any of a part of the notice: <c>N2.5.2</c> has N2.5.2-a and the others.</summary>
    internal static IReadOnlyList<string> Under(string clause) =>
        [.. Clauses.Where(c => c.Value == clause || c.Value.StartsWith(clause + "-", StringComparison.Ordinal)).Select(c => c.Key)];
}
