namespace LostCases.Notification.Data;

/// <summary>
/// A notice as it was given (通知): of one limit on one day to one step of the escalation, or of one to-do that somebody urged. It is
/// never changed but for whether it still holds, so it proves who was told of what and when. It names nobody.
/// </summary>
public sealed class Notice
{
    /// <summary>Identity, with the time it was made at.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The deadline; null where a to-do was urged.</summary>
    public Guid? DeadlineId { get; init; }

    /// <summary>The to-do that was urged; null where a limit is told of.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>Code of the clock, or kind of the step urged.</summary>
    public required string Kind { get; init; }

    /// <summary>APPROACHING, PASSED or URGED.</summary>
    public required string Stage { get; init; }

    /// <summary>MUST, SOFT or CONFIGURED; empty where a to-do was urged.</summary>
    public string Nature { get; init; } = "";

    /// <summary>Clause the limit comes from, or 7.4 where a to-do was urged.</summary>
    public string Clause { get; init; } = "";

    /// <summary>Last day in time; null where a to-do was urged.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Working days left, or past due.</summary>
    public int WorkingDays { get; init; }

    /// <summary>The day it was given.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Step of the escalation it goes to (催办、督办层级).</summary>
    public required string Step { get; init; }

    /// <summary>Relation to the case of the organisation it goes to, or <c>*</c> for a role of the whole city; empty where organisations are named.</summary>
    public string Relation { get; init; } = "";

    /// <summary>Organisations it goes to where no relation says so.</summary>
    public List<Guid> OrganisationIds { get; init; } = [];

    /// <summary>Roles it goes to.</summary>
    public required List<string> Roles { get; init; }

    /// <summary>What whoever urged has written; shown in the system alone.</summary>
    public string? Text { get; init; }

    /// <summary>Organisation that urged.</summary>
    public Guid? ByOrganisationId { get; init; }

    /// <summary>Whether it is the newest of its limit and the duty is not done.</summary>
    public bool Current { get; set; } = true;
}
