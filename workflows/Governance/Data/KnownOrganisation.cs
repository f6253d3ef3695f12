namespace LostCases.Governance.Data;

/// <summary>An organisation as its master last announced it: what participants are chosen from (参与单位).</summary>
public sealed class KnownOrganisation
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Version of what is known.</summary>
    public long Version { get; set; }

    /// <summary>Name.</summary>
    public required string Name { get; set; }

    /// <summary>Level code.</summary>
    public required string Level { get; set; }
}
