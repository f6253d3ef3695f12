namespace LostCases.Identity;

/// <summary>Name of an organisation (单位), for the top bar; Intake owns the register.</summary>
internal sealed class Organisation
{
    /// <summary>Id, the same in every service.</summary>
    public required Guid Id { get; init; }

    /// <summary>Full name.</summary>
    public required string Name { get; set; }
}
