using LostCases.Check.Reading;

namespace LostCases.Check.Invariants;

/// <summary>What an owner has told last is what its own card holds, and what every other card holds of it.</summary>
internal sealed class Slices(Database database)
{
    private const string Own =
        """
        select c.case_id,
               'version ' || c.version || ' and a slice as published',
               case when c.version <> coalesce((l.header->>'sequence')::bigint, 0) then 'last event is number ' || coalesce(l.header->>'sequence', '0')
                    when c.version <> coalesce(s.sequence, 0) then 'slice is number ' || coalesce(s.sequence, 0)
                    else 'slice ' || c.version || ' differs from the event' end
        from $s.case_card c
        left join $s.case_slice s on s.case_id = c.case_id and s.owner = '$s'
        left join lateral (
            select a.detail::jsonb->'case' as header from $s.audit_entry a
            where a.subject = c.case_id and a.action = any(@events) order by a.number desc limit 1) l on true
        where c.version <> coalesce(s.sequence, 0) or c.version <> coalesce((l.header->>'sequence')::bigint, 0)
           or s.slice is distinct from l.header->'slice'
        """;

    private const string Copies =
        """
        select coalesce(o.case_id, r.case_id), 'slice ' || o.sequence || ' of $o',
               case when r.sequence is distinct from o.sequence then 'slice ' || coalesce(r.sequence, 0) else 'other content' end
        from (select * from $o.case_slice where owner = '$o') o
        full join (select * from $s.case_slice where owner = '$o') r on r.case_id = o.case_id
        where r.sequence is distinct from o.sequence or r.slice is distinct from o.slice
        """;

    private const string Codes =
        """
        select c.case_id, 'code ' || i.code, c.code from $s.case_card c left join intake.case_card i on i.case_id = c.case_id
        where c.code is distinct from i.code
        """;

    internal async Task CheckAsync(CancellationToken ct)
    {
        var events = CaseEvents.Names.ToArray();
        foreach (var schema in database.CaseOwners)
        {
            await database.CheckAsync("state.version", schema, Database.In(schema, Own), ct, ("events", events));
            await database.CheckAsync("state.code", schema, Database.In(schema, Codes), ct);
            foreach (var owner in database.CaseOwners.Where(o => o != schema))
            {
                await database.CheckAsync("state.slices", schema, Database.In(schema, Copies).Replace("$o", owner, StringComparison.Ordinal), ct);
            }
        }
    }
}
