using LostCases.Rules;

namespace LostCases.Investigation.Data;

/// <summary>The inquiry into a unit's responsibility (单位责任), referred to its superior (N2.5.1-h).</summary>
public sealed class UnitInquiry
{
    /// <summary>Identity; starts the unit's chain under it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The unit: losing agency or implementing body.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The superior; null where it is outside the system and the reviewing body records for it (代录).</summary>
    public Guid? SuperiorId { get; init; }

    /// <summary>The superior in words.</summary>
    public required string SuperiorName { get; init; }

    /// <summary>Why it is referred.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was referred; the clock runs from here (GAP-03).</summary>
    public required DateOnly ReferredOn { get; init; }

    /// <summary>The case's version of this service after the referral.</summary>
    public long Sequence { get; set; }

    /// <summary>Whether it was serious (情节严重).</summary>
    public bool? Serious { get; set; }

    /// <summary>What was ordered; empty where the unit is not held responsible.</summary>
    public List<SanctionType> Sanctions { get; set; } = [];

    /// <summary>Reason of the decision.</summary>
    public string? DecisionReason { get; set; }

    /// <summary>Number of the decision document.</summary>
    public string? DocumentNo { get; set; }

    /// <summary>When it was decided.</summary>
    public DateOnly? DecidedOn { get; set; }

    /// <summary>Who recorded the decision.</summary>
    public Guid? DecidedBy { get; set; }
}
