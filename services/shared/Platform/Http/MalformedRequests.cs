using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LostCases.Platform;

/// <summary>Answers requests that cannot be read with problem details that name the field; anything else with a plain 500.</summary>
internal sealed class MalformedRequests(ILogger<MalformedRequests> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var result = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.TooLarge(httpContext),
            BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad when BodyType(httpContext) is { } type =>
                Unreadable(httpContext, await FieldAsync(httpContext, type, bad.InnerException as JsonException, cancellationToken)),
            BadHttpRequestException bad => Problems.Bad(
                httpContext, bad.StatusCode, "MALFORMED_REQUEST", "请求格式不正确。", "The request is malformed."),
            // A NUL where no field is looked through: in a form, or in a header, from where it reaches the database, which cannot hold it.
            _ when (exception is InvalidDataException && httpContext.Request.HasFormContentType)
                || exception.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } => Problems.Bad(
                httpContext, 400, "MALFORMED_REQUEST", "请求格式不正确。", "The request is malformed."),
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

    private static IResult Unreadable(HttpContext http, string field) =>
        Problems.Bad(http, 400, "MALFORMED_BODY", $"请求内容无法识别：{field}。", $"The request cannot be read: {field}.", field);

    private static Type? BodyType(HttpContext http) =>
        http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;

    /// <summary>What is missing or cannot be read: the fields, or <c>body</c> where it is no object of the kind at all.</summary>
    private static async Task<string> FieldAsync(HttpContext http, Type type, JsonException? failure, CancellationToken ct)
    {
        if (failure is not null && http.Request.Body.CanSeek)
        {
            http.Request.Body.Position = 0;
            if (await RequestFields.MissingAsync(http.Request.Body, type, ct) is { Count: > 0 } missing)
            {
                return string.Join(", ", missing);
            }
        }

        return failure?.Path?.TrimStart('$', '.') is { Length: > 0 } path ? path : "body";
    }
}
