using System.Text.Json;
using LostCases.Check.Reading;
using LostCases.Platform;

namespace LostCases.Check.Invariants;

/// <summary>
/// What checkpoints outside the database say of the chains is still so. Whether they are signed by whom they should be is looked at by
/// <c>deploy/verify-audit</c>.
/// </summary>
internal sealed class Checkpoints(Database database, string? folder)
{
    private const string Differing =
        """
        select c.subject, 'entry ' || c.number || ' ' || left(c.hash, 14) || ' as a checkpoint has it', coalesce(left(a.hash, 14), 'no such entry')
        from unnest(@subjects, @numbers, @hashes) as c(subject, number, hash)
        left join $s.audit_entry a on a.subject = c.subject and a.number = c.number
        where a.hash is distinct from c.hash
        """;

    internal async Task CheckAsync(CancellationToken ct)
    {
        foreach (var schema in database.Owners.Where(o => folder is not null && File.Exists(Path.Combine(folder, $"{o}.jsonl"))))
        {
            var heads = await File.ReadLinesAsync(Path.Combine(folder!, $"{schema}.jsonl"), ct)
                .SelectMany(l => JsonSerializer.Deserialize<Line>(l, Json.Options)!.Heads).ToListAsync(ct);
            await database.CheckAsync(
                "audit.checkpoint", schema, Database.In(schema, Differing), ct,
                ("subjects", heads.ConvertAll(h => h.Subject)), ("numbers", heads.ConvertAll(h => h.Number)), ("hashes", heads.ConvertAll(h => h.Hash)));
        }
    }

    private sealed record Line(IReadOnlyList<ChainEnd> Heads);
}
