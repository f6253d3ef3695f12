using Npgsql;

namespace LostCases.Benchmarks.Lists;

/// <summary>Many copies of the cases there are, made in the records of those who answer lists.</summary>
internal static class Copies
{
    private static readonly string[] Owners = ["oversight", "notification"];
    private static readonly string[] Tables = ["case_card", "case_slice", "case_party", "open_step", "timeline"];

    /// <summary>Copies each of the cases so often that there are <paramref name="count"/> of them, under numbers of their own.</summary>
    internal static async Task MakeAsync(NpgsqlDataSource records, IReadOnlyList<Guid> cases, int count, int from)
    {
        await using var connection = await records.OpenConnectionAsync();
        await RunAsync(
            connection,
            $"""
            create temp table copy as
            select v.id as old, gen_random_uuid() as id, {from} + row_number() over (order by n, v.at) as number
            from unnest($1) with ordinality as v(id, at), generate_series(1, {(count + cases.Count - 1) / cases.Count}) n
            """,
            cases);
        foreach (var owner in Owners)
        {
            foreach (var table in Tables)
            {
                var columns = await ColumnsAsync(connection, owner, table);
                if (columns.Count == 0)
                {
                    continue;
                }

                var values = columns.Select(c => c switch
                {
                    "case_id" => "copy.id",
                    "id" or "request_id" => "gen_random_uuid()",
                    "code" => "regexp_replace(t.code, '[0-9]+$', lpad(copy.number::text, 6, '0'))",
                    "slice" => "case when t.owner = 'intake' then jsonb_set(t.slice, '{facts,caseNo}', to_jsonb(regexp_replace(t.slice -> 'facts' ->> 'caseNo', '[0-9]+号', copy.number || '号'))) else t.slice end",
                    _ => $"t.\"{c}\"",
                });
                await RunAsync(connection, $"insert into {owner}.{table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) select {string.Join(", ", values)} from {owner}.{table} t join copy on copy.old = t.case_id");
            }
        }

        await RunAsync(connection, "drop table copy");
        await RunAsync(connection, "analyze");
    }

    private static async Task<List<string>> ColumnsAsync(NpgsqlConnection connection, string owner, string table)
    {
        await using var command = new NpgsqlCommand(
            "select column_name from information_schema.columns where table_schema = $1 and table_name = $2 order by ordinal_position", connection)
        {
            Parameters = { new() { Value = owner }, new() { Value = table } },
        };
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, IReadOnlyList<Guid>? cases = null)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        if (cases is not null)
        {
            command.Parameters.Add(new() { Value = cases.ToArray() });
        }

        await command.ExecuteNonQueryAsync();
    }
}
