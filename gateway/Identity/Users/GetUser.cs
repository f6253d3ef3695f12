using LostCases.Contracts;
using LostCases.Platform;

namespace LostCases.Identity;

/// <summary>The security administrator reads an account.</summary>
internal static class GetUser
{
    internal sealed record Answer(
        Guid Id, string Account, string DisplayName, Guid? OrganisationId, IReadOnlyList<string> Roles, bool Disabled, DateTimeOffset? LockedUntil);

    internal static async Task<IResult> HandleAsync(Guid id, HttpContext http, IdentityDb db)
    {
        if (!Actor.From(http.User).HasAny([Roles.SecAdmin]))
        {
            return Problems.Forbidden(http);
        }

        return await db.Users.FindAsync(id) is { } user
            ? Results.Ok(new Answer(user.Id, user.Account, user.DisplayName, user.OrganisationId, user.Roles, user.Disabled, user.LockedUntil))
            : Missing(http);
    }

    internal static IResult Missing(HttpContext http) =>
        Problems.Bad(http, StatusCodes.Status404NotFound, "USER_NOT_FOUND", "没有此账号。", "There is no such account.");
}
