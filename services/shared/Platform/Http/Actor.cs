using System.Security.Claims;

namespace LostCases.Platform;

/// <summary>The signed-in person, as the token says.</summary>
/// <param name="Id">User id (claim <c>sub</c>).</param>
/// <param name="OrganisationId">Organisation (claim <c>org</c>); null for people without one.</param>
/// <param name="Roles">Roles (claims <c>role</c>).</param>
public sealed record Actor(Guid Id, Guid? OrganisationId, IReadOnlyList<string> Roles)
{
    private static readonly string[] CaseRoles =
    [
        Contracts.Roles.AgencyOfficer, Contracts.Roles.AgencyHead, Contracts.Roles.SuperiorHandler, Contracts.Roles.Reviewer,
        Contracts.Roles.ReviewLeader, Contracts.Roles.Secretariat, Contracts.Roles.CourtLiaison, Contracts.Roles.OrgLiaison,
        Contracts.Roles.DisciplineLiaison, Contracts.Roles.Leader,
    ];

    /// <summary>Whether any role works on cases; administrators see no case content.</summary>
    public bool SeesCases => HasAny(CaseRoles);

    /// <summary>Whether the person holds one of the roles.</summary>
    public bool HasAny(IEnumerable<string> roles) => roles.Any(Roles.Contains);

    /// <summary>Reads the person from a validated token.</summary>
    public static Actor From(ClaimsPrincipal principal) => new(
        Guid.TryParse(principal.FindFirstValue("sub"), out var id) ? id : Guid.Empty,
        Guid.TryParse(principal.FindFirstValue("org"), out var organisation) ? organisation : null,
        [.. principal.FindAll("role").Select(c => c.Value)]);
}

/// <summary>What a token says of a person beside who acts.</summary>
public static class Persons
{
    extension(ClaimsPrincipal person)
    {
        /// <summary>Name as the token says; null where it says none. Kept in records whose readers must know who it was.</summary>
        public string? DisplayName => person.FindFirstValue("name");
    }
}
