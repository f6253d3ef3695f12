namespace LostCases.Platform;

/// <summary>Who may act: people with one of the roles whose organisation stands in the relation to the case.</summary>
/// <param name="Relation">A relation, an organisation's id, or <see cref="Anyone"/> for roles that act on every case.</param>
/// <param name="Roles">Roles; any one is enough.</param>
public sealed record Permit(string Relation, params string[] Roles)
{
    /// <summary>No relation to the case is asked for.</summary>
    public const string Anyone = "*";

    /// <summary>Whether the person may act on the case.</summary>
    public bool Admits(Actor actor, CaseCard? card) => actor.HasAny(Roles)
        && (Relation == Anyone
            || (actor.OrganisationId is { } organisation
                && (Guid.TryParse(Relation, out var named) ? named == organisation : card?.Has(organisation, Relation) == true)));

    /// <summary>Reads <c>RELATION:ROLE</c> or <c>organisation id:ROLE</c>.</summary>
    public static Permit Parse(string text)
    {
        var parts = text.Split(':', 2);
        return new Permit(parts[0], parts.Length > 1 ? [parts[1]] : []);
    }
}
