using Microsoft.EntityFrameworkCore;

namespace LostCases.Platform;

/// <summary>A document as it is listed.</summary>
/// <param name="Id">The document.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Name as uploaded, made harmless.</param>
/// <param name="Sha256">Digest of its content.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="StoredAt">When it was stored.</param>
/// <param name="MediaType">Type found in the content.</param>
public sealed record DocumentView(Guid Id, string Kind, string Name, string Sha256, long Length, DateTimeOffset StoredAt, string MediaType)
{
    /// <summary>The owner's documents of the case that its reader may see, oldest first.</summary>
    public static Task<List<DocumentView>> OfAsync(CaseDbContext db, CaseReading reading, PlatformOptions options, CancellationToken ct) => options.Documents
        .VisibleTo(db.Documents, reading)
        .OrderBy(d => d.Id)
        .Select(d => new DocumentView(d.Id, d.Kind, d.Name, d.Sha256, d.Length, d.StoredAt, d.MediaType))
        .ToListAsync(ct);
}
