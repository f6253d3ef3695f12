namespace LostCases.Check.Tests;

/// <summary>What the checker must find in the tables.</summary>
public static class Corruptions
{
    private const string LastOfReview = "subject = '$reviewed' and number = (select max(number) from review.audit_entry where subject = '$reviewed')";

    private const string Running = "where case_id = '$reviewed' and stopped_on is null and not historical and next_notice_on is not null";

    public static IReadOnlyList<Corruption> All { get; } =
    [
        .. Acts(), .. Slices(), .. Chains(), .. Deadlines(), .. Reminders(), .. Steps(), .. Workflow(), .. Messages(), .. Forgeries.All,
    ];

    private static IEnumerable<Corruption> Acts() =>
    [
        new("an act is there twice", "acts.once", "insert into review.idempotency select key, gen_random_uuid(), request, body, e_tag, status, created_at from review.idempotency where key = '$done'"),
        new("an answered act is lost", "acts.once", "delete from review.idempotency where key = '$done'"),
        new("a refused act is there", "acts.once", "insert into review.idempotency select '$refused', actor_id, request, body, e_tag, status, created_at from review.idempotency where key = '$done'"),
        new("an act of unknown end is there twice", "acts.once", "insert into review.idempotency select 'unknown-to-all', id, request, body, e_tag, status, created_at from review.idempotency, (values (gen_random_uuid()), (gen_random_uuid())) n(id) where key = '$done'"),
        new("an act is half there", "acts.half", "update review.idempotency set status = 0, body = null where key = '$done'"),
        new("an answered act has no entry", "acts.audited", "delete from intake.audit_entry where subject = '$closed' and action = 'CaseClosed'"),
    ];

    private static IEnumerable<Corruption> Slices() =>
    [
        new("a reader never got a slice", "state.slices", "delete from oversight.case_slice where case_id = '$reviewed' and owner = 'review'"),
        new("a reader is one slice behind", "state.slices", "update review.case_slice set sequence = sequence - 1 where case_id = '$reviewed' and owner = 'investigation'"),
        new("a reader holds another slice", "state.slices", """update oversight.case_slice set slice = jsonb_set(slice, '{facts,opinion}', '"DISAGREE"') where case_id = '$reviewed' and owner = 'review'"""),
        new("an owner's slice was changed without an event", "state.version", """update review.case_slice set slice = jsonb_set(slice, '{facts,filed}', '"2026-01-01"') where case_id = '$reviewed' and owner = 'review'"""),
        new("a version was counted up without an event", "state.version", "update review.case_card set version = version + 1 where case_id = '$reviewed'"),
        new("a case has another code somewhere", "state.code", "update oversight.case_card set code = code || '9' where case_id = '$closed'"),
    ];

    private static IEnumerable<Corruption> Chains() =>
    [
        new("a hash was flipped", "audit.hash", $"update review.audit_entry set hash = translate(hash, '0123456789abcdef', '1032547698badcfe') where {LastOfReview}"),
        new("a detail was changed", "audit.hash", "update review.audit_entry set detail = replace(detail, '\"AGREE\"', '\"DISAGREE\"') where subject = '$reviewed' and action = 'ReviewCompleted'"),
        new("an entry names another person", "audit.hash", "update review.audit_entry set actor_id = gen_random_uuid() where subject = '$reviewed' and number = 2"),
        new("an entry was moved in time", "audit.hash", "update review.audit_entry set at = at - interval '1 day' where subject = '$reviewed' and number = 2"),
        new("an entry is gone from the middle", "audit.number", "delete from review.audit_entry where subject = '$reviewed' and number = 2"),
        new("the tail is cut", "audit.head", $"delete from review.audit_entry where {LastOfReview}"),
        new("the tail is cut with its head", "state.version",
            "delete from intake.audit_entry where subject = '$closed' and action = 'CaseClosed'",
            "update intake.audit_head h set number = e.number, hash = e.hash from (select * from intake.audit_entry where subject = '$closed' order by number desc limit 1) e where h.subject = '$closed'"),
        new("a head is lost", "audit.head", "delete from review.audit_head where subject = '$reviewed'"),
        new("an event is no event any more", "audit.event", "update review.audit_entry set action = 'ReviewRead' where subject = '$reviewed' and action = 'ReportAccepted'"),
        new("a detail cannot be read", "audit.event", "update review.audit_entry set detail = '{' where subject = '$reviewed' and action = 'ReportAccepted'"),
    ];

    private static IEnumerable<Corruption> Deadlines() =>
    [
        new("a due date was moved by a day", "deadlines.due", $"update review.deadline set due_on = due_on + 1 {Running}"),
        new("a limit was made longer", "deadlines.due", $"update review.deadline set length = length + 1 {Running}"),
        new("a pause was slipped in", "deadlines.due", $$"""update review.deadline set pauses = jsonb_build_array(jsonb_build_object('from', start_on, 'to', start_on + 10, 'cause', 'SUSPENSION:9')) {{Running}}"""),
        new("a running clock gives no notice", "deadlines.notice", $"update review.deadline set next_notice_on = null {Running}"),
        new("a notice was put into the past", "deadlines.notice", $"update review.deadline set next_notice_on = '2026-01-05' {Running}"),
        new("a stopped clock gives notice", "deadlines.notice", "update review.deadline set next_notice_on = due_on where case_id = '$closed' and stopped_on is not null"),
        new("a paused clock gives notice", "deadlines.notice", "update investigation.deadline set next_notice_on = due_on, historical = false where case_id = '$suspended'"),
        new("a clock was stopped without an event", "deadlines.told", $"update review.deadline set stopped_on = start_on, next_notice_on = null {Running}"),
        new("a clock is gone", "deadlines.told", $"delete from review.deadline {Running}"),
    ];

    private static IEnumerable<Corruption> Reminders() =>
    [
        new("a notice was skipped", "deadlines.reminder", $"update review.deadline set next_notice_on = due_on {Running}"),
        new("a met deadline is reminded of", "deadlines.met",
            "delete from notification.reminder where deadline_id in (select id from review.deadline where case_id = '$closed')",
            "insert into notification.reminder (deadline_id, case_id, kind, stage, nature, due_on, working_days, withdrawn) select id, case_id, kind, 'APPROACHING', nature, due_on, 2, false from review.deadline where case_id = '$closed' and stopped_on <= due_on"),
        new("a duty done is still urged", "deadlines.met",
            """insert into notification.notice (id, case_id, deadline_id, kind, stage, nature, clause, due_on, working_days, "on", step, relation, organisation_ids, roles, current) select gen_random_uuid(), case_id, id, kind, 'PASSED', nature, clause, due_on, 3, due_on, 'OFFICER', 'LOSING_AGENCY', '{}', '{AGENCY_OFFICER}', true from review.deadline where case_id = '$closed' and stopped_on is not null"""),
        new("a deadline nobody set is reminded of", "deadlines.unknown",
            "insert into notification.reminder (deadline_id, case_id, kind, stage, nature, due_on, working_days, withdrawn) values (gen_random_uuid(), '$closed', 'REVIEW', 'PASSED', 'MUST', '2026-01-05', 2, false)"),
    ];

    private static IEnumerable<Corruption> Steps() =>
    [
        new("a to-do was closed only where it is shown", "todos.open", "update notification.open_step set closed = true where case_id = '$reviewed' and not closed"),
        new("a to-do nobody asked for", "todos.open", "insert into notification.open_step select gen_random_uuid(), case_id, step, owner, round, opened_at, organisation_ids, roles, false from notification.open_step where case_id = '$closed' limit 1"),
        new("a step done is open in one copy", "todos.open", "update disposition.open_step set closed = false where case_id = '$closed' and step = 'Review'"),
        new("a case decided on waits for screening", "steps.screening", "update intake.intake_case set screening_id = gen_random_uuid() where case_id = '$closed'"),
        new("a request was marked answered", "workflow.waits", "update review.step_request set status = 'Answered', outcome = 'Done', sequence = 1, closed_at = now() where case_id = '$reviewed' and status = 'Open' and step = 'SendFeedback'"),
        new("a request was answered by half", "steps.answered", "update review.step_request set status = 'Answered' where case_id = '$reviewed' and status = 'Open'"),
        new("a request was withdrawn behind the chain's back", "workflow.waits", "update investigation.step_request set status = 'Withdrawn', closed_at = now() where case_id = '$investigating' and status = 'Open'"),
    ];

    private static IEnumerable<Corruption> Workflow() =>
    [
        new("a wait is gone", "workflow.waits", "update workflow.workflow_instance set state = jsonb_set(state, '{waits}', (state->'waits') - 0) where case_id = '$reviewed'"),
        new("an instance is gone", "workflow.waits", "delete from workflow.workflow_instance where case_id = '$investigating'"),
        new("an instance ended while steps wait", "workflow.ended", """update workflow.workflow_instance set state = jsonb_set(state, '{status}', '"FINISHED"'), finished_at = now() where case_id = '$reviewed'"""),
        new("an instance waits for nothing", "workflow.stuck", "update workflow.workflow_instance set state = jsonb_set(state, '{waits}', '[]') where case_id = '$investigating'"),
        new("an answer is left over", "workflow.early", "insert into workflow.early_answer (request_id, instance_id, answer) select gen_random_uuid(), id, jsonb_build_object('caseId', case_id) from workflow.workflow_instance where case_id = '$reviewed'"),
        new("an incident", "workflow.incident", """update workflow.workflow_instance set state = jsonb_set(state, '{incidents}', '[{"stepId":"Review","message":"x"}]') where case_id = '$reviewed'"""),
        new("a line of the journal is gone", "workflow.journal", "delete from workflow.journal_entry j using workflow.workflow_instance i where j.instance_id = i.id and i.case_id = '$closed' and j.number = 2"),
        new("an instance of no case", "workflow.orphan", "update workflow.workflow_instance set case_id = gen_random_uuid() where case_id = '$closed'"),
    ];

    private static IEnumerable<Corruption> Messages() =>
    [
        new("a message has not left", "outbox.empty", "insert into review.outbox_message (id, type, body, created_at) values (gen_random_uuid(), 'LostCases.Contracts.SliceChanged', '{}', now() - interval '1 hour')"),
        new("a message is claimed beyond its lease", "outbox.lease", "insert into workflow.outbox_message (id, type, body, created_at, claimed_until, claimed_by) values (gen_random_uuid(), 'LostCases.Contracts.OpenStep', '{}', now(), now() - interval '1 hour', gen_random_uuid())"),
    ];
}
