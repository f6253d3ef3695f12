using LostCases.Check.Reading;

namespace LostCases.Check.Invariants;

/// <summary>The outbox is empty at quiet, and what is claimed is not claimed beyond its lease.</summary>
internal sealed class Messages(Database database)
{
    internal async Task CheckAsync(CancellationToken ct)
    {
        foreach (var schema in database.Owners)
        {
            await database.CheckAsync("outbox.empty", schema, Database.In(schema,
                """
                select null::uuid, 'no message that has not left', type || ' ' || id || ' of ' || created_at
                from $s.outbox_message where claimed_until is null or claimed_until >= now() order by id limit 100
                """), ct);
            await database.CheckAsync("outbox.lease", schema, Database.In(schema,
                """
                select null::uuid, 'a lease that holds', type || ' ' || id || ' claimed until ' || claimed_until
                from $s.outbox_message where claimed_until < now() order by id limit 100
                """), ct);
        }
    }
}
