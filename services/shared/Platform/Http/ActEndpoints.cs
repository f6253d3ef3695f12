using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LostCases.Platform;

/// <summary>Maps acts.</summary>
public static class ActEndpoints
{
    /// <summary>An act on a case: <c>POST {group}/{caseId}/{name}</c>. The handler takes the request, <see cref="CaseAct"/> and its services.</summary>
    public static RouteHandlerBuilder MapAct(this IEndpointRouteBuilder cases, string name, Delegate handler, params Permit[] permits) =>
        cases.MapPost($"/{{caseId:guid}}/{name}", handler).AsAct(name, permits);

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
