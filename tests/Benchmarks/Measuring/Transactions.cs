using Npgsql;

namespace LostCases.Benchmarks.Measuring;

/// <summary>Transactions of the product's database, committed or not; reading counts as well as writing.</summary>
internal static class Transactions
{
    /// <summary>An idle connection tells its counts to PostgreSQL after ten seconds.</summary>
    internal static readonly TimeSpan Settling = TimeSpan.FromSeconds(10.5);

    internal static async Task<long> CountAsync(NpgsqlDataSource server)
    {
        await using var count = server.CreateCommand($"select xact_commit + xact_rollback from pg_stat_database where datname = '{Servers.Product}'");
        return (long)(await count.ExecuteScalarAsync())!;
    }

    /// <summary>Average bytes of an event as the product wrote it into its audit chains.</summary>
    internal static async Task<int> EventBytesAsync(NpgsqlDataSource product)
    {
        await using var average = product.CreateCommand(
            "select round(avg(octet_length(detail)))::int from (select detail, action from intake.audit_entry union all select detail, action from investigation.audit_entry "
            + "union all select detail, action from review.audit_entry union all select detail, action from disposition.audit_entry) e where detail like '%\"slice\"%'");
        return (int)(await average.ExecuteScalarAsync())!;
    }
}
