using LostCases.Harness;
using Npgsql;

namespace LostCases.Benchmarks;

/// <summary>Every address used, as <c>tests/bench.sh</c> sets them.</summary>
internal static class Servers
{
    /// <summary>The product's database.</summary>
    public const string Product = "lostcases";

    /// <summary>Seconds from the start script's first line to ready: from nothing, and with data.</summary>
    public static (double Cold, double Warm) Starts { get; } = (Seconds("LOSTCASES_BENCH_COLD"), Seconds("LOSTCASES_BENCH_WARM"));

    public static NpgsqlDataSource Database(string name, int connections = 4) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(Installation.Needed("LOSTCASES_TEST_POSTGRES")) { Database = name, MaxPoolSize = connections, MaxAutoPrepare = 20, AutoPrepareMinUsages = 1 });

    private static double Seconds(string name) =>
        double.Parse(Environment.GetEnvironmentVariable(name) ?? "0", System.Globalization.CultureInfo.InvariantCulture);
}
