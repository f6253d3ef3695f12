using System.Text.RegularExpressions;
using Npgsql;

namespace LostCases.TestBed;

/// <summary>Runs <c>deploy/database.sql</c>, the very script of an installation, without psql; passwords are left alone.</summary>
internal static partial class OwnerScript
{
    internal static async Task RunAsync(NpgsqlConnection connection, string schema)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Servers.Repository, "deploy", "database.sql"));
        var names = new Dictionary<string, string>
        {
            ["schema"] = schema,
            ["owner"] = $"{schema}_owner",
            ["app"] = $"{schema}_app",
            ["migrations"] = $"{schema}_migrations",
        };
        text = Comment().Replace(text, "");
        text = Quoted().Replace(text, m => $"{m.Groups[1].Value}{names.GetValueOrDefault(m.Groups[2].Value, "")}{m.Groups[1].Value}");
        foreach (var statement in Ends().Split(text).Select(s => s.Trim()).Where(s => s.Length > 0 && !s.Contains("PASSWORD", StringComparison.Ordinal)))
        {
            foreach (var run in statement.EndsWith("\\gexec", StringComparison.Ordinal) ? await GeneratedAsync(connection, statement[..^6]) : [statement])
            {
                await using var command = new NpgsqlCommand(run, connection);
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    private static async Task<List<string>> GeneratedAsync(NpgsqlConnection connection, string query)
    {
        var statements = new List<string>();
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            statements.Add(reader.GetString(0));
        }

        return statements;
    }

    [GeneratedRegex(@"^(--|\\set).*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(""":(['"])(\w+)['"]""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@";\s*$|(?<=\\gexec)", RegexOptions.Multiline)]
    private static partial Regex Ends();
}
