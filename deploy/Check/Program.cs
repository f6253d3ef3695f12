using LostCases.Check;
using Npgsql;

if (Arguments.Read(args) is not { } asked || Environment.GetEnvironmentVariable("LOSTCASES_CHECK_DATABASE") is not { Length: > 0 } address)
{
    Console.Error.WriteLine("deploy/check [--journal FILE] [--quiet-seconds N]; the script sets LOSTCASES_CHECK_DATABASE.");
    return 2;
}

var options = new CheckOptions
{
    Checkpoints = Environment.GetEnvironmentVariable("LOSTCASES_CHECK_CHECKPOINTS"),
    Files = Environment.GetEnvironmentVariable("LOSTCASES_CHECK_FILES"),
    Journal = asked.Journal is null ? [] : JournalLine.Read(asked.Journal),
};
await using var source = NpgsqlDataSource.Create(address);
var report = await LookAsync();
for (var until = DateTime.UtcNow + asked.Quiet; report.Violations.Count > 0 && DateTime.UtcNow < until; report = await LookAsync())
{
    await Task.Delay(TimeSpan.FromSeconds(1));
}

foreach (var line in report.Lines)
{
    Console.WriteLine(line);
}

Console.WriteLine($"{report.Checks} checks, {report.Violations.Count} violations");
return report.Violations.Count == 0 ? 0 : 1;

// One snapshot for all schemas, in which nothing can be written.
async Task<Report> LookAsync()
{
    await using var connection = await source.OpenConnectionAsync();
    await using var begin = new NpgsqlCommand("begin transaction isolation level repeatable read read only", connection);
    await begin.ExecuteNonQueryAsync();
    return await new Checker(connection, options).RunAsync();
}
