using Npgsql;

namespace LostCases.Benchmarks.Floor;

/// <summary>A database of its own in the system's PostgreSQL: one batch in one transaction per durable step.</summary>
internal sealed class FloorDatabase : IAsyncDisposable
{
    private const string Name = "floor";

    private const string Tables = """
        create table state (owner text, case_id bigint, version int not null, body text not null, primary key (owner, case_id));
        create table event (owner text, case_id bigint, version int, at timestamptz not null default now(), body text not null, primary key (owner, case_id, version));
        create table audit (owner text, case_id bigint, number int, at timestamptz not null default now(), detail text not null, hash text not null, primary key (owner, case_id, number));
        """;

    private readonly NpgsqlDataSource _source = Servers.Database(Name, connections: 64);

    internal static async Task<FloorDatabase> OpenAsync()
    {
        await using var server = Servers.Database("postgres");
        await using var drop = server.CreateCommand($"drop database if exists {Name} with (force)");
        await drop.ExecuteNonQueryAsync();
        await using var create = server.CreateCommand($"create database {Name}");
        await create.ExecuteNonQueryAsync();
        var database = new FloorDatabase();
        await using var tables = database._source.CreateCommand(Tables);
        await tables.ExecuteNonQueryAsync();
        return database;
    }

    /// <summary>Update of the state, insert of the event, insert of the audit entry: one round trip, one transaction, durable when it returns.</summary>
    internal async Task StepAsync(string owner, long number, int version, string body)
    {
        await using var batch = _source.CreateBatch();
        batch.BatchCommands.Add(Command(
            "insert into state values ($1, $2, $3, $4) on conflict (owner, case_id) do update set version = excluded.version, body = excluded.body", owner, number, version, body));
        batch.BatchCommands.Add(Command("insert into event (owner, case_id, version, body) values ($1, $2, $3, $4)", owner, number, version, body));
        batch.BatchCommands.Add(Command("insert into audit (owner, case_id, number, detail, hash) values ($1, $2, $3, $4, md5($4))", owner, number, version, body));
        await batch.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await using var server = Servers.Database("postgres");
        await using var drop = server.CreateCommand($"drop database if exists {Name} with (force)");
        await drop.ExecuteNonQueryAsync();
    }

    private static NpgsqlBatchCommand Command(string text, params object[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
