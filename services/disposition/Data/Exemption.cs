using LostCases.Rules;

namespace LostCases.Disposition.Data;

/// <summary>What the competent organ said of one person's exemption (容错免责认定, N4.3-b), and what became of it.</summary>
public sealed class Exemption
{
    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>1 for the first; another follows only where one was cancelled.</summary>
    public required int Number { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>In which capacity the organ spoke (GAP-18).</summary>
    public required RecognisingOrgan By { get; init; }

    /// <summary>The organ; null where it is outside the system.</summary>
    public Guid? OrganId { get; init; }

    /// <summary>The organ in words.</summary>
    public required string OrganName { get; init; }

    /// <summary>The person's name as the organ's document has it; the certificate prints it.</summary>
    public required string PersonName { get; init; }

    /// <summary>Circumstance it rests on (N4.2).</summary>
    public required ExemptionCircumstance Circumstance { get; init; }

    /// <summary>Whether it was recognised, or refused.</summary>
    public required bool Recognised { get; init; }

    /// <summary>Reason in words; a refusal always has one.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of the organ's document (文号).</summary>
    public required string DocumentNo { get; init; }

    /// <summary>The organ's document where it was handed in.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>Business date; the effects begin with it (N4.3-c).</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Guid RecordedBy { get; init; }

    /// <summary>When it was cancelled; its effects end with this day.</summary>
    public DateOnly? CancelledOn { get; private set; }

    /// <summary>Why; null where a new disposition took the exemption away (N5.2-d).</summary>
    public string? CancelReason { get; private set; }

    /// <summary>Who cancelled it.</summary>
    public Guid? CancelledBy { get; private set; }

    /// <summary>Deductions in the work assessment in spite of it (N4.3-d).</summary>
    public List<AssessmentDeduction> Deductions { get; private set; } = [];

    /// <summary>How it stands.</summary>
    internal ExemptionStanding Standing => CancelledOn is not null ? ExemptionStanding.Cancelled
        : Recognised ? ExemptionStanding.Recognised
        : ExemptionStanding.Refused;

    internal void Cancel(DateOnly on, string? reason, Guid by) => (CancelledOn, CancelReason, CancelledBy) = (on, reason, by);

    internal void Deduct(AssessmentDeduction deduction) => Deductions = [.. Deductions, deduction];
}

/// <summary>A deduction in the work assessment of somebody exempted (工作考核扣分): an exception with its reason (N4.3-d).</summary>
/// <param name="On">Business date.</param>
/// <param name="Points">Points deducted.</param>
/// <param name="Reason">Why.</param>
/// <param name="RecordedBy">Who recorded it.</param>
public sealed record AssessmentDeduction(DateOnly On, decimal Points, string Reason, Guid RecordedBy);
