using LostCases.Rules;

namespace LostCases.Demo;

/// <summary>Which moments a case has passed, which limit runs in its state, and how long people take from one to the next.</summary>
internal static class Chain
{
    /// <summary>The moments up to the state the line names.</summary>
    internal static List<Moment> Of(DemoCase line) => [.. Enum.GetValues<Moment>().Where(m => Passed(line, m))];

    /// <summary>The moment the state's limit starts from, and its clock; null where no limit runs.</summary>
    internal static (Moment Start, ClockKind Kind)? Limit(DemoCase line) => line.Target switch
    {
        CaseState.Investigating => (Moment.Effective, ClockKind.Investigation),
        CaseState.ReportReady => (Moment.Completed, ClockKind.Submit),
        CaseState.Submitted or CaseState.UnderReview or CaseState.JointReview => (Moment.Submitted, ClockKind.Review),
        CaseState.Returned => (Moment.Returned, ClockKind.Resubmit),
        CaseState.Reviewed => (Moment.Reviewed, ClockKind.Feedback),
        CaseState.FeedbackSent => (Moment.Reviewed, ClockKind.Filing),
        CaseState.Disposing => (Moment.Received, ClockKind.Disposition),
        CaseState.Transferred => (Moment.Transferred, ClockKind.TransferFollowup),
        CaseState.Correction => (Moment.CorrectionReceived, ClockKind.Redisposition),
        _ => null,
    };

    /// <summary>Working days from the moment before.</summary>
    internal static int Gap(DemoCase line, Moment moment) => moment switch
    {
        Moment.Registered => Between(line, 1, 2, 0),
        Moment.Scope => 1,
        Moment.Completed => Between(line, 12, 24, 1),
        Moment.Submitted => Between(line, 1, 4, 2),
        Moment.Accepted => 1,
        Moment.Returned => 3,
        Moment.Resubmitted => 3,
        Moment.JointStarted => 2,
        Moment.JointOpinions => 3,
        Moment.JointConcluded => 2,
        Moment.Suspended => Between(line, 5, 10, 3),
        Moment.Retried => 5,
        Moment.Terminated => 2,
        Moment.Reviewed => Between(line, 5, 14, 3),
        Moment.Filed => 1,
        Moment.FeedbackSent => 1,
        Moment.Received => 1,
        Moment.Transferred => 4,
        Moment.Disposed => Between(line, 5, 18, 4),
        Moment.CorrectionOrdered => 12,
        Moment.CorrectionReceived => 2,
        Moment.Closed => Between(line, 3, 8, 5),
        Moment.Effective => 0,
    };

    /// <summary>A number between two that differs from case to case and from use to use, and is the same in every run.</summary>
    internal static int Between(DemoCase line, int least, int most, int use)
    {
        var hash = 2166136261u;
        foreach (var c in $"{line.Key}/{use}")
        {
            hash = (hash ^ c) * 16777619u;
        }

        return least + (int)(hash % (uint)(most - least + 1));
    }

    private static bool Passed(DemoCase line, Moment moment)
    {
        var state = line.Target;
        return moment switch
        {
            Moment.Effective or Moment.Registered => true,
            Moment.Scope => state != CaseState.Registered,
            Moment.Completed => Reached(state, CaseState.ReportReady),
            Moment.Submitted => Reached(state, CaseState.Submitted),
            Moment.Accepted => Reached(state, CaseState.Submitted) && state != CaseState.Submitted,
            Moment.Returned => line.Defects.Count > 0,
            Moment.Resubmitted => line.Answered.Count > 0,
            Moment.JointStarted or Moment.JointOpinions => line.Members.Count > 0,
            Moment.JointConcluded => line.Members.Count > 0 && state != CaseState.JointReview,
            Moment.Suspended => state == CaseState.Suspended,
            Moment.Retried or Moment.Terminated => state == CaseState.Terminated,
            Moment.Reviewed => Reached(state, CaseState.Reviewed),
            Moment.Filed => Reached(state, CaseState.Reviewed) && !line.IsMunicipal && !line.Unfiled,
            Moment.FeedbackSent => Reached(state, CaseState.FeedbackSent),
            Moment.Received => Reached(state, CaseState.Disposing),
            Moment.Transferred => line.Organ is not null,
            Moment.Disposed => Reached(state, CaseState.Transferred),
            Moment.CorrectionOrdered or Moment.CorrectionReceived => state == CaseState.Correction,
            Moment.Closed => state == CaseState.Closed,
        };
    }

    /// <summary>Whether a case in the state has come as far as the other on the main line; interruptions count from where they begin here: under review.</summary>
    private static bool Reached(CaseState state, CaseState other) => state switch
    {
        CaseState.OutOfScope => false,
        CaseState.Suspended or CaseState.Terminated => CaseState.UnderReview >= other,
        _ => state >= other,
    };
}
