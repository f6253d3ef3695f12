namespace LostCases.Portal;

/// <summary>A circuit is opened by this portal's own pages alone: a page of another origin would speak with the person's cookie.</summary>
internal sealed class OwnPages(RequestDelegate next, PortalSettings settings)
{
    public Task InvokeAsync(HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length > 0 && http.Request.Path.StartsWithSegments("/_blazor")
            && !string.Equals(origin, settings.Public.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(http);
    }
}
