using LostCases.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LostCases.Platform;

/// <summary>When an act on a case may be done.</summary>
/// <param name="From">Transition the state must allow; null where the act leaves the main line alone.</param>
/// <param name="Step">Step the chain must have opened; null where the act belongs to none.</param>
public sealed record ActMoment(Transition? From = null, string? Step = null)
{
    /// <summary>Whether anything waits for it; where nothing does it is not offered, and what is sent nevertheless the act itself refuses.</summary>
    public Func<CaseCard, bool> Waits { get; init; } = _ => true;
}

/// <summary>Maps acts.</summary>
public static class ActEndpoints
{
    private static readonly ActMoment Always = new();

    /// <summary>An act on a case that is at no time out of place by itself: <c>POST {group}/{caseId}/{name}</c>.</summary>
    public static RouteHandlerBuilder MapAct(this IEndpointRouteBuilder cases, string name, Delegate handler, params Permit[] permits) =>
        cases.MapAct(name, handler, Always, permits);

    /// <summary>
    /// An act on a case at its moment, which <see cref="CaseAct.RefuseAsync"/> looks at. The handler takes the request,
    /// <see cref="CaseAct"/> and its services.
    /// </summary>
    public static RouteHandlerBuilder MapAct(this IEndpointRouteBuilder cases, string name, Delegate handler, ActMoment moment, params Permit[] permits) =>
        cases.MapPost($"/{{caseId:guid}}/{name}", handler).AsAct(name, permits).WithMetadata(moment, new CaseActMark(name, permits));

    /// <summary>Makes an endpoint an act: authorised, in one transaction, audited, idempotent.</summary>
    public static RouteHandlerBuilder AsAct(this RouteHandlerBuilder endpoint, string name, params Permit[] permits) =>
        endpoint.AsAct<ActAnswer>(name, permits);

    /// <summary>The same for an act that answers something of its own.</summary>
    public static RouteHandlerBuilder AsAct<TAnswer>(this RouteHandlerBuilder endpoint, string name, params Permit[] permits) => endpoint
        .AddEndpointFilter(new ActFilter(name, permits))
        .WithName(name)
        .WithMetadata(new ActMark())
        .RequireAuthorization()
        .Produces<TAnswer>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
