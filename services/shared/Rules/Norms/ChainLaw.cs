namespace LostCases.Rules;

/// <summary>
/// The notice as a chain must keep it (流程合法性): when each step may open, by which port the law lets it be left, and what must be
/// done before the end. The gate asks it in every state a drawn chain can reach.
/// </summary>
public static class ChainLaw
{
    /// <summary>The chain of a case.</summary>
    public const string Main = "case-accountability";

    /// <summary>The chain of a unit inquiry.</summary>
    public const string Unit = "unit-responsibility";

    /// <summary>The chain of a correction.</summary>
    public const string Correction = "correction";

    /// <summary>Counts of returns and submissions beyond this make no difference.</summary>
    private const int Most = 7;

    private static readonly string[] Anywhere = ["Approval", "Notify"];
    private static readonly string[] OfUnit = ["DecideUnit"];
    private static readonly string[] OfCorrection = ["Redispose", "CloseCase"];

    /// <summary>Whether a step of the notice belongs to the chain; others, such as approvals, belong to every chain.</summary>
    public static bool Belongs(string chain, string step) => chain switch
    {
        _ when Anywhere.Contains(step) => true,
        Unit => OfUnit.Contains(step),
        Correction => OfCorrection.Contains(step),
        _ => !OfUnit.Contains(step) && step != OfCorrection[0],
    };

    /// <summary>What an opening step breaks.</summary>
    public static IReadOnlyList<ChainRule> Opening(string step, ChainHistory h) => [.. (step switch
    {
        "Investigate" => Broken((ChainRule.DoneOnce, h.Has(ChainMarks.Investigated))),
        "SubmitReport" => Broken(
            (ChainRule.InvestigationFirst, !h.Has(ChainMarks.Investigated)),
            (ChainRule.SupplementAfterReturn, h.Has(ChainMarks.Returned)),
            (ChainRule.DoneOnce, h.Has(ChainMarks.Submitted) && !h.Has(ChainMarks.Returned))),
        "Supplement" => Broken((ChainRule.SomebodyCanAct, !h.Has(ChainMarks.Returned))),
        "Review" => Broken(
            (ChainRule.ReportBeforeReview, !h.Has(ChainMarks.Submitted)),
            (ChainRule.SupplementAfterReturn, h.Has(ChainMarks.Returned)),
            (ChainRule.JointReviewHeld, h.Has(ChainMarks.JointOpen)),
            (ChainRule.DoneOnce, h.Has(ChainMarks.Reviewed))),
        "JointReview" => Broken((ChainRule.SomebodyCanAct, !h.Has(ChainMarks.JointOpen))),
        "SendFeedback" => Broken(
            (ChainRule.JointReviewHeld, h.Has(ChainMarks.JointOpen)),
            (ChainRule.OpinionBeforeFeedback, !h.Has(ChainMarks.Reviewed)),
            (ChainRule.DoneOnce, h.Has(ChainMarks.Fed))),
        "FileWithCity" => Broken(
            (ChainRule.FilingOfCountyOnly, !h.Has(ChainMarks.County)),
            (ChainRule.JointReviewHeld, h.Has(ChainMarks.JointOpen)),
            (ChainRule.OpinionBeforeFeedback, !h.Has(ChainMarks.Reviewed)),
            (ChainRule.DoneOnce, h.Has(ChainMarks.Filed))),
        "ReceiveFeedback" => Broken(
            (ChainRule.SomebodyCanAct, !h.Has(ChainMarks.Fed)),
            (ChainRule.DoneOnce, h.Has(ChainMarks.Received))),
        "Dispose" => Broken(
            (ChainRule.FeedbackBeforeDisposition, !h.Has(ChainMarks.Fed | ChainMarks.Received)),
            (ChainRule.DoneOnce, h.Has(ChainMarks.Disposed))),
        "AwaitTransferResults" => Broken((ChainRule.SomebodyCanAct, !h.Has(ChainMarks.TransfersOut))),
        "DecideUnit" => Broken((ChainRule.DoneOnce, h.Has(ChainMarks.UnitDecided))),
        "Redispose" => Broken((ChainRule.DoneOnce, h.Has(ChainMarks.Redisposed))),
        _ => [],
    })];

    /// <summary>What closing the case breaks in a chain.</summary>
    public static IReadOnlyList<ChainRule> Closing(string chain, ChainHistory h) => [.. Broken((ChainRule.DoneOnce, h.Has(ChainMarks.Closed))), .. Before(chain, h)];

    /// <summary>What the end of a chain breaks.</summary>
    public static IReadOnlyList<ChainRule> Ending(string chain, ChainHistory h) => chain == Unit
        ? [.. Broken((ChainRule.UnitDecisionBeforeEnd, !h.Has(ChainMarks.UnitDecided)))]
        : [.. Before(chain, h), .. Broken((ChainRule.ClosingBeforeEnd, !h.Has(ChainMarks.Closed)))];

    /// <summary>Whether the law lets the step be left by the port: a compulsory joint review is held first (GAP-01), returns are counted (GAP-07).</summary>
    public static bool CanLeave(string step, string port, ChainHistory h, Policy policy) => (step, port) switch
    {
        ("Review", "Completed") => !h.Has(ChainMarks.JointRequired) || h.Has(ChainMarks.JointHeld),
        ("Review", "Returned") => h.Returns < policy.MaxReturns,
        _ => true,
    };

    /// <summary>The case after the step was left by the port.</summary>
    public static ChainHistory After(string step, string port, ChainHistory h) => (step, port) switch
    {
        ("Investigate", _) => h with { Marks = h.Marks | ChainMarks.Investigated },
        ("SubmitReport" or "Supplement", _) => h with { Marks = (h.Marks | ChainMarks.Submitted) & ~ChainMarks.Returned, Submissions = Math.Min(h.Submissions + 1, Most) },
        ("Review", "Returned") => h with { Marks = h.Marks | ChainMarks.Returned, Returns = Math.Min(h.Returns + 1, Most) },
        ("Review", "JointReview") => h with { Marks = h.Marks | ChainMarks.JointOpen },
        ("Review", _) => h with { Marks = h.Marks | ChainMarks.Reviewed },
        ("JointReview", _) => h with { Marks = (h.Marks | ChainMarks.JointHeld) & ~ChainMarks.JointOpen },
        ("SendFeedback", _) => h with { Marks = h.Marks | ChainMarks.Fed },
        ("ReceiveFeedback", _) => h with { Marks = h.Marks | ChainMarks.Received },
        ("Dispose", "PendingTransfer") => h with { Marks = h.Marks | ChainMarks.Disposed | ChainMarks.TransfersOut },
        ("Dispose", _) => h with { Marks = (h.Marks | ChainMarks.Disposed) & ~ChainMarks.TransfersOut },
        ("AwaitTransferResults", _) => h with { Marks = h.Marks & ~ChainMarks.TransfersOut },
        ("FileWithCity", _) => h with { Marks = h.Marks | ChainMarks.Filed },
        ("DecideUnit", _) => h with { Marks = h.Marks | ChainMarks.UnitDecided },
        ("Redispose", _) => h with { Marks = h.Marks | ChainMarks.Redisposed },
        ("CloseCase", _) => h with { Marks = h.Marks | ChainMarks.Closed },
        _ => h,
    };

    /// <summary>The clock a step's limit is measured by; null where the notice sets none.</summary>
    public static ClockKind? Clock(string step) => step switch
    {
        "Investigate" => ClockKind.Investigation,
        "SubmitReport" => ClockKind.Submit,
        "Supplement" => ClockKind.Resubmit,
        "Review" => ClockKind.Review,
        "SendFeedback" => ClockKind.Feedback,
        "FileWithCity" => ClockKind.Filing,
        "Dispose" => ClockKind.Disposition,
        "DecideUnit" => ClockKind.UnitDecision,
        "Redispose" => ClockKind.Redisposition,
        _ => null,
    };

    /// <summary>What stands against an organisation in the relation taking part in the step; null where nothing does.</summary>
    public static ChainRule? Deciding(string chain, string step, string relation) => (step, relation) switch
    {
        ("DecideUnit", _) when relation != "SUPERIOR" => ChainRule.UnitDecidedAbove,
        (_, "LOSING_AGENCY" or "IMPLEMENTING_BODY") when chain == Unit => ChainRule.UnitDecidedAbove,
        ("Review" or "JointReview" or "SendFeedback" or "FileWithCity", "LOSING_AGENCY" or "IMPLEMENTING_BODY") => ChainRule.LawfulDecider,
        _ => null,
    };

    private static IEnumerable<ChainRule> Before(string chain, ChainHistory h) => chain == Correction
        ? Broken((ChainRule.RedispositionBeforeClosing, !h.Has(ChainMarks.Redisposed)))
        : Broken(
            (ChainRule.ReviewBeforeClosing, !h.Has(ChainMarks.Reviewed)),
            (ChainRule.JointReviewHeld, h.Has(ChainMarks.JointOpen)),
            (ChainRule.FilingBeforeClosing, h.Has(ChainMarks.County) && !h.Has(ChainMarks.Filed)),
            (ChainRule.DispositionBeforeClosing, !h.Has(ChainMarks.Disposed)),
            (ChainRule.TransferResultsBeforeClosing, h.Has(ChainMarks.TransfersOut)));

    private static IEnumerable<ChainRule> Broken(params (ChainRule Rule, bool Holds)[] rules) => rules.Where(r => r.Holds).Select(r => r.Rule);
}
