using System.Security.Claims;
using LostCases.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace LostCases.Identity;

/// <summary>What a token says about a person: id, name, organisation, roles.</summary>
internal static class TokenClaims
{
    /// <summary>The audience of a person's access token.</summary>
    internal const string Audience = "lostcases";

    /// <summary>The audience of tokens that only the workflow host accepts.</summary>
    internal const string WorkflowAudience = "lostcases-workflow";

    private const string Organisation = "org";
    private const string OrganisationName = "org_name";
    private const string Permissions = "permissions";

    /// <summary>The person's claims as they are now, on top of what the grant carries.</summary>
    internal static async Task<ClaimsPrincipal> ForAsync(
        IdentityDb db, User user, IEnumerable<string> scopes, IEnumerable<Claim>? grant = null, string audience = Audience)
    {
        var identity = new ClaimsIdentity(grant ?? [], TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, user.Id.ToString())
            .SetClaim(Claims.Name, user.DisplayName)
            .SetClaim(Claims.PreferredUsername, user.Account)
            .SetClaim(Organisation, user.OrganisationId?.ToString())
            .SetClaim(OrganisationName, await db.Organisations.Where(o => o.Id == user.OrganisationId).Select(o => o.Name).FirstOrDefaultAsync())
            .SetClaims(Claims.Role, [.. user.Roles])
            .SetClaims(Permissions, user.Roles.Contains(Roles.WorkflowAdmin) ? ["*"] : []);
        identity.SetScopes(scopes).SetResources(audience).SetDestinations(Destinations);
        return new ClaimsPrincipal(identity);
    }

    private static IEnumerable<string> Destinations(Claim claim) => claim.Type switch
    {
        Claims.Subject or Claims.Name or Organisation or Claims.Role =>
            [OpenIddictConstants.Destinations.AccessToken, OpenIddictConstants.Destinations.IdentityToken],
        OrganisationName or Claims.PreferredUsername => [OpenIddictConstants.Destinations.IdentityToken],
        Permissions => [OpenIddictConstants.Destinations.AccessToken],
        _ => [],
    };
}
