using System.Collections.Frozen;
using LostCases.Portal.Review;

namespace LostCases.Portal.Desk;

/// <summary>Where a to-do is done at once; steps where something has to be chosen first begin on the case page.</summary>
internal static class Straight
{
    private static readonly FrozenDictionary<string, string> Acts = new Dictionary<string, string>
    {
        ["Investigate"] = "complete-investigation",
        ["SubmitReport"] = "submit-report",
        ["Supplement"] = "resubmit-report",
        ["SendFeedback"] = "send-feedback",
        ["FileWithCity"] = "file-with-city",
        ["Approval"] = "vote",
        ["ReceiveFeedback"] = "receive-feedback",
        ["DecideUnit"] = "decide-unit",
        ["CloseCase"] = "close-case",
    }.ToFrozenDictionary();

    /// <summary>Address of the form or the workbench, and the name of its link; null where the case page comes first.</summary>
    internal static (string Address, string Text)? To(Guid caseId, string step) =>
        step is "Review" or "JointReview" ? (Bench.Address(caseId), "bench.enter")
        : Acts.TryGetValue(step, out var act) ? ($"/cases/{caseId}/act/{act}", "desk.begin")
        : null;
}
