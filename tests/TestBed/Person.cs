namespace LostCases.TestBed;

/// <summary>Somebody who signs in.</summary>
/// <param name="Organisation">Where the person works.</param>
/// <param name="Roles">What the person may do.</param>
public sealed record Person(Guid? Organisation, params string[] Roles)
{
    /// <summary>Identity.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Elsa's rights.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];
}
