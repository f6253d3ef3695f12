using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Npgsql;

namespace LostCases.TestBed;

/// <summary>
/// A database of one owner's own, copied from a template that the owner's own <c>--migrate</c> has filled. Sessions take the
/// owner's two roles, so that the rights are those of an installation.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    private static readonly string Run = Guid.NewGuid().ToString("N")[..8];
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new();
    private static int _count;
    private readonly NpgsqlDataSource _source;

    private Database(string name, string owner)
    {
        App = As(name, $"{owner}_app");
        _source = NpgsqlDataSource.Create(As(name, null));
        Name = name;
    }

    /// <summary>Name of the database.</summary>
    public string Name { get; }

    /// <summary>Connection string with the rights of the running process.</summary>
    public string App { get; }

    /// <summary>A fresh database for the owner that the program serves.</summary>
    /// <param name="program">Assembly of the owner's process.</param>
    /// <param name="owner">Name of the owner: its schema.</param>
    /// <param name="settings">Further settings for <c>--migrate</c>.</param>
    public static async Task<Database> CreateAsync(Assembly program, string owner, params string[] settings)
    {
        var template = await Templates.GetOrAdd(owner, _ => new(() => MigrateAsync(program, owner, settings))).Value;
        var name = $"test_{owner}_{Run}_{Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture)}";
        await AdministrateAsync($"create database {name} template {template}");
        return new Database(name, owner);
    }

    /// <summary>The first column of the first row, as the superuser.</summary>
    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Number of rows of a table, optionally those that satisfy a condition.</summary>
    public Task<long> CountAsync(string table, string condition = "true") => ReadAsync<long>($"select count(*) from {table} where {condition}");

    /// <summary>Runs statements as the superuser.</summary>
    public async Task RunAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A connection of the superuser, for locks that are to be held.</summary>
    public async Task<NpgsqlConnection> ConnectAsync() => await _source.OpenConnectionAsync();

    /// <summary>
    /// Makes writing to a table fail until the sequence <c>public.attempts</c> has counted so many attempts; the count
    /// outlives the rollback.
    /// </summary>
    public Task FailAsync(string table, string on, int times) => RunAsync(
        $$"""
        create sequence if not exists public.attempts;
        grant usage, select on sequence public.attempts to public;
        create or replace function public.fail() returns trigger language plpgsql as $f$
        begin if nextval('public.attempts') <= {{times.ToString(CultureInfo.InvariantCulture)}} then raise exception 'planted failure'; end if; return null; end $f$;
        create or replace trigger planted after {{on}} on {{table}} for each statement execute function public.fail();
        """);

    /// <summary>Attempts counted since <see cref="FailAsync"/>.</summary>
    public Task<long> AttemptsAsync() => ReadAsync<long>("select case when is_called then last_value else 0 end from public.attempts");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await AdministrateAsync($"drop database {Name} with (force)");
    }

    private static async Task<string> MigrateAsync(Assembly program, string owner, string[] settings)
    {
        var name = $"test_{owner}_{Run}";
        await AdministrateAsync($"create database {name}");
        await using (var connection = new NpgsqlConnection(As(name, null) + ";Pooling=false"))
        {
            await connection.OpenAsync();
            await OwnerScript.RunAsync(connection, owner);
        }

        await Servers.ForgetQueuesAsync(owner);
        string[] arguments =
        [
            $"--LostCases:OwnerDatabase={As(name, $"{owner}_owner")};Pooling=false",
            $"--LostCases:Database={As(name, $"{owner}_app")};Pooling=false",
            $"--LostCases:RabbitMq={Servers.RabbitMq}",
            "--Logging:LogLevel:Default=Warning",
            .. settings.Select(s => $"--{s}"),
            "--migrate",
        ];
        await Task.Run(() => program.EntryPoint!.Invoke(null, [arguments]));
        return name;
    }

    private static async Task AdministrateAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Servers.Postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string As(string database, string? role)
    {
        var text = new NpgsqlConnectionStringBuilder(Servers.Postgres) { Database = database };
        if (role is not null)
        {
            text.Options = $"-c role={role}";
        }

        return text.ConnectionString;
    }
}
