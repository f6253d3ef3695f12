using LostCases.Harness;
using Npgsql;

namespace LostCases.Faults;

/// <summary>The records of all owners, as an operator with the superuser's login has them.</summary>
internal static class Records
{
    internal static async Task<long> CountAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Installation.Database);
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    internal static async Task<int> ChangeAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Installation.Database);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>How many rows each table of each owner has, but for those that only say what was delivered.</summary>
    internal static async Task<Dictionary<string, long>> RowsAsync()
    {
        await using var source = NpgsqlDataSource.Create(Installation.Database);
        var tables = new List<string>();
        await using (var list = source.CreateCommand(
            "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = any(@owners) and tablename not in ('inbox_mark', 'outbox_message')"))
        {
            list.Parameters.AddWithValue("owners", Processes.Owners);
            await using var reader = await list.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var rows = new Dictionary<string, long>();
        foreach (var table in tables)
        {
            rows[table] = await CountAsync($"select count(*) from {table}");
        }

        return rows;
    }
}
