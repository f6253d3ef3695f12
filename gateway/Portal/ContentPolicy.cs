namespace LostCases.Portal;

/// <summary>What a page may load and who may frame it; pages with people's data stay out of caches.</summary>
internal sealed class ContentPolicy(RequestDelegate next)
{
    // Attributes only: MudBlazor writes style="…" on its popovers. No <style> element and no inline script is let in. Framed are documents
    // from Downloads; no page lets itself be framed.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
        + "img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            {
                http.Response.Headers.ContentSecurityPolicy = Policy;
                http.Response.Headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(http);
    }
}
