using LostCases.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LostCases.Governance.Studio;

/// <summary>Elsa Studio under <c>/studio/</c>: our one document, and the files of the npm package as they are. Nothing of anybody's is in them.</summary>
public static class StudioPages
{
    // WebAssembly is compiled, never text; the inline scripts are Studio's own, for its keys; MudBlazor and the canvas write styles; the code editor starts its workers from blobs.
    private const string Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=' 'sha256-vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts='; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>Maps the document and the files.</summary>
    public static void MapStudio(this WebApplication app)
    {
        var root = app.Services.GetRequiredService<IWebHostEnvironment>().ContentRootPath;
        var files = new StudioFiles(StudioFolder(root));
        app.MapMethods("/studio/{**path}", [HttpMethods.Get, HttpMethods.Head], (string? path, HttpContext http) => Answer(files, path ?? "", http)).ExcludeFromDescription();
    }

    /// <summary>Beside the published program, or in the repository.</summary>
    private static string StudioFolder(string root)
    {
        var published = Path.Combine(root, "studio");
        return Directory.Exists(published) ? published : Path.GetFullPath(Path.Combine(root, "..", "studio"));
    }

    private static IResult Answer(StudioFiles files, string path, HttpContext http)
    {
        if (http.Request.Path.Value == "/studio")
        {
            return Results.LocalRedirect("/studio/");
        }

        return files.Find(path, http) is { } found ? found
            : Path.HasExtension(path) ? Results.NotFound()
            : Document(files, http);
    }

    private static IResult Document(StudioFiles files, HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.CacheControl = "no-store";
        return Results.Content(files.Document(Language(http)), "text/html; charset=utf-8");
    }

    /// <summary>The language chosen in the portal, otherwise the one the browser asks for.</summary>
    private static string Language(HttpContext http) =>
        http.Request.Cookies["lostcases.language"] is { } chosen and ("zh-CN" or "en") ? chosen : Problems.Language(http);
}
