using LostCases.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace LostCases.Identity;

/// <summary>Name of an organisation (单位), for the top bar; Intake owns the register and announces changes.</summary>
internal sealed class Organisation
{
    /// <summary>Id, the same in every service.</summary>
    public required Guid Id { get; init; }

    /// <summary>Full name.</summary>
    public required string Name { get; set; }

    /// <summary>Version of what Intake announced; 0 where the name is from the file.</summary>
    public long Version { get; init; }
}

/// <summary>Keeps the newest name of each organisation, whatever order the changes arrive in.</summary>
internal sealed class OrganisationConsumer(IdentityDb db) : IConsumer<AgencyChanged>
{
    public Task Consume(ConsumeContext<AgencyChanged> context) => db.Database.ExecuteSqlAsync(
        $"""
        insert into identity.organisation as known (id, name, version)
        values ({context.Message.AgencyId}, {context.Message.Name}, {context.Message.Version})
        on conflict (id) do update set name = excluded.name, version = excluded.version where known.version < excluded.version
        """,
        context.CancellationToken);
}
