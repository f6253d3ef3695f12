using System.Data.Common;
using System.Text.Json;
using LostCases.Check.Reading;
using LostCases.Contracts;
using LostCases.Platform;
using LostCases.Rules;

namespace LostCases.Check.Invariants;

/// <summary>Due dates follow from the rows' own fields, notices from the due dates, reminders from the notices.</summary>
internal sealed class Deadlines(Database database, Report report, DateOnly today)
{
    private const string Rows =
        """
        select d.id, d.case_id, d.kind, d.start_on, d.length, d.unit, d.nature, d.clause, d.due_on, d.stopped_on, d.pauses::text, d.calendar_version,
               d.historical, d.next_notice_on, coalesce(r.stage, '') as stage,
               exists (select 1 from $s.case_slice s where s.case_id = d.case_id and (s.slice -> 'facts' ->> 'suspensions')::int > 0) as suspended,
               coalesce((select s.slice -> 'facts' from $s.case_slice s where s.case_id = d.case_id and s.owner = 'intake')::text, '{}') as rules,
               coalesce((select jsonb_agg(day) from $s.step_request q cross join lateral jsonb_array_elements(q.request -> 'reminderDays') day
                         where q.case_id = d.case_id and q.status in ('Waiting', 'Open'))::text, '[]') as own_days,
               exists (select 1 from $s.step_request q where q.case_id = d.case_id
                       and (q.request ->> 'limitWorkingDays' is not null or jsonb_array_length(q.request -> 'reminderDays') > 0)) as set_by_step
        from $s.deadline d left join notification.reminder r on r.deadline_id = d.id
        """;

    private const string Told =
        """
        select coalesce(d.case_id, t.case_id), coalesce(t.kind || ' from ' || t.start_on || ' due ' || t.due_on || ' stopped ' || coalesce(t.stopped_on::text, 'never'), 'no clock'),
               coalesce(d.kind || ' from ' || d.start_on || ' due ' || d.due_on || ' stopped ' || coalesce(d.stopped_on::text, 'never'), 'no clock')
        from $s.deadline d
        full join (
            select s.case_id, c->>'kind' as kind, c->>'subject' as subject, (c->>'startOn')::date as start_on, (c->>'dueOn')::date as due_on,
                   (c->>'stoppedOn')::date as stopped_on, (c->>'length')::int as length
            from $s.case_slice s cross join lateral jsonb_array_elements(s.slice->'clocks') c where s.owner = '$s') t
          on t.case_id = d.case_id and t.kind = d.kind and t.subject is not distinct from d.subject
        where d.id is null or t.case_id is null or d.start_on <> t.start_on or d.due_on <> t.due_on or d.length <> t.length
           or d.stopped_on is distinct from t.stopped_on
        """;

    private const string Unknown =
        """
        select r.case_id, 'a deadline', r.stage || ' notice of ' || r.kind || ' due ' || coalesce(r.due_on::text, 'never')
        from notification.reminder r left join ($d) d on d.id = r.deadline_id
        where d.id is null
        """;

    private const string Met =
        """
        select d.case_id, 'the notice of ' || d.kind || ' withdrawn, met on ' || d.stopped_on, case when r.deadline_id is null then 'nothing of it' else r.stage || ' notice' end
        from $s.deadline d left join notification.reminder r on r.deadline_id = d.id
        where d.stopped_on <= d.due_on and coalesce(not r.withdrawn, true)
        union all
        select d.case_id, 'the notice of ' || d.kind || ' ended, done on ' || d.stopped_on, r.stage || ' notice'
        from $s.deadline d join notification.reminder r on r.deadline_id = d.id
        where d.stopped_on > d.due_on and not d.historical and not r.withdrawn
        union all
        select d.case_id, 'no notice that holds of ' || d.kind || ', done on ' || d.stopped_on, n.stage || ' notice of ' || n."on"
        from $s.deadline d join notification.notice n on n.deadline_id = d.id
        where d.stopped_on is not null and n.current
        """;

    /// <summary>Deadlines are looked at every five minutes; one just made for an earlier day has not been announced yet.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    internal async Task CheckAsync(CancellationToken ct)
    {
        foreach (var schema in database.CaseOwners)
        {
            report.Checked(3);
            await foreach (var row in database.RowsAsync(Database.In(schema, Rows), ct))
            {
                Check(schema, row);
            }

            await database.CheckAsync("deadlines.told", schema, Database.In(schema, Told), ct);
            await database.CheckAsync("deadlines.met", schema, Database.In(schema, Met), ct);
        }

        var all = Database.Union(database.CaseOwners, "select id from $s.deadline");
        await database.CheckAsync("deadlines.unknown", "notification", Unknown.Replace("$d", all, StringComparison.Ordinal), ct);
    }

    private void Check(string schema, DbDataReader row)
    {
        var (caseId, kind, due) = (row.GetGuid(1), row.GetString(2), row.GetFieldValue<DateOnly>(8));
        void Say(string invariant, string expected, string seen) => report.Add(invariant, schema, caseId, $"{kind} {expected}", seen);
        try
        {
            var pauses = JsonSerializer.Deserialize<List<ClockPause>>(row.GetString(10), Json.Options)!;
            var calendar = WorkingCalendar.Version(row.GetString(11));
            var counted = Clock.Read(Terms(row), row.GetFieldValue<DateOnly>(3), [.. pauses.Select(p => new Pause(p.From, p.To, p.Cause))], calendar).DueOn;
            if (counted != due)
            {
                Say("deadlines.due", $"due on {counted:yyyy-MM-dd}", $"{due:yyyy-MM-dd}");
            }

            var silent = row.GetBoolean(12) || !row.IsDBNull(9) || pauses.Exists(p => p.To is null);
            Notice(Say, row, counted, row.GetBoolean(15) || row.GetBoolean(18) || pauses.Count > 0, silent, calendar); // a suspension that was lifted at once has left no pause
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException)
        {
            Say("deadlines.due", "terms that can be counted", unreadable.Message);
        }
    }

    private void Notice(Action<string, string, string> say, DbDataReader row, DateOnly due, bool recounted, bool silent, WorkingCalendar calendar)
    {
        DateOnly? next = row.IsDBNull(13) ? null : row.GetFieldValue<DateOnly>(13);
        if (silent || next is null)
        {
            if (silent != next is null)
            {
                say("deadlines.notice", silent ? "no next notice" : "a next notice", $"{next:yyyy-MM-dd}");
            }

            return;
        }

        var days = NoticeDays.Read(row.GetString(16), row.GetString(17));
        if (!days.Has(next.Value, due, calendar))
        {
            say("deadlines.notice", $"a next notice on a day of notice for {due:yyyy-MM-dd}", $"{next:yyyy-MM-dd}");
        }
        else if (next < today && MadeAt(row.GetGuid(0)) < DateTimeOffset.UtcNow - Fresh)
        {
            say("deadlines.notice", $"a next notice not before {today:yyyy-MM-dd}", $"{next:yyyy-MM-dd}");
        }

        if (!recounted && next > days.First(due, calendar) && row.GetString(14).Length == 0)
        {
            say("deadlines.reminder", "a reminder of the notice before", $"none, next notice on {next:yyyy-MM-dd}");
        }
    }

    /// <summary>Ids carry the time they were made at (version 7).</summary>
    private static DateTimeOffset MadeAt(Guid id) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(id.ToString("N")[..12], 16));

    private static ClockTerms Terms(DbDataReader row) =>
        Code.TryParse<DayUnit>(row.GetString(5), out var unit) && Code.TryParse<ClockNature>(row.GetString(6), out var nature)
            ? new ClockTerms(row.GetInt32(4), unit, nature, row.GetString(7))
            : throw new ArgumentException($"{row.GetString(5)} {row.GetString(6)}");
}
