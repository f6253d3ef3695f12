namespace LostCases.Review.Data;

/// <summary>A return of the report for supplement (退回补充).</summary>
public sealed class ReportReturn
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>Business date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What is to be supplied, one by one.</summary>
    public required List<string> Defects { get; init; }

    /// <summary>Who returned it.</summary>
    public required Guid ReturnedBy { get; init; }

    /// <summary>When it came back.</summary>
    public DateOnly? ResubmittedOn { get; set; }
}
