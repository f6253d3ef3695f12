using System.Security.Cryptography;
using Npgsql;

namespace LostCases.MatrixTests;

/// <summary>What the services have on record: versions of the cases, refusals and readings noted, the signing key. Only read here, never changed.</summary>
internal sealed class Ledger : IDisposable
{
    private static readonly string[] Schemas = ["intake", "investigation", "review", "disposition", "notification", "oversight"];

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(Installation.Database);

    public void Dispose() => _source.Dispose();

    /// <summary>Every service's version of every case, documents counted in.</summary>
    internal async Task<IReadOnlyList<string>> VersionsAsync(IEnumerable<Guid> cases)
    {
        var each = Schemas.Select(s => $"select '{s} ' || c.case_id || ' ' || c.version || ' ' || (select count(*) from {s}.document d where d.case_id = c.case_id) "
            + $"|| ' ' || (select coalesce(sum(sequence), 0) from {s}.case_slice x where x.case_id = c.case_id) from {s}.case_card c where c.case_id = any($1)");
        await using var command = _source.CreateCommand($"{string.Join(" union all ", each)} order by 1");
        command.Parameters.Add(new() { Value = cases.ToArray() });
        await using var reader = await command.ExecuteReaderAsync();
        var versions = new List<string>();
        while (await reader.ReadAsync())
        {
            versions.Add(reader.GetString(0));
        }

        return versions;
    }

    /// <summary>Refusals for want of authority noted on the case under the act's name.</summary>
    internal Task<long> RefusalsAsync(string service, Guid caseId, string act) =>
        CountAsync(service, caseId, [.. new[] { "FORBIDDEN", "CASE_NOT_FOUND", "TODO_NOT_FOUND" }.Select(code => $"REFUSED {act} {code}")]);

    /// <summary>Entries of these kinds in the case's chain.</summary>
    internal async Task<long> CountAsync(string service, Guid caseId, params string[] actions)
    {
        await using var command = _source.CreateCommand($"select count(*) from {service}.audit_entry where subject = $1 and action = any($2)");
        command.Parameters.Add(new() { Value = caseId });
        command.Parameters.Add(new() { Value = actions });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The product's own key, to sign what only it could sign.</summary>
    internal async Task<(string Id, RSA Key)> SigningKeyAsync()
    {
        await using var command = _source.CreateCommand("select id, value from identity.server_key where use = 'SIGNING' order by created_at desc limit 1");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        var key = RSA.Create();
        key.ImportPkcs8PrivateKey(reader.GetFieldValue<byte[]>(1), out _);
        return (reader.GetString(0), key);
    }
}
