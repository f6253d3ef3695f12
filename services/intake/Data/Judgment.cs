using LostCases.Rules;

namespace LostCases.Intake.Data;

/// <summary>A court document (裁判文书); every losing agency in it has a case of its own.</summary>
public sealed class Judgment
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Case number (案号), normalised.</summary>
    public required string CaseNo { get; init; }

    /// <summary>Kind of document.</summary>
    public required DocType DocType { get; init; }

    /// <summary>Court.</summary>
    public required Guid CourtId { get; init; }

    /// <summary>Instance.</summary>
    public required Instance Instance { get; init; }

    /// <summary>Date it was made.</summary>
    public required DateOnly MadeOn { get; init; }
}
