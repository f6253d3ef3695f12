using LostCases.Contracts;
using LostCases.Governance.Data;
using MassTransit;

namespace LostCases.Governance.Organisations;

/// <summary>Keeps the newest of each organisation, whatever order the changes arrive in.</summary>
public sealed class AgencyChangedConsumer(WorkflowDbContext db) : IConsumer<AgencyChanged>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<AgencyChanged> context)
    {
        var changed = context.Message;
        await db.TakeTurnsAsync(changed.AgencyId, context.CancellationToken);
        if (await db.Organisations.FindAsync([changed.AgencyId], context.CancellationToken) is not { } known)
        {
            db.Organisations.Add(new KnownOrganisation { Id = changed.AgencyId, Version = changed.Version, Name = changed.Name, Level = changed.Level });
        }
        else if (changed.Version > known.Version)
        {
            (known.Version, known.Name, known.Level) = (changed.Version, changed.Name, changed.Level);
        }
    }
}
