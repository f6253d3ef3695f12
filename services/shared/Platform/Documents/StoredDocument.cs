namespace LostCases.Platform;

/// <summary>A document of a case (附件); its content lies in the owner's folder under the id.</summary>
public sealed class StoredDocument
{
    /// <summary>Identity and file name on disk.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>JUDGMENT, REPORT, FORM, OPINION, MINUTES, DECISION, SELF_CRITICISM, EVIDENCE, AUTHORISATION or OTHER.</summary>
    public required string Kind { get; init; }

    /// <summary>Name as uploaded, made harmless.</summary>
    public required string Name { get; init; }

    /// <summary>Media type found in the content.</summary>
    public required string MediaType { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Who uploaded it.</summary>
    public required Guid StoredBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset StoredAt { get; init; }
}
