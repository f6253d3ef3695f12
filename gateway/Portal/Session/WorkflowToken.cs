namespace LostCases.Portal.Session;

/// <summary>GET /session/workflow-token: a token for the workflow host alone, for the designer's page of a workflow administrator.</summary>
internal static class WorkflowToken
{
    internal static async Task<IResult> HandleAsync(HttpContext http, Sessions sessions, TokenEndpoint tokens, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (http.Request.Headers["Sec-Fetch-Site"] is { Count: 1 } site && site != "same-origin")
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (http.User.FindFirst(TicketStore.SessionClaim)?.Value is not { } id || await sessions.AccessTokenAsync(id, ct) is not { } token)
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        if (!http.User.IsInRole("WORKFLOW_ADMIN"))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var answer = await tokens.ForWorkflowAsync(token);
        return answer.Error is null
            ? Results.Json(new { AccessToken = answer.Access, ExpiresIn = answer.Seconds })
            : Results.StatusCode(StatusCodes.Status401Unauthorized);
    }
}
