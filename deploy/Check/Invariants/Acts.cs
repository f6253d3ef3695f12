using System.Data.Common;
using System.Text.Json;
using LostCases.Check.Reading;

namespace LostCases.Check.Invariants;

/// <summary>An answer that was given: the chain must hold what it speaks of.</summary>
/// <param name="Key">Key of the act.</param>
/// <param name="Version">The owner's version of the case after the act; null for acts without a case.</param>
/// <param name="MayRepeat">The act may find everything done already; then its answer names a version of another act.</param>
internal sealed record Answered(string Key, long? Version, bool MayRepeat);

/// <summary>
/// Every act answered with 2xx is there exactly once, every one refused is absent, of an unknown one there is at most one, and
/// nothing is half there.
/// </summary>
internal sealed class Acts(Database database, Report report, IReadOnlyList<JournalLine> journal)
{
    private const string Repeatable = "/all-transfer-results-in";

    /// <summary>Checks the rows and gives the answers of the journal's acts by schema and case.</summary>
    internal async Task<ILookup<(string Schema, Guid Subject), Answered>> CheckAsync(CancellationToken ct)
    {
        var answers = new List<((string, Guid), Answered)>();
        foreach (var schema in database.Owners)
        {
            await database.CheckAsync("acts.half", schema, Database.In(schema,
                "select null::uuid, 'an answer', 'none for ' || key || ' ' || request from $s.idempotency where status = 0 or body is null"), ct);
            if (journal.Any(l => l.Service == schema))
            {
                answers.AddRange(await OfAsync(schema, ct));
            }
        }

        foreach (var line in journal.Where(l => !database.Owners.Contains(l.Service)))
        {
            report.Add("acts.once", line.Service, null, "a service that keeps acts", line.Key);
        }

        return answers.ToLookup(a => a.Item1, a => a.Item2);
    }

    private async Task<List<((string, Guid), Answered)>> OfAsync(string schema, CancellationToken ct)
    {
        report.Checked();
        var lines = journal.Where(l => l.Service == schema).DistinctBy(l => l.Key).ToDictionary(l => l.Key);
        var seen = lines.Keys.ToDictionary(k => k, _ => 0);
        var answers = new List<((string, Guid), Answered)>();
        var rows = database.RowsAsync(Database.In(schema, "select key, status, body from $s.idempotency where key = any(@keys)"), ct, ("keys", lines.Keys.ToArray()));
        await foreach (var row in rows)
        {
            var line = lines[row.GetString(0)];
            seen[line.Key]++;
            if (Answer(row, line) is { } answer)
            {
                answers.Add(((schema, answer.Subject), answer.Answer));
            }
        }

        foreach (var line in lines.Values.Where(l => l.Times is { } times ? times != seen[l.Key] : seen[l.Key] > 1))
        {
            report.Add("acts.once", schema, null, $"{line.Times?.ToString(null as IFormatProvider) ?? "0 or 1"} of {line.Key} answered {line.Status}", $"{seen[line.Key]}");
        }

        return answers;
    }

    private static (Guid Subject, Answered Answer)? Answer(DbDataReader row, JournalLine line)
    {
        if (row.GetInt32(1) != 200 || row.IsDBNull(2))
        {
            return null;
        }

        using var body = JsonDocument.Parse(row.GetString(2));
        var answer = body.RootElement;
        if (answer.TryGetProperty("caseId", out var id) && answer.TryGetProperty("version", out var version))
        {
            return (id.GetGuid(), new Answered(line.Key, version.GetInt64(), line.Path.EndsWith(Repeatable, StringComparison.Ordinal)));
        }

        return answer.TryGetProperty("id", out id) ? (id.GetGuid(), new Answered(line.Key, null, MayRepeat: true)) : null;
    }
}
