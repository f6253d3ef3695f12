using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LostCases.Platform;

/// <summary>Upload and download of a case's documents.</summary>
public static class DocumentEndpoints
{
    private const string KindsInWords =
        "JUDGMENT, REPORT, FORM, OPINION, MINUTES, DECISION, SELF_CRITICISM, EVIDENCE, AUTHORISATION or OTHER.";

    private static readonly string[] Kinds =
        ["JUDGMENT", "REPORT", "FORM", "OPINION", "MINUTES", "DECISION", "SELF_CRITICISM", "EVIDENCE", "AUTHORISATION", "OTHER"];

    /// <summary>
    /// <c>POST {group}/{caseId}/documents?kind=REPORT</c> with one file as multipart/form-data, and
    /// <c>GET {group}/{caseId}/documents/{id}</c>, which serves it as an attachment.
    /// </summary>
    public static void MapDocuments(this IEndpointRouteBuilder cases)
    {
        var rights = cases.ServiceProvider.GetRequiredService<PlatformOptions>().Documents;
        cases.MapPost("/{caseId:guid}/documents", UploadAsync)
            .WithSummary("Stores a document (one file as multipart/form-data); its type is judged by its content.")
            .Produces<UploadAnswer>(StatusCodes.Status201Created)
            .TakesFile()
            .OfCase("upload-document", rights.Adders);
        cases.MapGet("/{caseId:guid}/documents/{id:guid}", DownloadAsync)
            .WithSummary("The document as it was stored.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .OfCase("download-document", rights.Readers);
    }

    private static async Task<IResult> UploadAsync(
        HttpContext http, Guid caseId, CaseReading reading, [Description(KindsInWords)] string? kind, CancellationToken ct)
    {
        var (scope, actor) = (ActScope.From(http), reading.Actor);
        if (kind is null || !Kinds.Contains(kind))
        {
            return Problems.Bad(http, 400, "DOCUMENT_KIND_UNKNOWN", "文件种类不正确。", "The kind of document is unknown.", "kind");
        }

        var folder = (DocumentFolder)http.RequestServices.GetService(typeof(DocumentFolder))!;
        var (file, refusal) = await ReceivedFile.ReceiveAsync(http, folder, scope.Options, ct);
        if (file is null)
        {
            return refusal!;
        }

        if (file.Length == 0 || ContentType.Of(folder.PathOf(file.Id)) is not { } mediaType)
        {
            File.Delete(folder.PathOf(file.Id));
            return Problems.Bad(http, 415, "FILE_TYPE_NOT_ACCEPTED", "只接受 pdf、ofd、docx、doc、wps、jpg、png、tif 文件，按内容识别。",
                "Only pdf, ofd, docx, doc, wps, jpg, png and tif files are accepted, judged by their content.", "file");
        }

        CrashPoint.Pass(CrashPoint.DocumentReceived);
        var document = new StoredDocument
        {
            Id = file.Id,
            CaseId = caseId,
            Kind = kind,
            Name = file.Name,
            MediaType = mediaType,
            Length = file.Length,
            Sha256 = file.Sha256,
            StoredBy = actor.Id,
            StoredAt = scope.Time.GetUtcNow(),
        };
        await RecordAsync(scope, document, actor, folder, ct);
        return Results.Created($"{http.Request.Path}/{file.Id}", new UploadAnswer(file.Id, kind, document.Sha256, document.Length, mediaType));
    }

    private static async Task RecordAsync(ActScope scope, StoredDocument document, Actor actor, DocumentFolder folder, CancellationToken ct)
    {
        await using var transaction = await BeginAsync();
        // From here on the row may be there, so the file stays.
        await transaction.CommitAsync(CancellationToken.None);

        async Task<IDbContextTransaction> BeginAsync()
        {
            try
            {
                var begun = await scope.Db.Database.BeginTransactionAsync(ct);
                scope.Db.Add(document);
                await scope.Audit.AddAsync(document.CaseId, "DocumentStored", actor, new { document.Id, document.Kind, document.Sha256, document.Length }, ct);
                await scope.Db.SaveChangesAsync(ct);
                return begun;
            }
            catch
            {
                File.Delete(folder.PathOf(document.Id));
                throw;
            }
        }
    }

    private static async Task<IResult> DownloadAsync(
        HttpContext http, Guid caseId, Guid id, CaseReading reading, PlatformOptions options, CaseDbContext db, DocumentFolder folder, CancellationToken ct)
    {
        var document = await options.Documents.VisibleTo(db.Documents.AsNoTracking(), reading).SingleOrDefaultAsync(d => d.Id == id && d.CaseId == caseId, ct);
        if (document is null)
        {
            return await RefusalNote.NotedAsync(http, caseId, "download-document", Problems.NotFound(http));
        }

        await OfCaseEndpoints.NoteAsync(http, reading, "DocumentRead", new { document.Id, document.Kind });
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(folder.PathOf(id), document.MediaType, document.Name, enableRangeProcessing: true);
    }
}

/// <summary>Answer to an upload.</summary>
/// <param name="Id">The document.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Sha256">Digest of what was stored.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="MediaType">Type found in the content.</param>
public sealed record UploadAnswer(Guid Id, string Kind, string Sha256, long Length, string MediaType);
