namespace LostCases.Investigation.Data;

/// <summary>A return of the report and how it was answered (退回补充的答复).</summary>
public sealed class ReturnedReport
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>1 for the first return.</summary>
    public required int Number { get; init; }

    /// <summary>Number of defects; their words stay with the reviewing body.</summary>
    public required int Defects { get; init; }

    /// <summary>When it was returned; the clock runs from here.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Answers in the order of the defects.</summary>
    public List<string> Answers { get; set; } = [];

    /// <summary>What the agency objects to in the return (对退回的异议); null where it objects to nothing.</summary>
    public string? Objection { get; set; }

    /// <summary>When it was submitted again.</summary>
    public DateOnly? ResubmittedOn { get; set; }
}
