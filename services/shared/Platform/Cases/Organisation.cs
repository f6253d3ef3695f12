using LostCases.Contracts;
using MassTransit;

namespace LostCases.Platform;

/// <summary>An organisation as its master last announced it.</summary>
public sealed class Organisation
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Version of what is known.</summary>
    public long Version { get; set; }

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Level code.</summary>
    public string Level { get; set; } = "";

    /// <summary>Government it belongs to.</summary>
    public Guid? ParentGovId { get; set; }

    /// <summary>Superior organ where it is not the government.</summary>
    public Guid? SuperiorId { get; set; }
}

/// <summary>Keeps the newest of each organisation, whatever order the changes arrive in.</summary>
public sealed class OrganisationConsumer(CaseDbContext db) : IConsumer<AgencyChanged>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<AgencyChanged> context)
    {
        var changed = context.Message;
        await db.TakeTurnsAsync(changed.AgencyId, context.CancellationToken);
        var known = await db.Organisations.FindAsync([changed.AgencyId], context.CancellationToken);
        if (known is null)
        {
            db.Organisations.Add(known = new Organisation { Id = changed.AgencyId });
        }

        if (changed.Version > known.Version)
        {
            (known.Version, known.Name, known.Level) = (changed.Version, changed.Name, changed.Level);
            (known.ParentGovId, known.SuperiorId) = (changed.ParentGovId, changed.SuperiorId);
        }
    }
}
