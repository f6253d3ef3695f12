using LostCases.Check.Invariants;
using LostCases.Check.Reading;
using Npgsql;

namespace LostCases.Check;

/// <summary>
/// Looks whether everything the services have written agrees (不变量核对). Only reads, in the transaction of the connection it is
/// given, so a test can spoil something, look and roll back.
/// </summary>
public sealed class Checker(NpgsqlConnection connection, CheckOptions options)
{
    /// <summary>Checks every invariant; the connection must be in a transaction.</summary>
    public async Task<Report> RunAsync(CancellationToken ct = default)
    {
        var report = new Report();
        var database = new Database(connection, report);
        await database.OpenAsync(ct);
        var answers = await new Acts(database, report, options.Journal).CheckAsync(ct);
        await new Chains(database, report, answers).CheckAsync(ct);
        await new Checkpoints(database, options.Checkpoints).CheckAsync(ct);
        await new Slices(database).CheckAsync(ct);
        await new Deadlines(database, report, options.Today).CheckAsync(ct);
        await new Messages(database).CheckAsync(ct);
        await new Steps(database).CheckAsync(ct);
        await new Documents(database, report, options.Files).CheckAsync(ct);
        report.Codes = await CodesAsync(database, report, ct);
        return report;
    }

    private static async Task<IReadOnlyDictionary<Guid, string>> CodesAsync(Database database, Report report, CancellationToken ct)
    {
        var codes = new Dictionary<Guid, string>();
        var ids = report.Violations.Select(v => v.Subject).OfType<Guid>().Distinct().ToArray();
        if (ids.Length == 0 || database.CaseOwners.Count == 0)
        {
            return codes;
        }

        var query = Database.Union(database.CaseOwners, "select case_id, code from $s.case_card where case_id = any(@ids) and code <> ''");
        await foreach (var row in database.RowsAsync(query, ct, ("ids", ids)))
        {
            codes[row.GetGuid(0)] = row.GetString(1);
        }

        return codes;
    }
}
