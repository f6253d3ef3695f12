using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LostCases.Platform;

/// <summary>
/// A file that was sent as multipart/form-data, stored under its id in the folder for documents. One that no document is made of is
/// for the caller to remove; what a crash leaves is removed by a sweep.
/// </summary>
/// <param name="Id">Its name in the folder.</param>
/// <param name="Name">Its name as sent, made harmless.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Sha256">Digest of what was stored.</param>
public sealed record ReceivedFile(Guid Id, string Name, long Length, string Sha256)
{
    /// <summary>Streams the first file of the request to disk; or says why there is none.</summary>
    public static async Task<(ReceivedFile? File, IResult? Refusal)> ReceiveAsync(
        HttpContext http, DocumentFolder folder, PlatformOptions options, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || type.Boundary.Length == 0)
        {
            return (null, Problems.Bad(http, 415, "MULTIPART_REQUIRED", "请以 multipart/form-data 上传一个文件。", "Send one file as multipart/form-data."));
        }

        try
        {
            return await TakeAsync(http, folder, options, new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), http.Request.Body), ct);
        }
        catch (InvalidDataException)
        {
            return (null, Problems.Bad(http, 400, "UPLOAD_INCOMPLETE", "上传内容不完整。", "The upload is incomplete.", "file"));
        }
    }

    private static async Task<(ReceivedFile? File, IResult? Refusal)> TakeAsync(
        HttpContext http, DocumentFolder folder, PlatformOptions options, MultipartReader reader, CancellationToken ct)
    {
        while (await NextAsync(reader, ct) is { } section)
        {
            if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
            {
                var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
                var id = Guid.CreateVersion7();
                return await folder.ReceiveAsync(id, section.Body, ct) is { } received
                    ? (new ReceivedFile(id, FileNames.Harmless(name.ToString()), received.Length, received.Sha256), null)
                    : (null, Problems.Bad(http, 413, "FILE_TOO_LARGE", $"文件超过 {options.DocumentLimitBytes / 1048576} MB 的上限。",
                        $"The file is larger than {options.DocumentLimitBytes / 1048576} MB.", "file"));
            }
        }

        return (null, Problems.Bad(http, 400, "FILE_MISSING", "没有收到文件。", "No file was received.", "file"));
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
}
