using LostCases.Contracts;

namespace LostCases.Oversight.Timeline;

/// <summary>Where each act stands in the notice (条款依据); null for acts it does not speak of.</summary>
internal static class ActClauses
{
    internal static string? Of(string what) => what switch
    {
        nameof(CaseRegistered) => "N2.5.4-a",
        nameof(CaseConfirmedInScope) or nameof(CaseDecidedOutOfScope) or nameof(CaseScopeReopened) => "N2.1-d",
        nameof(InvestigationCompleted) => "N2.5.1-b",
        nameof(ReportSubmitted) or nameof(ReportResubmitted) => "N2.5.2-a",
        nameof(UnitInquiryReferred) or nameof(UnitDecided) => "N2.5.1-h",
        nameof(ReportAccepted) or nameof(ReportReturned) or nameof(ReviewCompleted) => "N2.5.2-e",
        nameof(JointReviewStarted) or nameof(JointOpinionGiven) or nameof(JointReviewConcluded) => "N2.5.2-f",
        nameof(FeedbackSent) => "N2.5.2-h",
        nameof(FiledWithCity) => "N2.5.2-i",
        nameof(FeedbackReceived) or nameof(Disposed) => "N2.5.3-a",
        nameof(FindingTransferred) or nameof(OwnPartDisposed) or nameof(TransferResultRecorded) => "N2.5.3-b",
        nameof(JudicialSuggestionReceived) or nameof(JudicialSuggestionReplied) => "N2.5.4-b",
        nameof(CorrectionOrdered) or nameof(CorrectionReceived) => "N5.2-e",
        nameof(NonComplianceRecorded) => "N5.3-b",
        nameof(CaseClosed) => "NA-n3",
        _ => null,
    };
}
