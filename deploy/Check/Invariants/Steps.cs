using LostCases.Check.Reading;

namespace LostCases.Check.Invariants;

/// <summary>Who waits for what: to-dos, step requests and the waits of the chain are the same set.</summary>
internal sealed class Steps(Database database)
{
    private const string Requests = "select request_id, case_id, step, status, request->>'instanceId' as instance, '$s' as owner from $s.step_request";

    // A duty that comes before the chain has no request.
    private const string Screenings = "select screening_id, case_id, 'Screen', 'Open', null, 'intake' from intake.intake_case where screening_id is not null";

    private const string Todos =
        """
        select coalesce(r.case_id, t.case_id),
               case when r.request_id is null then 'no open step' else 'open step ' || r.step || ' ' || r.request_id end,
               case when t.request_id is null then 'none' else 'open step ' || t.step || ' of ' || coalesce(t.owner, 'nobody') || ' ' || t.request_id end
        from (select * from ($r) q where status = 'Open') r
        full join (select * from $s.open_step where not closed) t on t.request_id = r.request_id
        where r.request_id is null or t.request_id is null or r.step <> t.step or r.case_id <> t.case_id or r.owner is distinct from t.owner
        """;

    private const string Waits =
        """
        select coalesce(r.case_id, w.case_id),
               case when r.request_id is null then 'no wait' else 'a wait for ' || r.step || ' ' || r.request_id || ' (' || r.status || ')' end,
               case when w.request_id is null then 'none' else 'a wait for ' || w.step || ' ' || w.request_id end
        from (select * from ($r) q where status in ('Waiting', 'Open')) r
        full join (
            select i.case_id, i.id, (w->>'requestId')::uuid as request_id, w->>'step' as step
            from workflow.workflow_instance i cross join lateral jsonb_array_elements(i.state->'waits') w
            where i.state->>'status' = 'RUNNING') w on w.request_id = r.request_id
        where r.request_id is null or w.request_id is null or r.step <> w.step or r.instance <> w.id::text
        """;

    private static readonly (string Invariant, string Query)[] OfTheChain =
    [
        ("workflow.ended",
            """
            select case_id, 'no waits and an end', 'status ' || (state->>'status') || ', ' || jsonb_array_length(state->'waits') || ' waits, ended ' || coalesce(finished_at::text, 'never')
            from workflow.workflow_instance
            where (state->>'status' = 'RUNNING') = (finished_at is not null)
               or (state->>'status' <> 'RUNNING' and jsonb_array_length(state->'waits') > 0)
            """),
        ("workflow.stuck",
            """
            select case_id, 'something to wait for', 'running without a wait: ' || id from workflow.workflow_instance
            where state->>'status' = 'RUNNING' and jsonb_array_length(state->'waits') = 0
            """),
        ("workflow.early", "select (answer->>'caseId')::uuid, 'no answer left over', 'an answer to ' || request_id from workflow.early_answer"),
        ("workflow.incident",
            """
            select case_id, 'no incident', (state->'incidents')::text from workflow.workflow_instance
            where jsonb_array_length(coalesce(state->'incidents', '[]')) > 0
            """),
        ("workflow.journal",
            """
            select i.case_id, i.journal_length || ' lines of journal', count(j.number) || ' lines up to number ' || coalesce(max(j.number), 0)
            from workflow.workflow_instance i left join workflow.journal_entry j on j.instance_id = i.id
            group by i.id, i.case_id, i.journal_length
            having i.journal_length <> count(j.number) or i.journal_length <> coalesce(max(j.number), 0)
            """),
        ("workflow.orphan",
            """
            select i.case_id, 'a case that is known', 'none for instance ' || i.id from workflow.workflow_instance i
            where not exists (select from intake.case_card c where c.case_id = i.case_id)
            """),
    ];

    internal async Task CheckAsync(CancellationToken ct)
    {
        var requests = Database.Union(database.CaseOwners, Requests);
        var duties = $"{requests} union all {Screenings}";
        foreach (var schema in database.CaseOwners)
        {
            await database.CheckAsync("todos.open", schema, Database.In(schema, Todos).Replace("$r", duties, StringComparison.Ordinal), ct);
            await database.CheckAsync("steps.answered", schema, Database.In(schema,
                """
                select case_id, 'outcome, sequence and end if and only if answered', step || ' ' || status || ', outcome ' || coalesce(outcome, 'none')
                from $s.step_request
                where (status = 'Answered') <> (outcome is not null) or (status in ('Answered', 'Withdrawn')) <> (closed_at is not null)
                """), ct);
        }

        await database.CheckAsync("steps.screening", "intake",
            """
            select c.case_id, 'a screening is waited for while scope is undecided', 'scope ' || coalesce(d.decision, 'undecided') || ', screening ' || coalesce(c.screening_id::text, 'none')
            from intake.intake_case c
            left join lateral (select decision from intake.scope_decision d where d.case_id = c.case_id order by sequence desc limit 1) d on true
            left join intake.termination t on t.case_id = c.case_id and t.ended_on is not null
            left join intake.past_case p on p.case_id = c.case_id
            where (c.screening_id is not null) <> (coalesce(d.decision, case when p.case_id is null then 'REOPENED' else 'PAST' end) = 'REOPENED' and t.case_id is null)
            """, ct);
        await database.CheckAsync("workflow.waits", "workflow", Waits.Replace("$r", requests, StringComparison.Ordinal), ct);
        foreach (var (invariant, query) in OfTheChain)
        {
            await database.CheckAsync(invariant, "workflow", query, ct);
        }
    }
}
