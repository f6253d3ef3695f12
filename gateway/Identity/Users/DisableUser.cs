using LostCases.Contracts;
using LostCases.Platform;

namespace LostCases.Identity;

/// <summary>The security administrator stops an account or lets it in again (停用、启用).</summary>
internal static class DisableUser
{
    internal sealed record Request
    {
        /// <summary>Whether the account is stopped.</summary>
        public required bool Disabled { get; init; }
    }

    internal static async Task<IResult> HandleAsync(Guid id, Request request, HttpContext http, IdentityDb db, UserLog events)
    {
        var actor = Actor.From(http.User);
        if (!actor.HasAny([Roles.SecAdmin]))
        {
            return Problems.Forbidden(http);
        }

        if (actor.Id == id)
        {
            return Problems.Bad(http, StatusCodes.Status422UnprocessableEntity, "OWN_ACCOUNT", "不能停用或启用自己的账号。", "Nobody stops their own account.");
        }

        if (await db.Users.FindAsync(id) is not { } user)
        {
            return GetUser.Missing(http);
        }

        if (user.Disabled != request.Disabled)
        {
            user.Disabled = request.Disabled;
            await events.AddAsync(request.Disabled ? UserEvents.Disabled : UserEvents.Enabled, user.Id, actor.Id);
        }

        return Results.NoContent();
    }
}
