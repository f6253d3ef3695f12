using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace LostCases.Governance.Studio;

/// <summary>Studio's files: ours first, then the package's, packed where the package brings them packed and the browser takes it.</summary>
internal sealed class StudioFiles
{
    private static readonly (string Encoding, string Ending)[] Packed = [("br", ".br"), ("gzip", ".gz")];
    private readonly FileExtensionContentTypeProvider _types = new() { Mappings = { [".dat"] = "application/octet-stream", [".mjs"] = "text/javascript" } };
    private readonly IFileProvider[] _places;
    private readonly string _folder;

    internal StudioFiles(string folder)
    {
        _folder = folder;
        _places = [.. new[] { Path.Combine(folder, "pages"), Path.Combine(folder, "node_modules", "@elsa-workflows", "elsa-studio-wasm") }
            .Where(Directory.Exists).Select(p => new PhysicalFileProvider(p))];
    }

    /// <summary>Our document in a language.</summary>
    internal string Document(string language) =>
        File.ReadAllText(Path.Combine(_folder, "pages", "index.html")).Replace("<html lang=\"zh-CN\">", $"<html lang=\"{language}\">", StringComparison.Ordinal);

    /// <summary>The file of a path; null where there is none, and for the package's own document.</summary>
    internal IResult? Find(string path, HttpContext http)
    {
        if (path is "" or "index.html" || !_types.TryGetContentType(path, out var type))
        {
            return null;
        }

        var file = path == "zh-CN.json" ? new PhysicalFileProvider(_folder).GetFileInfo(path) : _places.Select(p => p.GetFileInfo(path)).FirstOrDefault(f => f.Exists);
        if (file is not { Exists: true })
        {
            return null;
        }

        var (served, encoding) = Smaller(path, http) ?? (file, null);
        var headers = http.Response.Headers;
        headers.CacheControl = IsNamedByContent(path) ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        var tag = new EntityTagHeaderValue($"\"{served.LastModified.Ticks ^ served.Length:x}\"");
        return Results.File(served.PhysicalPath!, type, lastModified: served.LastModified, entityTag: tag);
    }

    private (IFileInfo File, string? Encoding)? Smaller(string path, HttpContext http)
    {
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        foreach (var (encoding, ending) in Packed.Where(p => accepted.Contains(p.Encoding, StringComparison.Ordinal)))
        {
            if (_places.Select(p => p.GetFileInfo(path + ending)).FirstOrDefault(f => f.Exists) is { } packed)
            {
                return (packed, encoding);
            }
        }

        return null;
    }

    /// <summary>The package names its assemblies by their content: <c>name.hash.wasm</c>.</summary>
    private static bool IsNamedByContent(string path) =>
        path.StartsWith("_framework/", StringComparison.Ordinal) && Path.GetFileName(path).Split('.') is [.., { Length: 10 }, _];
}
