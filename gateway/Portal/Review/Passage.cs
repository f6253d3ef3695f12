namespace LostCases.Portal.Review;

/// <summary>Words that lie before the reviewer and can be carried over, whole or in part.</summary>
/// <param name="Key">Key within the page.</param>
/// <param name="Source">Where they come from, as a quote names it.</param>
/// <param name="Label">What stands before them on the page.</param>
/// <param name="Text">The words.</param>
internal sealed record Passage(string Key, string Source, string Label, string Text)
{
    /// <summary>The finding they are about.</summary>
    internal Guid? FindingId { get; init; }

    /// <summary>Clauses they rest on.</summary>
    internal IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>A part of the report under its heading.</summary>
internal sealed record Part(string Title, string? Note, IReadOnlyList<Passage> Passages);
