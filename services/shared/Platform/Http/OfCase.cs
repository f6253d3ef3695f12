using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Platform;

/// <summary>The case an endpoint tells of, and who asks. Filled before the handler runs.</summary>
public sealed class CaseReading
{
    /// <summary>Who reads.</summary>
    public Actor Actor { get; internal set; } = null!;

    /// <summary>The card, with slices and parties, not tracked.</summary>
    public CaseCard Card { get; internal set; } = null!;

    /// <summary>Whether the version asked for by <c>atLeast</c> is in it; true where none was.</summary>
    public bool IsFresh { get; internal set; } = true;
}

/// <summary>Marks endpoints that tell of a case or keep a document of it.</summary>
public static class OfCaseEndpoints
{
    /// <summary>
    /// Lets through who may see the case (404 otherwise) and holds one of the permits (403; none means all who see it), and
    /// notes refusals. The handler takes <see cref="CaseReading"/>.
    /// </summary>
    public static RouteHandlerBuilder OfCase(this RouteHandlerBuilder endpoint, string name, params Permit[] permits)
    {
        endpoint.AddEndpointFilter(new OfCaseFilter(name, permits)).WithName(name).WithMetadata(new CaseReadingMark(name, permits)).RequireAuthorization();
        return (permits.Length == 0 ? endpoint : endpoint.ProducesProblem(StatusCodes.Status403Forbidden)).ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Behind <see cref="OfCase"/>: who is let through to what was found about people is noted in the case's chain (个人信息查阅留痕).</summary>
    public static RouteHandlerBuilder NotesReading(this RouteHandlerBuilder endpoint, string action) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        var reading = (CaseReading)context.HttpContext.RequestServices.GetService(typeof(CaseReading))!;
        await NoteAsync(context.HttpContext, reading, action, new { reading.Card.CaseId });
        return await next(context);
    });

    /// <summary>Notes in the case's chain what was read, in a transaction of its own.</summary>
    internal static async Task NoteAsync(HttpContext http, CaseReading reading, string action, object what)
    {
        var (scope, ct) = (ActScope.From(http), http.RequestAborted);
        await using var transaction = await scope.Db.Database.BeginTransactionAsync(ct);
        await scope.Audit.AddAsync(reading.Card.CaseId, action, reading.Actor, what, ct);
        await scope.Db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}

internal sealed class OfCaseFilter(string name, Permit[] permits) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var (scope, ct) = (ActScope.From(http), http.RequestAborted);
        var db = (CaseDbContext)scope.Db;
        var reading = (CaseReading)http.RequestServices.GetService(typeof(CaseReading))!;
        var caseId = Guid.Parse((string)http.GetRouteValue("caseId")!);
        reading.Actor = Actor.From(http.User);
        reading.IsFresh = await Freshness.WaitAsync(db, caseId, Freshness.Parse(http.Request.Query["atLeast"], out _), scope.Time, ct);
        var card = await db.Cards.AsNoTracking().Include(c => c.Slices).Include(c => c.Parties).AsSplitQuery().SingleOrDefaultAsync(c => c.CaseId == caseId, ct);
        var refusal = card is null || !card.IsVisibleTo(reading.Actor) ? Problems.NotFound(http)
            : permits.Length > 0 && !permits.Any(p => p.Admits(reading.Actor, card)) ? Problems.Forbidden(http)
            : null;
        if (refusal is not null)
        {
            return await RefusalNote.NotedAsync(http, card?.CaseId ?? reading.Actor.Id, name, refusal);
        }

        reading.Card = card!;
        return await next(context);
    }
}
