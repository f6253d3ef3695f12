using LostCases.Rules;

namespace LostCases.Disposition.Data;

/// <summary>A finding handed to the organ that has the authority (移送), and what became of it.</summary>
public sealed class Transfer
{
    /// <summary>The finding.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>1 for the first; what an organ sends back goes to another as the next.</summary>
    public int Number { get; init; } = 1;

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The receiving organ; null where it is outside the system.</summary>
    public Guid? OrganId { get; init; }

    /// <summary>The receiving organ in words.</summary>
    public required string OrganName { get; init; }

    /// <summary>What was handed over.</summary>
    public required List<string> Materials { get; init; }

    /// <summary>When it was sent; the follow-up clock runs from here (GAP-10).</summary>
    public required DateOnly SentOn { get; init; }

    /// <summary>Who sent it.</summary>
    public required Guid SentBy { get; init; }

    /// <summary>When the organ confirmed that it had arrived (回执).</summary>
    public DateOnly? AcknowledgedOn { get; set; }

    /// <summary>When the organ sent it back (退回).</summary>
    public DateOnly? ReturnedOn { get; set; }

    /// <summary>Why it has no authority.</summary>
    public string? ReturnReason { get; set; }

    /// <summary>When the competent organ decided.</summary>
    public DateOnly? ResultOn { get; set; }

    /// <summary>What it decided.</summary>
    public Conclusion? Result { get; set; }

    /// <summary>What it ordered.</summary>
    public List<SanctionType> Sanctions { get; set; } = [];

    /// <summary>Its document.</summary>
    public Guid? DocumentId { get; set; }

    /// <summary>Tells the follow-up clocks of the case apart.</summary>
    internal string Clock => Number == 1 ? FindingId.ToString() : $"{FindingId}:{Number}";
}
