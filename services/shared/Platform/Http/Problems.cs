using LostCases.Rules;
using Microsoft.AspNetCore.Http;

namespace LostCases.Platform;

/// <summary>Refusals as RFC 9457 problem details with code, clause and a sentence in the caller's language.</summary>
public static class Problems
{
    /// <summary>A refusal by law (422) or because the state does not allow it (409).</summary>
    public static IResult Refused(HttpContext http, Refused refused, IDictionary<string, object?>? more = null)
    {
        var extensions = new Dictionary<string, object?>(more ?? new Dictionary<string, object?>())
        {
            ["code"] = refused.FullCode,
            ["clause"] = refused.Clause,
        };
        var status = refused.Code is "ILLEGAL_TRANSITION" or "STEP_NOT_OPEN" ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Results.Problem(title: Refusals.Sentence(refused, Language(http)), statusCode: status, type: $"urn:lostcases:{refused.Code}", extensions: extensions);
    }

    /// <summary>A refusal that is not the law's: the request itself is wrong.</summary>
    public static IResult Bad(HttpContext http, int status, string code, string zh, string en, string? field = null) =>
        Results.Problem(
            title: Language(http) == "en" ? en : zh,
            statusCode: status,
            type: $"urn:lostcases:{code}",
            extensions: new Dictionary<string, object?> { ["code"] = code, ["field"] = field });

    /// <summary>Nothing here that this person may see.</summary>
    public static IResult NotFound(HttpContext http) =>
        Bad(http, StatusCodes.Status404NotFound, "CASE_NOT_FOUND", "没有找到您可以查看的案件。", "There is no case here that you may see.");

    /// <summary>This person never does this.</summary>
    public static IResult Forbidden(HttpContext http) =>
        Bad(http, StatusCodes.Status403Forbidden, "FORBIDDEN", "您的角色或单位不能办理此事项。", "Your role or organisation does not do this.");

    /// <summary>More than is taken at once.</summary>
    public static IResult TooLarge(HttpContext http) =>
        Bad(http, StatusCodes.Status413PayloadTooLarge, "REQUEST_TOO_LARGE", "请求内容超过上限。", "The request is larger than allowed.");

    /// <summary>What the server itself has refused: no token, no such address, another kind of content.</summary>
    internal static IResult OfStatus(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => Bad(http, 401, "UNAUTHENTICATED", "请先登录。", "Sign in first."),
        StatusCodes.Status403Forbidden => Forbidden(http),
        StatusCodes.Status404NotFound => Bad(http, 404, "NOT_FOUND", "没有这个地址。", "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => Bad(http, 405, "METHOD_NOT_ALLOWED", "不支持这种请求方法。", "This method is not supported here."),
        StatusCodes.Status413PayloadTooLarge => TooLarge(http),
        StatusCodes.Status415UnsupportedMediaType => Bad(http, 415, "CONTENT_TYPE_NOT_ACCEPTED", "不支持这种内容类型。", "This content type is not accepted."),
        var status => Bad(http, status, "REQUEST_REFUSED", "请求未被接受。", "The request was not accepted."),
    };

    /// <summary>zh-CN unless the caller asks for English first.</summary>
    public static string Language(HttpContext http) =>
        http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).FirstOrDefault()?.Value.Value?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true
            ? "en"
            : "zh-CN";
}
