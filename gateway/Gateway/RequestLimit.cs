using System.Text;
using LostCases.Platform;
using Microsoft.AspNetCore.Http.Features;

namespace LostCases.Gateway;

/// <summary>
/// Refuses what cannot be passed on: a body announced as too large, before a byte of it is read, or found too large while it is read;
/// and headers of other than visible ASCII.
/// </summary>
internal sealed class RequestLimit(RequestDelegate next, GatewaySettings settings)
{
    public Task InvokeAsync(HttpContext http)
    {
        var limit = http.Request.Path.Value!.EndsWith("/documents", StringComparison.Ordinal) ? settings.UploadLimitBytes : settings.RequestLimitBytes;
        if (http.Request.ContentLength > limit)
        {
            return Problems.TooLarge(http).ExecuteAsync(http);
        }

        if (http.Request.Headers.FirstOrDefault(h => h.Value.Any(v => v is not null && !Ascii.IsValid(v))).Key is { } header)
        {
            return Problems.Bad(
                http, StatusCodes.Status400BadRequest, "MALFORMED_REQUEST", $"请求头 {header} 含有不允许的字符。", $"The header {header} has characters that are not allowed.", header).ExecuteAsync(http);
        }

        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = limit;
        return next(http);
    }
}
