using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LostCases.Platform;

/// <summary>Maps questions: what an act would come to, asked with the act's own request. Nothing is stored, nothing is noted.</summary>
public static class QuestionEndpoints
{
    /// <summary>
    /// Makes an endpoint a question, for whom the permits of its act let in without a case: fields and dates are looked at as the
    /// act's would be. The handler takes the request and <see cref="CaseAct"/>.
    /// </summary>
    public static RouteHandlerBuilder AsQuestion<TAnswer>(this RouteHandlerBuilder endpoint, string name, params Permit[] permits) => endpoint
        .AddEndpointFilter(new QuestionFilter(permits))
        .WithName(name)
        .RequireAuthorization()
        .Produces<TAnswer>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}

internal sealed class QuestionFilter(Permit[] permits) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var scope = ActScope.From(http);
        scope.Act.Actor = Actor.From(http.User);
        scope.Act.Today = BusinessTime.Today(scope.Time);
        if (!permits.Any(p => p.Admits(scope.Act.Actor, null)))
        {
            return Problems.Forbidden(http);
        }

        return ActFilter.FieldRefusal(context)
            ?? ActFilter.DateRefusal(scope.Act, context.Arguments.OfType<ActRequest>().FirstOrDefault(), http)
            ?? await next(context);
    }
}
