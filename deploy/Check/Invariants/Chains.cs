using System.Text.Json;
using LostCases.Check.Reading;

namespace LostCases.Check.Invariants;

/// <summary>
/// One pass over all audit chains: numbers without gaps, hashes that fit, one entry for each published event and each act that
/// was answered, and a walk of the state machine through the events of all owners.
/// </summary>
internal sealed class Chains(Database database, Report report, ILookup<(string Schema, Guid Subject), Answered> answers)
{
    private const string Heads =
        """
        select coalesce(l.subject, h.subject), 'end ' || coalesce(l.number::text || ' ' || left(l.hash, 12), 'of no chain'),
               'head ' || coalesce(h.number::text || ' ' || left(h.hash, 12), 'missing')
        from (select distinct on (subject) subject, number, hash from $s.audit_entry order by subject, number desc) l
        full join $s.audit_head h on h.subject = l.subject
        where l.number is distinct from h.number or l.hash is distinct from h.hash
        """;

    private readonly HashSet<(string, Guid)> _met = [];

    internal async Task CheckAsync(CancellationToken ct)
    {
        foreach (var schema in database.Owners)
        {
            await database.CheckAsync("audit.head", schema, Database.In(schema, Heads), ct);
        }

        report.Checked(5 * database.Owners.Count);
        var subject = new List<ChainEntry>();
        await foreach (var entry in EntriesAsync(ct))
        {
            if (subject.Count > 0 && subject[0].Entry.Subject != entry.Entry.Subject)
            {
                Check(subject);
                subject.Clear();
            }

            subject.Add(entry);
        }

        Check(subject);
        foreach (var missing in answers.Where(a => !_met.Contains(a.Key)))
        {
            report.Add("acts.audited", missing.Key.Schema, missing.Key.Subject, $"an entry for {missing.First().Key}", "no chain");
        }
    }

    /// <summary>In the order of the keys' indexes, so that nothing is sorted and little is held.</summary>
    private async IAsyncEnumerable<ChainEntry> EntriesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await database.ExecuteAsync("set local enable_sort = off; set local enable_seqscan = off", ct);
        var query = Database.Union(database.Owners, ChainEntry.Query) + " order by subject, number";
        await foreach (var row in database.RowsAsync(query, ct))
        {
            yield return ChainEntry.Read(row);
        }

        await database.ExecuteAsync("set local enable_sort = on; set local enable_seqscan = on", ct);
    }

    private void Check(List<ChainEntry> subject)
    {
        var events = new List<CaseEvent>();
        foreach (var chain in subject.GroupBy(e => e.Schema))
        {
            var id = chain.First().Entry.Subject;
            Links(chain.Key, id, chain);
            var told = Events(chain.Key, id, chain);
            Numbers(chain.Key, id, told);
            Answers(chain.Key, id, told);
            events.AddRange(told);
        }

        if (events.Count > 0 && Walk.Fault(events) is var (expected, seen, owner))
        {
            report.Add("state.walk", owner, subject[0].Entry.Subject, expected, seen);
        }
    }

    private void Links(string schema, Guid id, IEnumerable<ChainEntry> chain)
    {
        var (number, hash) = (0L, "");
        foreach (var entry in chain.Select(c => c.Entry))
        {
            number++;
            if (entry.Number != number)
            {
                report.Add("audit.number", schema, id, $"entry {number}", $"entry {entry.Number}");
                number = entry.Number;
            }
            else if (entry.PreviousHash != hash)
            {
                report.Add("audit.link", schema, id, $"entry {number} after {hash}", entry.PreviousHash);
            }

            if (entry.ComputeHash() is var wanted && wanted != entry.Hash)
            {
                report.Add("audit.hash", schema, id, $"hash {wanted} of entry {number}", entry.Hash);
            }

            hash = entry.Hash;
        }
    }

    private List<CaseEvent> Events(string schema, Guid id, IEnumerable<ChainEntry> chain)
    {
        var events = new List<CaseEvent>();
        foreach (var entry in chain)
        {
            try
            {
                if (entry.Event() is { } happened)
                {
                    events.Add(happened);
                }
            }
            catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
            {
                report.Add("audit.event", schema, id, $"{entry.Entry.Action} as it was published in entry {entry.Entry.Number}", broken.Message);
            }
        }

        return events;
    }

    /// <summary>Events are numbered from 1 without gaps; that the last one is the card's version is checked with the slices.</summary>
    private void Numbers(string schema, Guid id, List<CaseEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Sequence != i + 1)
            {
                report.Add("audit.event", schema, id, $"event {i + 1} of the case", $"{events[i].Name} with number {events[i].Sequence}");
                return;
            }
        }
    }

    private void Answers(string schema, Guid id, List<CaseEvent> events)
    {
        _met.Add((schema, id));
        foreach (var answer in answers[(schema, id)].Where(a => a.Version is not null).GroupBy(a => a.Version))
        {
            if (events.Count(e => e.Sequence == answer.Key) != 1)
            {
                report.Add("acts.audited", schema, id, $"one entry for {answer.First().Key}", $"{events.Count(e => e.Sequence == answer.Key)} with number {answer.Key}");
            }

            if (answer.Count(a => !a.MayRepeat) > 1)
            {
                report.Add("acts.once", schema, id, $"one act with number {answer.Key}", string.Join(", ", answer.Select(a => a.Key)));
            }
        }
    }
}
