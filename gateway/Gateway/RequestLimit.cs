using LostCases.Platform;

namespace LostCases.Gateway;

/// <summary>Refuses what is announced as too large before a byte of it is read; the rest is Kestrel's limit.</summary>
internal sealed class RequestLimit(RequestDelegate next, GatewaySettings settings)
{
    public Task InvokeAsync(HttpContext http) => http.Request.ContentLength > settings.RequestLimitBytes
        ? Problems.Bad(http, StatusCodes.Status413PayloadTooLarge, "REQUEST_TOO_LARGE", "请求内容超过上限。", "The request is larger than allowed.").ExecuteAsync(http)
        : next(http);
}
