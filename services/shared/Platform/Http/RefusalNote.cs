using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LostCases.Platform;

/// <summary>
/// Notes a refusal in the audit chain of the case, or of the person where there is no such case: attempts on what somebody
/// may not see are the ones worth finding.
/// </summary>
public static class RefusalNote
{
    /// <summary>Notes the refusal and gives it back.</summary>
    public static async Task<IResult> NotedAsync(HttpContext http, Guid subject, string act, IResult refusal)
    {
        if (refusal is ProblemHttpResult problem)
        {
            await AddAsync(http, ActScope.From(http), subject, act, problem);
        }

        return refusal;
    }

    internal static async Task AddAsync(HttpContext http, ActScope scope, Guid subject, string act, ProblemHttpResult refusal)
    {
        // Noted even where the caller has hung up.
        var ct = CancellationToken.None;
        scope.Db.ChangeTracker.Clear();
        await using var transaction = await scope.Db.Database.BeginTransactionAsync(ct);
        var code = refusal.ProblemDetails.Extensions.TryGetValue("code", out var found) ? found : refusal.StatusCode;
        await scope.Audit.AddAsync(subject, $"REFUSED {act} {code}", Actor.From(http.User), new { http.Request.Path.Value }, ct);
        await scope.Db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
