using System.Reflection;

namespace LostCases.MatrixTests;

/// <summary>People by their organisation's relation to the case and by role; <see cref="Anyone"/> asks for the role alone, <see cref="WhoSees"/> for any.</summary>
public sealed record Who(string Relation, params string[] Roles)
{
    public const string Anyone = "*";
    public const string WhoSees = "sees";

    /// <summary>Whether the person is one of them as regards that case.</summary>
    public bool Means(Person person, string ofCase) =>
        Roles.Contains(person.Role) && Relation switch
        {
            Anyone => true,
            WhoSees => person.Sees(ofCase),
            _ => Town.RelationsOf(person.Place, ofCase).Contains(Relation),
        };
}

/// <summary>Somebody who asks: one role at one place.</summary>
public sealed record Person(string Place, string Role, string Token)
{
    private static readonly string[] CityWide = [Roles.Secretariat, Roles.Leader];
    private static readonly string[] Administrators = [Roles.SysAdmin, Roles.SecAdmin, Roles.AuditAdmin, Roles.Operator, Roles.WorkflowAdmin];

    /// <summary>Every role there is.</summary>
    public static IReadOnlyList<string> AllRoles { get; } =
        [.. typeof(Roles).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    /// <summary>The secretariat and leaders see the whole city, administrators no case, all others the cases of their organisation (7.1).</summary>
    public bool Sees(string ofCase) =>
        CityWide.Contains(Role) || (!Administrators.Contains(Role) && Town.RelationsOf(Place, ofCase).Count > 0);

    public override string ToString() => $"{Role}@{Place}";
}

/// <summary>What a refusal looks like to those whom a row does not name.</summary>
public enum Door
{
    /// <summary>404 to whom may not see the case, 403 to whom may.</summary>
    Case,

    /// <summary>403: there is no case to see yet.</summary>
    Role,

    /// <summary>404: it is another's.</summary>
    Own,

    /// <summary>Open to whoever is signed in; what is in it depends on who asks.</summary>
    SignedIn,
}

/// <summary>One line of the table: an endpoint and who may.</summary>
public sealed record Row(Door Door, string Method, string Path, string What, params Who[] May)
{
    /// <summary>People let through who do not find this document, as it is of a kind they do not read.</summary>
    public Who[] NotFound { get; init; } = [];

    /// <summary>Entry of the case's chain that each reading leaves; null where it leaves none.</summary>
    public string? Reading { get; init; }

    /// <summary>Where everybody who sees the case may.</summary>
    public bool AllWhoSee { get; init; }

    public string Name => $"{Method} {Path}";

    /// <summary>Status of the refusal; null where the person may.</summary>
    public int? Expected(Person person) => Door switch
    {
        _ when NotFound.Any(w => w.Means(person, Town.Main)) => 404,
        _ when May.Any(w => w.Means(person, Town.Main)) || Door == Door.SignedIn || (AllWhoSee && person.Sees(Town.Main)) => null,
        Door.Case => person.Sees(Town.Main) ? 403 : 404,
        Door.Role => 403,
        _ => 404,
    };

    public override string ToString() => Name;
}
