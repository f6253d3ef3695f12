using LostCases.Oversight.Conferences;
using LostCases.Rules;

namespace LostCases.Oversight.Data;

/// <summary>A meeting of the joint conference (联席会议).</summary>
public sealed class Conference
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Half-year it counts for, e.g. <c>2026H1</c> (N5.2-c).</summary>
    public required string Half { get; init; }

    /// <summary>Day it was held.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>Whether it is a regular one (例会).</summary>
    public required bool Regular { get; init; }

    /// <summary>Minutes in short.</summary>
    public required string Minutes { get; init; }

    /// <summary>City whose conference it is; null for meetings recorded before that was kept.</summary>
    public Guid? CityId { get; init; }

    /// <summary>Units that took part.</summary>
    public List<Guid> Units { get; init; } = [];

    /// <summary>What was on the agenda (N5.2-d).</summary>
    public List<AgendaItem> Agenda { get; init; } = [];

    /// <summary>Who recorded it.</summary>
    public required Guid RecordedBy { get; init; }
}

/// <summary>That an agency does not follow the notice (不按通知执行), N5.3-b.</summary>
public sealed class NonCompliance
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The agency.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>What was not done.</summary>
    public required string Facts { get; init; }

    /// <summary>Who decided, in words.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>Consequences.</summary>
    public required List<SanctionType> Consequences { get; init; }

    /// <summary>Range of publication (一定范围, GAP-22), in words.</summary>
    public required string Range { get; init; }

    /// <summary>Business date.</summary>
    public required DateOnly On { get; init; }
}
