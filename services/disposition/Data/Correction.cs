namespace LostCases.Disposition.Data;

/// <summary>A correction ordered by the joint conference (纠正意见), and its answer.</summary>
public sealed class Correction
{
    /// <summary>Identity; starts the correction's chain under it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>Responsible unit it is addressed to.</summary>
    public required Guid AddresseeId { get; init; }

    /// <summary>The conference it was decided at.</summary>
    public Guid? ConferenceId { get; init; }

    /// <summary>What is wrong and why (不当之处及理由).</summary>
    public required string Reasons { get; init; }

    /// <summary>What is to be done.</summary>
    public required string RequiredAction { get; init; }

    /// <summary>Limit set by the conference, working days from receipt; null for the policy's (GAP-12).</summary>
    public int? LimitWorkingDays { get; init; }

    /// <summary>When it was issued.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The case's version of this service after the order.</summary>
    public long Sequence { get; set; }

    /// <summary>When the addressee signed for it; the clock runs from here.</summary>
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>The addressee's answer.</summary>
    public string? Answer { get; set; }

    /// <summary>When it was decided anew.</summary>
    public DateOnly? AnsweredOn { get; set; }

    /// <summary>Version of the disposition that answers it.</summary>
    public int? NewVersion { get; set; }
}

/// <summary>That what was ordered was revoked after the loss had vanished (撤销处理, GAP-13).</summary>
public sealed class Revocation
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Business date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Number of the revoking document.</summary>
    public required string DocumentNo { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Guid RecordedBy { get; init; }
}
