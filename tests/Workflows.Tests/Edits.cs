using LostCases.Rules;

namespace LostCases.Workflows.Tests;

/// <summary>Edits that break the notice and unusual ones that keep it.</summary>
internal static class Edits
{
    /// <summary>Edits with every invariant they break.</summary>
    internal static IReadOnlyDictionary<string, (Edited Edit, ChainRule[] Rules)> Unlawful { get; } = new Dictionary<string, (Edited, ChainRule[])>
    {
        ["no investigation"] = (new Edited().Drop("investigate"), [ChainRule.InvestigationFirst]),
        ["no report"] = (new Edited().Drop("submit-report"), [ChainRule.ReportBeforeReview]),
        ["no review"] = (new Edited().Erase("review", "supplement", "joint-review").Lead("submit-report fork"), [ChainRule.OpinionBeforeFeedback, ChainRule.ReviewBeforeClosing]),
        ["a return goes straight back to review"] = (new Edited().Drop("supplement"), [ChainRule.SupplementAfterReturn]),
        ["a return is handed in as if it were new"] = (new Edited().Erase("supplement").Lead("review:Returned submit-report"), [ChainRule.SupplementAfterReturn]),
        ["a joint review called for is not held"] = (new Edited().Drop("joint-review"), [ChainRule.JointReviewHeld, ChainRule.EndReachable]),
        ["a joint review called for leads to feedback"] = (new Edited().Erase("joint-review").Lead("review:JointReview fork"), [ChainRule.JointReviewHeld, ChainRule.OpinionBeforeFeedback, ChainRule.ReviewBeforeClosing]),
        ["a joint review only where the route asks for it"] = (
            new Edited().Box("asked", "LostCases.Decide", ("fact", "jointRequired"), ("operator", "Equals"), ("value", "TRUE")).Lead("review:JointReview asked", "asked:True joint-review", "asked:False review"),
            [ChainRule.JointReviewHeld]),
        ["a joint review that nobody has called for"] = (new Edited().Box("second", "JointReview").Lead("submit-report second", "second review"), [ChainRule.SomebodyCanAct]),
        ["no filing"] = (new Edited().Drop("file-with-city"), [ChainRule.FilingBeforeClosing]),
        ["filing the wrong way round"] = (new Edited().Set("is-county", ("value", "FALSE")), [ChainRule.FilingBeforeClosing, ChainRule.FilingOfCountyOnly]),
        ["filing of every case"] = (new Edited().Drop("is-county", "True"), [ChainRule.FilingOfCountyOnly]),
        ["filing by the opinion"] = (new Edited().Set("is-county", ("fact", "opinion"), ("value", "AGREE")), [ChainRule.FilingBeforeClosing, ChainRule.FilingOfCountyOnly]),
        ["filing only after a return"] = (
            new Edited().Box("returned", "LostCases.Decide", ("fact", "returns"), ("operator", "NotEquals"), ("value", "")).Lead("is-county:True returned", "returned:True file-with-city", "returned:False filed"),
            [ChainRule.FilingBeforeClosing]),
        ["filing before the review"] = (
            new Edited().Erase("is-county", "file-with-city", "filed").Box("county", "LostCases.Decide", ("fact", "county"), ("operator", "Equals"), ("value", "TRUE")).Box("file", "FileWithCity").Box("straight", "LostCases.Meet")
                .Lead("submit-report county", "county:True file", "county:False straight", "file straight", "straight review").Lead("fork:备案 join"),
            [ChainRule.OpinionBeforeFeedback]),
        ["no feedback"] = (new Edited().Drop("send-feedback"), [ChainRule.SomebodyCanAct, ChainRule.FeedbackBeforeDisposition]),
        ["no receipt"] = (new Edited().Drop("receive-feedback"), [ChainRule.FeedbackBeforeDisposition]),
        ["no feedback and no receipt"] = (new Edited().Drop("send-feedback").Drop("receive-feedback"), [ChainRule.FeedbackBeforeDisposition]),
        ["no disposition"] = (new Edited().Erase("dispose", "await-transfer-results").Lead("receive-feedback disposed"), [ChainRule.DispositionBeforeClosing]),
        ["results of transfers are not awaited"] = (new Edited().Drop("await-transfer-results"), [ChainRule.TransferResultsBeforeClosing]),
        ["results are awaited where nothing was transferred"] = (new Edited().Lead("dispose:Done await-transfer-results"), [ChainRule.SomebodyCanAct]),
        ["results are awaited in a loop for ever"] = (
            new Edited().Box("again", "LostCases.Decide", ("fact", "transfersPending"), ("operator", "Equals"), ("value", "0")).Lead("await-transfer-results again", "again:True await-transfer-results", "again:False disposed"),
            [ChainRule.SomebodyCanAct, ChainRule.EndReachable]),
        ["an end without closing"] = (new Edited().Drop("close-case"), [ChainRule.ClosingBeforeEnd]),
        ["the case closes before filing and feedback are done"] = (
            new Edited().Erase("fork", "send-feedback", "receive-feedback", "dispose", "await-transfer-results", "disposed", "is-county", "file-with-city", "filed", "join").Lead("review:Completed close-case"),
            [ChainRule.FilingBeforeClosing, ChainRule.DispositionBeforeClosing]),
        ["the case closes inside a branch"] = (
            new Edited().Box("early", "CloseCase").Lead("disposed early", "early join").Drop("close-case"), [ChainRule.FilingBeforeClosing]),
        ["a rejected approval opens a finished review again"] = (new Edited().Approve("vote", "review", "Completed").Lead("vote:Rejected review"), [ChainRule.DoneOnce]),
        ["a rejected approval opens the investigation again"] = (new Edited().Approve("vote", "investigate", "Done").Lead("vote:Rejected investigate"), [ChainRule.DoneOnce]),
        ["a rejected approval of the disposition opens it again"] = (new Edited().Approve("vote", "disposed", "Done").Lead("vote:Rejected dispose"), [ChainRule.DoneOnce]),
        ["review and filing are both gone"] = (
            new Edited().Erase("review", "supplement", "joint-review").Lead("submit-report fork").Drop("file-with-city"),
            [ChainRule.OpinionBeforeFeedback, ChainRule.ReviewBeforeClosing, ChainRule.FilingBeforeClosing]),
        ["joint review skipped, filing gone, results not awaited"] = (
            new Edited().Drop("joint-review").Drop("file-with-city").Drop("await-transfer-results"),
            [ChainRule.JointReviewHeld, ChainRule.FilingBeforeClosing, ChainRule.TransferResultsBeforeClosing, ChainRule.EndReachable]),
        ["a limit longer than the notice's"] = (new Edited().Set("send-feedback", ("limitWorkingDays", "6")), [ChainRule.LimitNotLonger]),
        ["a review limit longer than the notice's"] = (new Edited().Set("review", ("limitWorkingDays", "31")), [ChainRule.LimitNotLonger]),
        ["the unit is decided on in the main chain"] = (new Edited().Box("unit", "DecideUnit").Lead("investigate unit", "unit submit-report"), [ChainRule.StepOfThisChain]),
        ["the agency that lost reviews jointly"] = (new Edited().Set("joint-review", ("participants", "[\"LOSING_AGENCY:AGENCY_HEAD\"]")), [ChainRule.LawfulDecider]),
        ["the agency that lost decides on its unit"] = (new Edited("unit-responsibility").Set("decide-unit", ("participants", "LOSING_AGENCY:AGENCY_HEAD")), [ChainRule.UnitDecidedAbove]),
        ["the agency that lost approves what is decided on its unit"] = (
            new Edited("unit-responsibility").Approve("vote", "decide-unit", "Done", ("participants", "[\"LOSING_AGENCY:AGENCY_HEAD\"]")), [ChainRule.UnitDecidedAbove]),
        ["nobody decides on the unit"] = (new Edited("unit-responsibility").Drop("decide-unit"), [ChainRule.UnitDecisionBeforeEnd]),
        ["a correction without a new disposition"] = (new Edited("correction").Drop("redispose"), [ChainRule.RedispositionBeforeClosing]),
        ["a correction that does not close"] = (new Edited("correction").Drop("close-case"), [ChainRule.ClosingBeforeEnd]),
        ["a correction reviewed anew"] = (new Edited("correction").Box("review", "Review").Lead("redispose review", "review:Completed close-case", "review:Returned review", "review:JointReview review"), [ChainRule.StepOfThisChain, ChainRule.ReportBeforeReview, ChainRule.SupplementAfterReturn, ChainRule.JointReviewHeld]),
        ["a loop in which nobody is waited for"] = (
            new Edited().Box("a", "LostCases.Decide", ("fact", "county"), ("value", "TRUE")).Box("b", "LostCases.Meet").Lead("start b", "b a", "a:True b", "a:False investigate"), [ChainRule.LoopWaits]),
        ["a loop of an approval that no answer leaves"] = (
            new Edited().Approve("vote", "investigate", "Done").Box("again", "LostCases.Decide", ("fact", "returns"), ("operator", "Equals"), ("value", "9")).Lead("vote:Approved again", "again:True submit-report", "again:False vote"),
            [ChainRule.EndReachable]),
    };

    /// <summary>Unusual edits that keep the notice.</summary>
    internal static IReadOnlyDictionary<string, Edited> Lawful { get; } = new Dictionary<string, Edited>
    {
        ["as shipped"] = new(),
        ["the unit's chain as shipped"] = new("unit-responsibility"),
        ["the correction's chain as shipped"] = new("correction"),
        ["an approval between review and feedback"] = new Edited().Approve("vote", "review", "Completed", ("mode", "COUNT"), ("quorum", "2"), ("participants", "[\"REVIEW_BODY:REVIEWER\",\"REVIEW_BODY:REVIEW_LEADER\"]")),
        ["an approval whose rejection is only recorded"] = new Edited().Approve("vote", "review", "Completed").Lead("vote:Rejected fork"),
        ["a rejection goes to a higher vote, which goes back to the first"] = new Edited().Approve("first", "review", "Completed").Approve("second", "first", "Rejected").Lead("second:Approved fork", "second:Rejected first"),
        ["an approval before the report, of the investigation"] = new Edited().Approve("vote", "investigate", "Done"),
        ["an approval of a supplement"] = new Edited().Approve("vote", "supplement", "Done"),
        ["an approval before a joint review is held"] = new Edited().Approve("vote", "review", "JointReview"),
        ["approvals in both branches"] = new Edited().Approve("one", "disposed", "Done").Approve("two", "filed", "Done"),
        ["filing before feedback, one after the other"] = Straight(),
        ["filing after the disposition"] = new Edited().Erase("fork", "join", "filed").Box("filed", "LostCases.Meet")
            .Lead("review:Completed send-feedback", "disposed is-county", "is-county:True file-with-city", "is-county:False filed", "file-with-city filed", "filed close-case"),
        ["filing decided on by the route"] = new Edited().Set("is-county", ("fact", "route"), ("value", "COUNTY_LEGAL")),
        ["filing decided on the other way round"] = new Edited().Set("is-county", ("value", "FALSE")).Lead("is-county:True filed", "is-county:False file-with-city"),
        ["shorter limits everywhere"] = new Edited().Set("investigate", ("limitWorkingDays", "20")).Set("submit-report", ("limitWorkingDays", "3")).Set("review", ("limitWorkingDays", "15")).Set("dispose", ("limitWorkingDays", "30")),
        ["a second return goes through an approval"] = new Edited()
            .Box("twice", "LostCases.Decide", ("fact", "returns"), ("operator", "Equals"), ("value", "2")).Box("vote", "Approval").Box("on", "LostCases.Meet")
            .Lead("review:Returned twice", "twice:True vote", "twice:False on", "vote:Approved on", "vote:Rejected vote", "on supplement"),
        ["a dissenting opinion is approved first"] = new Edited()
            .Box("dissent", "LostCases.Decide", ("fact", "opinion"), ("operator", "Equals"), ("value", "DISAGREE")).Box("vote", "Approval").Box("on", "LostCases.Meet")
            .Lead("review:Completed dissent", "dissent:True vote", "dissent:False on", "vote:Approved on", "vote:Rejected vote", "on fork"),
        ["many transfers are approved before they are awaited"] = new Edited()
            .Box("many", "LostCases.Decide", ("fact", "transfersPending"), ("operator", "Equals"), ("value", "3")).Box("vote", "Approval").Box("on", "LostCases.Meet")
            .Lead("dispose:PendingTransfer many", "many:True vote", "many:False on", "vote:Approved on", "vote:Rejected vote", "on await-transfer-results"),
        ["three branches, one of them a vote alone"] = new Edited().Set("fork", ("branches", "[\"反馈处理\",\"备案\",\"通报\"]")).Box("vote", "Approval").Box("told", "LostCases.Meet")
            .Lead("fork:通报 vote", "vote:Approved told", "vote:Rejected told", "told join"),
        ["a fork inside a branch"] = new Edited().Box("inner", "Elsa.FlowFork", ("branches", "[\"a\",\"b\"]")).Box("one", "Approval").Box("two", "Approval").Box("m1", "LostCases.Meet").Box("m2", "LostCases.Meet").Box("together", "Elsa.FlowJoin", ("mode", "WaitAll"))
            .Lead("fork:反馈处理 inner", "inner:a one", "inner:b two", "one:Approved m1", "one:Rejected m1", "two:Approved m2", "two:Rejected m2", "m1 together", "m2 together", "together send-feedback"),
        ["the unit's decision is approved by the reviewers"] = new Edited("unit-responsibility").Approve("vote", "decide-unit", "Done", ("participants", "[\"REVIEW_BODY:REVIEWER\"]")),
        ["the correction is approved before it closes"] = new Edited("correction").Approve("vote", "redispose", "Done"),
    };

    /// <summary>The chain without branches: filing comes before feedback.</summary>
    internal static Edited Straight() => new Edited().Erase("fork", "join", "filed").Box("filed", "LostCases.Meet")
        .Lead("review:Completed is-county", "is-county:True file-with-city", "is-county:False filed", "file-with-city filed", "filed send-feedback", "disposed close-case");
}
