namespace LostCases.Portal;

/// <summary>
/// The system can be opened by another name or by IP: pages then move to the public address, where cookies and the
/// way back from signing in belong. The host comes from the settings, never from the request.
/// </summary>
internal sealed class PublicAddress(RequestDelegate next, PortalSettings settings)
{
    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method)
            && request.Headers["Sec-Fetch-Dest"] == "document"
            && request.Headers.ContainsKey("X-Forwarded-Host")
            && !string.Equals(request.Host.Value, settings.Public.Authority, StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Redirect(settings.Public.GetLeftPart(UriPartial.Authority) + request.Path.ToUriComponent() + request.QueryString);
            return Task.CompletedTask;
        }

        return next(http);
    }
}
