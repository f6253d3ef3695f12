using System.Text.RegularExpressions;
using LostCases.Contracts;

namespace LostCases.Identity;

/// <summary>Which accounts may exist: form of the name, roles that exclude each other, roles that need an organisation.</summary>
internal static partial class Accounts
{
    /// <summary>Administrators (三员及运维); created in every installation.</summary>
    internal static IReadOnlyList<string> AdminRoles { get; } =
        [Roles.SysAdmin, Roles.SecAdmin, Roles.AuditAdmin, Roles.Operator, Roles.WorkflowAdmin];

    /// <summary>Separation of duties (三权分立): nobody holds two of these.</summary>
    private static readonly string[] Exclusive = [Roles.SysAdmin, Roles.SecAdmin, Roles.AuditAdmin];

    /// <summary>Roles without any case content.</summary>
    private static readonly string[] Contentless = [.. Exclusive, Roles.Operator];

    private static readonly string[] CaseRoles =
    [
        Roles.AgencyOfficer, Roles.AgencyHead, Roles.SuperiorHandler, Roles.Reviewer, Roles.ReviewLeader, Roles.Secretariat,
        Roles.CourtLiaison, Roles.OrgLiaison, Roles.DisciplineLiaison, Roles.Leader,
    ];

    internal static string Normalise(string account) => account.Trim().ToLowerInvariant();

    internal static bool IsName(string account) => Name().IsMatch(account);

    internal static bool IsRole(string role) => CaseRoles.Contains(role) || AdminRoles.Contains(role);

    internal static bool ExcludeEachOther(IReadOnlyCollection<string> roles) =>
        roles.Count(Exclusive.Contains) > 1 || (roles.Any(Contentless.Contains) && roles.Any(CaseRoles.Contains));

    internal static bool NeedOrganisation(IReadOnlyCollection<string> roles) => roles.Any(r => CaseRoles.Contains(r) && r != Roles.Leader);

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{2,63}$")]
    private static partial Regex Name();
}
