using LostCases.Rules;

namespace LostCases.Review.Data;

/// <summary>A joint review (联合审核) with its members and their opinions; every opinion is kept, dissent too.</summary>
public sealed class JointReview
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>Why it is held: MAJOR, DIFFICULT, COMPLEX, DISPUTED.</summary>
    public required List<JointMark> Marks { get; init; }

    /// <summary>Reason in words.</summary>
    public required string Reason { get; init; }

    /// <summary>When it began.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>Working days by which it lengthened the time for reviewing (GAP-16).</summary>
    public int ExtendedByWorkingDays { get; init; }

    /// <summary>When it was concluded.</summary>
    public DateOnly? ConcludedOn { get; set; }

    /// <summary>Conclusion in words.</summary>
    public string? Conclusion { get; set; }

    /// <summary>Minutes (纪要).</summary>
    public Guid? MinutesDocumentId { get; set; }

    /// <summary>Who takes part.</summary>
    public List<JointMember> Members { get; } = [];
}

/// <summary>A unit in a joint review.</summary>
public sealed class JointMember
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The joint review.</summary>
    public required int Number { get; init; }

    /// <summary>The unit.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>COURT, ORG_DEPT, DISCIPLINE or OTHER.</summary>
    public required MemberGroup Group { get; init; }

    /// <summary>What it says; null while it has said nothing.</summary>
    public JointOpinion? Opinion { get; set; }

    /// <summary>In words.</summary>
    public string? Text { get; set; }

    /// <summary>When it said so.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Who said so for the unit.</summary>
    public Guid? GivenBy { get; set; }
}
