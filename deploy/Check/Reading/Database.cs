using System.Data.Common;
using Npgsql;

namespace LostCases.Check.Reading;

/// <summary>The open connection the whole check reads by, in the transaction it was handed over with.</summary>
internal sealed class Database(NpgsqlConnection connection, Report report)
{
    /// <summary>Schemas that keep audit chains and an outbox.</summary>
    internal IReadOnlyList<string> Owners { get; private set; } = [];

    /// <summary>Schemas that keep case cards.</summary>
    internal IReadOnlyList<string> CaseOwners { get; private set; } = [];

    internal async Task OpenAsync(CancellationToken ct)
    {
        Owners = await HavingAsync("audit_entry", ct);
        CaseOwners = await HavingAsync("case_card", ct);
    }

    /// <summary>The same query over several schemas, put together; <c>$s</c> stands for the schema.</summary>
    internal static string Union(IEnumerable<string> schemas, string query) =>
        string.Join(" union all ", schemas.Select(s => In(s, query)));

    internal static string In(string schema, string query) => query.Replace("$s", schema, StringComparison.Ordinal);

    /// <summary>Rows one by one, never all in memory.</summary>
    internal async IAsyncEnumerable<DbDataReader> RowsAsync(string query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct, params (string Name, object Value)[] parameters)
    {
#pragma warning disable CA2100 // Put together from constants and names of schemas.
        await using var command = new NpgsqlCommand(query, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return reader;
        }
    }

    /// <summary>
    /// A check that is one query: each row is a violation, its columns the case, what was expected and what was seen. A query that
    /// fails on what it reads is a violation too and does not keep the others from running.
    /// </summary>
    internal async Task CheckAsync(string invariant, string schema, string query, CancellationToken ct, params (string Name, object Value)[] parameters)
    {
        report.Checked();
        await ExecuteAsync("savepoint look", ct);
        try
        {
            await foreach (var row in RowsAsync(query, ct, parameters))
            {
                report.Add(invariant, schema, row.IsDBNull(0) ? null : row.GetGuid(0), Text(row, 1), Text(row, 2));
            }
        }
        catch (PostgresException unreadable)
        {
            await ExecuteAsync("rollback to savepoint look", ct);
            report.Add(invariant, schema, null, "readable rows", unreadable.MessageText);
        }

        await ExecuteAsync("release savepoint look", ct);
    }

    internal async Task ExecuteAsync(string statement, CancellationToken ct)
    {
#pragma warning disable CA2100 // A constant.
        await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Text(DbDataReader row, int column) => row.IsDBNull(column) ? "nothing" : row.GetString(column);

    private async Task<List<string>> HavingAsync(string table, CancellationToken ct)
    {
        var found = new List<string>();
        await foreach (var row in RowsAsync("select schemaname::text from pg_tables where tablename = @table order by 1", ct, ("table", table)))
        {
            found.Add(row.GetString(0));
        }

        return found;
    }
}
