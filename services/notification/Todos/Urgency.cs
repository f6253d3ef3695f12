using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Notification.Todos;

/// <summary>How urgent a to-do is by law (法定紧急程度): a 应当 limit that has passed comes before everything.</summary>
public enum Urgency
{
    /// <summary>应当 limit passed.</summary>
    MustPassed,

    /// <summary>应当 limit ends today.</summary>
    MustToday,

    /// <summary>一般 or configured limit passed: the reason is to be told.</summary>
    Exceeded,

    /// <summary>一般 or configured limit ends today.</summary>
    Today,

    /// <summary>At most five working days are left.</summary>
    Near,

    /// <summary>In time.</summary>
    InTime,

    /// <summary>No limit runs, or it is paused.</summary>
    NoLimit,
}

/// <summary>The limit of a to-do as it stands today.</summary>
public sealed record TodoClock(
    string Kind, DateOnly DueOn, string Nature, int Length, string Unit, ClockStatus Status, int? RemainingWorkingDays, int? OverdueWorkingDays)
{
    private const int Near = 5;

    /// <summary>The clock a step is measured by; null for steps without one.</summary>
    internal static ClockKind? Of(string step) => step switch
    {
        "Investigate" => ClockKind.Investigation,
        "SubmitReport" => ClockKind.Submit,
        "Supplement" => ClockKind.Resubmit,
        "DecideUnit" => ClockKind.UnitDecision,
        "Review" or "JointReview" => ClockKind.Review,
        "SendFeedback" => ClockKind.Feedback,
        "FileWithCity" => ClockKind.Filing,
        "Dispose" => ClockKind.Disposition,
        "AwaitTransferResults" => ClockKind.TransferFollowup,
        "Redispose" => ClockKind.Redisposition,
        _ => null,
    };

    /// <summary>The step's running clock that is due first, read as of the day.</summary>
    internal static TodoClock? Read(string step, IEnumerable<CaseClock> clocks, DateOnly today)
    {
        if (Of(step) is not { } kind
            || clocks.Where(c => c.Kind == Code.Of(kind) && c.StoppedOn is null).MinBy(c => c.DueOn) is not { } clock)
        {
            return null;
        }

        var standing = clock.Read().Status(null, today);
        return new TodoClock(
            clock.Kind, clock.DueOn, clock.Nature, clock.Length, clock.Unit, standing.Status, standing.RemainingWorkingDays, standing.OverdueWorkingDays);
    }

    /// <summary>How urgent the limit makes the to-do.</summary>
    internal Urgency On(DateOnly today)
    {
        var isMust = Nature == Code.Of(ClockNature.Must);
        return OverdueWorkingDays is not null ? isMust ? Urgency.MustPassed : Urgency.Exceeded
            : Status == ClockStatus.Paused ? Urgency.NoLimit
            : DueOn == today ? isMust ? Urgency.MustToday : Urgency.Today
            : RemainingWorkingDays <= Near ? Urgency.Near
            : Urgency.InTime;
    }
}
