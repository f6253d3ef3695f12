namespace LostCases.Portal.Data;

/// <summary>What a person has typed into a form and not sent yet (草稿).</summary>
internal sealed class DraftRow
{
    /// <summary>The person's id (claim <c>sub</c>).</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Case and act.</summary>
    public required string Form { get; init; }

    /// <summary>The form's content, protected.</summary>
    public required string Text { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset KeptAt { get; init; }
}
