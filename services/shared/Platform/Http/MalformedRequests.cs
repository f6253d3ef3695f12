using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LostCases.Platform;

/// <summary>Answers requests that cannot be read with problem details that name the field; anything else with a plain 500.</summary>
internal sealed class MalformedRequests(ILogger<MalformedRequests> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var result = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.Bad(
                httpContext, 413, "REQUEST_TOO_LARGE", "请求内容超过上限。", "The request is larger than allowed."),
            BadHttpRequestException { InnerException: JsonException json } => Problems.Bad(
                httpContext, 400, "MALFORMED_BODY", $"请求内容无法识别：{Field(json)}。", $"The request cannot be read: {Field(json)}.", Field(json)),
            BadHttpRequestException bad => Problems.Bad(
                httpContext, bad.StatusCode, "MALFORMED_REQUEST", "请求格式不正确。", "The request is malformed."),
            InvalidDataException or IOException { Message: "Unexpected end of Stream, the content may have already been read by another component. " } =>
                Problems.Bad(httpContext, 400, "MALFORMED_BODY", "上传内容不完整。", "The upload is incomplete.", "file"),
            _ => null,
        };
        if (result is null)
        {
            log.Unhandled(httpContext.Request.Method, httpContext.Request.Path, exception);
            result = Problems.Bad(httpContext, 500, "INTERNAL", "系统内部错误，未保存任何内容，请稍后重试。", "Internal error; nothing was saved. Please try again.");
        }

        await result.ExecuteAsync(httpContext);
        return true;
    }

    private static string Field(JsonException json)
    {
        const string Missing = "missing required properties including: ";
        var at = json.Message.IndexOf(Missing, StringComparison.Ordinal);
        return at >= 0
            ? json.Message[(at + Missing.Length)..].Trim('.', ' ').Replace("'", "", StringComparison.Ordinal)
            : json.Path?.TrimStart('$', '.') is { Length: > 0 } path ? path : "body";
    }
}
