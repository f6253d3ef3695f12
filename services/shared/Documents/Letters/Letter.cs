namespace LostCases.Documents;

/// <summary>A document of an organ in plain text (公文): title, number, paragraphs, and who signs on which day.</summary>
public sealed record Letter
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Number (文号).</summary>
    public required string Number { get; init; }

    /// <summary>Paragraphs, each begun with two empty characters.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>The organ that signs (落款).</summary>
    public required string Signatory { get; init; }

    /// <summary>Day it is dated: the only date the file carries.</summary>
    public required DateOnly On { get; init; }

    /// <summary>System number of the case, for the foot of each page.</summary>
    public required string Code { get; init; }

    /// <summary>Whether every page says that this is a demonstration (演示).</summary>
    public bool Demo { get; init; }
}
