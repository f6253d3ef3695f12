using LostCases.Check;
using Npgsql;

var words = new Queue<string>(args);
var (quiet, journal) = (0, (string?)null);
while (words.TryDequeue(out var word))
{
    if (word == "--journal" && words.TryDequeue(out var file))
    {
        journal = file;
    }
    else if (word != "--quiet-seconds" || !words.TryDequeue(out var seconds) || !int.TryParse(seconds, out quiet))
    {
        Console.Error.WriteLine("deploy/check [--journal FILE] [--quiet-seconds N]");
        return 2;
    }
}

var options = new CheckOptions
{
    Files = Environment.GetEnvironmentVariable("LOSTCASES_CHECK_FILES"),
    Journal = journal is null ? [] : JournalLine.Read(journal),
};
var address = Environment.GetEnvironmentVariable("LOSTCASES_CHECK_DATABASE");
if (string.IsNullOrEmpty(address))
{
    Console.Error.WriteLine("LOSTCASES_CHECK_DATABASE is not set; deploy/check sets it.");
    return 2;
}

await using var source = NpgsqlDataSource.Create(address);
var report = await LookAsync();
for (var until = DateTime.UtcNow.AddSeconds(quiet); report.Violations.Count > 0 && DateTime.UtcNow < until; report = await LookAsync())
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
