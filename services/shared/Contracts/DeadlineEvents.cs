namespace LostCases.Contracts;

/// <summary>A due date is near (期限临近). Sent once per deadline and number of days.</summary>
public sealed record DeadlineApproaching
{
    /// <summary>The deadline.</summary>
    public required Guid DeadlineId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Number of the case.</summary>
    public required string CaseCode { get; init; }

    /// <summary>Clock code.</summary>
    public required string Kind { get; init; }

    /// <summary>MUST, SOFT or CONFIGURED.</summary>
    public required string Nature { get; init; }

    /// <summary>Last day in time.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Working days left; 0 on the due day.</summary>
    public required int WorkingDaysLeft { get; init; }

    /// <summary>Clause or open question the limit comes from; null in messages of before.</summary>
    public string? Clause { get; init; }

    /// <summary>The day it was announced on, in Asia/Shanghai; null in messages of before.</summary>
    public DateOnly? AnnouncedOn { get; init; }
}

/// <summary>A due date has passed and the duty is not done (期限已过). Sent every few working days after it (three unless the rules say otherwise).</summary>
public sealed record DeadlinePassed
{
    /// <summary>The deadline.</summary>
    public required Guid DeadlineId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Number of the case.</summary>
    public required string CaseCode { get; init; }

    /// <summary>Clock code.</summary>
    public required string Kind { get; init; }

    /// <summary>MUST, SOFT or CONFIGURED.</summary>
    public required string Nature { get; init; }

    /// <summary>Last day in time.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Working days past the due date.</summary>
    public required int OverdueWorkingDays { get; init; }

    /// <summary>Clause or open question the limit comes from; null in messages of before.</summary>
    public string? Clause { get; init; }

    /// <summary>The day it was announced on, in Asia/Shanghai; null in messages of before.</summary>
    public DateOnly? AnnouncedOn { get; init; }
}

/// <summary>The duty was done on or before the due date (按期完成); withdraws what was announced about it.</summary>
public sealed record DeadlineMet
{
    /// <summary>The deadline.</summary>
    public required Guid DeadlineId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Clock code.</summary>
    public required string Kind { get; init; }

    /// <summary>The day it was done.</summary>
    public required DateOnly StoppedOn { get; init; }
}

/// <summary>The duty was done after the due date, or the case ended meanwhile (逾期完成); ends what was announced about it.</summary>
public sealed record DeadlineEnded
{
    /// <summary>The deadline.</summary>
    public required Guid DeadlineId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Clock code.</summary>
    public required string Kind { get; init; }

    /// <summary>The day it was done.</summary>
    public required DateOnly StoppedOn { get; init; }
}
