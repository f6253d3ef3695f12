using LostCases.Platform;

namespace LostCases.Gateway;

/// <summary>When a process does not answer, people get a page that tries again and programs get problem details.</summary>
internal sealed class Unavailable(RequestDelegate next)
{
    private const string Page = """
        <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>系统正在启动</title></head>
        <body><h1>系统正在启动或维护</h1><p>本页每 5 秒自动重试，未提交的内容没有丢失，请勿关闭。</p>
        <p lang="en">The system is starting or under maintenance; this page tries again every 5 seconds.</p></body></html>
        """;

    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Response.HasStarted || http.Response.StatusCode is not (502 or 503 or 504) || http.Response.ContentLength > 0)
        {
            return;
        }

        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(Page, http.RequestAborted);
            return;
        }

        var status = http.Response.StatusCode;
        await Problems.Bad(http, status, "UNAVAILABLE", "该服务暂时无法访问，请稍后重试。", "The service cannot be reached just now. Please try again.").ExecuteAsync(http);
    }
}
