using System.Security.Claims;
using LostCases.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LostCases.Governance;

/// <summary>Elsa's permissions, as claims of the token: one each, or <c>*</c> for all.</summary>
public static class Rights
{
    /// <summary>Reads definitions.</summary>
    public const string ReadDefinitions = "read:workflow-definitions";

    /// <summary>Saves drafts.</summary>
    public const string WriteDefinitions = "write:workflow-definitions";

    /// <summary>Publishes.</summary>
    public const string PublishDefinitions = "publish:workflow-definitions";

    /// <summary>Withdraws what is published.</summary>
    public const string RetractDefinitions = "retract:workflow-definitions";

    /// <summary>Deletes definitions.</summary>
    public const string DeleteDefinitions = "delete:workflow-definitions";

    /// <summary>Runs a definition.</summary>
    public const string ExecuteDefinitions = "exec:workflow-definitions";

    /// <summary>Reads instances.</summary>
    public const string ReadInstances = "read:workflow-instances";

    /// <summary>Writes instances.</summary>
    public const string WriteInstances = "write:workflow-instances";

    /// <summary>Cancels and repairs instances.</summary>
    public const string CancelInstances = "cancel:workflow-instances";

    /// <summary>Deletes instances.</summary>
    public const string DeleteInstances = "delete:workflow-instances";

    /// <summary>Reads what ran in an instance.</summary>
    public const string ReadExecutions = "read:activity-execution";

    /// <summary>Reads descriptors and features.</summary>
    public const string ReadAll = "read:*";

    /// <summary>Whether the token carries the permission.</summary>
    public static bool Has(this ClaimsPrincipal person, string permission) =>
        person.FindAll("permissions").Any(c => c.Value == "*" || c.Value == permission || (c.Value == ReadAll && permission.StartsWith("read:", StringComparison.Ordinal)));

    /// <summary>Asks for the permission; without it the call answers 403 and does nothing.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, string permission, string name) => endpoint
        .AddEndpointFilter((context, next) => context.HttpContext.User.Has(permission)
            ? next(context)
            : ValueTask.FromResult<object?>(Problems.Forbidden(context.HttpContext)))
        .WithName(name)
        .Produces<object>()
        .ProducesProblem(StatusCodes.Status403Forbidden);
}
