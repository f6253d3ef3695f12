using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

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
            // How much is taken is counted while it is stored; a server's own limit is lower than ours.
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .DisableAntiforgery()
            .WithSummary("Stores a document (one file as multipart/form-data); its type is judged by its content.")
            .AddOpenApiOperationTransformer((operation, _, _) => ApiDescription.File(operation))
            .Produces<UploadAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
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

        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || type.Boundary.Length == 0)
        {
            return Problems.Bad(http, 415, "MULTIPART_REQUIRED", "请以 multipart/form-data 上传一个文件。", "Send one file as multipart/form-data.");
        }

        try
        {
            return await TakeAsync(http, scope, caseId, kind, new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), http.Request.Body), actor, ct);
        }
        catch (InvalidDataException)
        {
            return Problems.Bad(http, 400, "UPLOAD_INCOMPLETE", "上传内容不完整。", "The upload is incomplete.", "file");
        }
    }

    private static async Task<IResult> TakeAsync(
        HttpContext http, ActScope scope, Guid caseId, string kind, MultipartReader reader, Actor actor, CancellationToken ct)
    {
        while (await NextAsync(reader, ct) is { } section)
        {
            if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
            {
                var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
                return await StoreAsync(http, scope, caseId, kind, name.ToString(), section.Body, actor, ct);
            }
        }

        return Problems.Bad(http, 400, "FILE_MISSING", "没有收到文件。", "No file was received.", "file");
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken ct)
    {
        try
        {
            return await reader.ReadNextSectionAsync(ct);
        }
        catch (IOException cut) when (cut is not BadHttpRequestException)
        {
            throw new InvalidDataException("The upload ended before its end.", cut);
        }
    }

    private static async Task<IResult> StoreAsync(
        HttpContext http, ActScope scope, Guid caseId, string kind, string name, Stream content, Actor actor, CancellationToken ct)
    {
        var folder = (DocumentFolder)http.RequestServices.GetService(typeof(DocumentFolder))!;
        var id = Guid.CreateVersion7();
        if (await folder.ReceiveAsync(id, content, ct) is not { } received)
        {
            return Problems.Bad(http, 413, "FILE_TOO_LARGE", $"文件超过 {scope.Options.DocumentLimitBytes / 1048576} MB 的上限。",
                $"The file is larger than {scope.Options.DocumentLimitBytes / 1048576} MB.", "file");
        }

        if (received.Length == 0 || ContentType.Of(folder.PathOf(id)) is not { } mediaType)
        {
            File.Delete(folder.PathOf(id));
            return Problems.Bad(http, 415, "FILE_TYPE_NOT_ACCEPTED", "只接受 pdf、ofd、docx、doc、wps、jpg、png、tif 文件，按内容识别。",
                "Only pdf, ofd, docx, doc, wps, jpg, png and tif files are accepted, judged by their content.", "file");
        }

        CrashPoint.Pass(CrashPoint.DocumentReceived);
        var document = new StoredDocument
        {
            Id = id,
            CaseId = caseId,
            Kind = kind,
            Name = FileNames.Harmless(name),
            MediaType = mediaType,
            Length = received.Length,
            Sha256 = received.Sha256,
            StoredBy = actor.Id,
            StoredAt = scope.Time.GetUtcNow(),
        };
        await RecordAsync(scope, document, actor, folder, ct);
        return Results.Created($"{http.Request.Path}/{id}", new UploadAnswer(id, kind, document.Sha256, document.Length, mediaType));
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
