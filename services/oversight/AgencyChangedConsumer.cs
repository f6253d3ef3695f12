using LostCases.Contracts;
using LostCases.Oversight.Data;
using MassTransit;

namespace LostCases.Oversight;

/// <summary>Keeps the newest name of each organisation, whatever order the changes arrive in.</summary>
internal sealed class AgencyChangedConsumer(OversightDbContext db) : IConsumer<AgencyChanged>
{
    public async Task Consume(ConsumeContext<AgencyChanged> context)
    {
        var changed = context.Message;
        var row = await db.AgencyNames.FindAsync([changed.AgencyId], context.CancellationToken);
        if (row is null)
        {
            db.AgencyNames.Add(row = new AgencyName { Id = changed.AgencyId });
        }

        if (changed.Version > row.Version)
        {
            (row.Version, row.Name) = (changed.Version, changed.Name);
        }
    }
}
