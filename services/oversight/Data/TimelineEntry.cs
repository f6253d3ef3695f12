using LostCases.Contracts;

namespace LostCases.Oversight.Data;

/// <summary>One act on a case as it was told (办理经过): what, when, for which organisation. No person, no text.</summary>
public sealed class TimelineEntry
{
    /// <summary>Identity; later acts have greater ones.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Service that told it.</summary>
    public required string Owner { get; init; }

    /// <summary>Number among the service's events of the case: told twice, it is one entry.</summary>
    public required long Sequence { get; init; }

    /// <summary>Name of the event, e.g. <c>ReportSubmitted</c>.</summary>
    public required string What { get; init; }

    /// <summary>Business date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When the act was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it became known here: what a reader has not seen yet is after his last reading.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Organisation acted for; null where the system acted.</summary>
    public Guid? OrganisationId { get; init; }

    internal static TimelineEntry Of(string what, CaseHeader told, DateTimeOffset knownAt) => new()
    {
        Id = Guid.CreateVersion7(told.RecordedAt),
        CaseId = told.Id,
        Owner = told.Owner,
        Sequence = told.Sequence,
        What = what,
        On = told.On,
        RecordedAt = told.RecordedAt,
        KnownAt = knownAt,
        OrganisationId = told.ActorOrganisationId,
    };
}
